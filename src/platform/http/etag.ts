import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sets the answer's ETag and tells whether the caller has it already; then 304 is to be sent.
 * Weak, since the same state may be written in other bytes.
 */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `W/"${tag}"`;
  void reply.header('etag', etag).header('cache-control', 'private, no-cache');
  const given = request.headers['if-none-match'];
  return given !== undefined && given.split(',').some((one) => one.trim() === etag);
}
