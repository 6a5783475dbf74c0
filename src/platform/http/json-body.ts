import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { JSON_MALFORMED, MEDIA_TYPE_UNSUPPORTED } from '../errors/platform.problems';
import { takesRawBody } from './raw-body';

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/i;

/**
 * JSON is the only body that is understood; a form or text with JSON inside is refused, since
 * browsers send those across sites without asking. An empty body is no body. Bytes that are not
 * UTF-8 are refused too: decoding would silently put other characters in their place.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done): void => {
      const bytes = body as Buffer;
      if (takesRawBody(request)) done(null, bytes);
      else if (!isInUtf8(request.headers['content-type'])) done(MEDIA_TYPE_UNSUPPORTED.error());
      else if (bytes.length === 0) done(null, undefined);
      else if (!isUtf8(bytes)) done(JSON_MALFORMED.error());
      else {
        void parse(request, bytes.toString('utf8'), (error, value) => {
          done(error ? JSON_MALFORMED.error() : null, value);
        });
      }
    },
  );
}

/** JSON is UTF-8 without saying so (RFC 8259, 8.1); another charset would be read wrongly. */
function isInUtf8(contentType = ''): boolean {
  const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  return charset === 'utf-8' || charset === 'utf8';
}
