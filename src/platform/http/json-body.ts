import type { FastifyInstance } from 'fastify';
import { JSON_MALFORMED } from '../errors/platform.problems';

/**
 * JSON is the only body that is understood; a form or text with JSON inside is refused, since
 * browsers send those across sites without asking. An empty body is no body.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body, done): void => {
      if (body.length === 0) done(null, undefined);
      else {
        void parse(request, body as string, (error, value) => {
          done(error ? JSON_MALFORMED.error() : null, value);
        });
      }
    },
  );
}
