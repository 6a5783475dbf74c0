import type { FastifyInstance } from 'fastify';
import { HOST_AMBIGUOUS } from '../errors/platform.problems';

/** Refuses what a proxy in front and this server could read differently (RFC 9112, 3.2). */
export function registerSecurityHooks(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(hasTwoHosts(request.raw.rawHeaders) ? HOST_AMBIGUOUS.error() : undefined);
  });
}

/** Node keeps the first Host header and drops the others, so only the raw names tell. */
function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}
