import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { IdempotencyRequest } from '../database/command';
import { IDEMPOTENCY_KEY_INVALID } from '../errors/platform.problems';
import { assert } from '../errors/problem';
import type { Identity } from './request-context';

const IDEMPOTENCY_HEADER = 'idempotency-key';

/** A structured-field string, or the same without its quotes. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,128})"|([\x21\x23-\x5b\x5d-\x7e]{1,128}))$/;

/**
 * The key of a call, or undefined when it has none.
 *
 * @throws IDEMPOTENCY_KEY_INVALID
 */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers[IDEMPOTENCY_HEADER];
  if (header === undefined) return undefined;
  const match = typeof header === 'string' ? KEY.exec(header.trim()) : null;
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) throw IDEMPOTENCY_KEY_INVALID.error();
  return key;
}

/**
 * The idempotency request of a call, or undefined when it has no key.
 *
 * @throws IDEMPOTENCY_KEY_INVALID
 */
export function idempotencyOf(request: FastifyRequest): IdempotencyRequest | undefined {
  const key = idempotencyKeyOf(request);
  if (key === undefined) return undefined;

  assert(request.identity, 'a request with an idempotency key has a known sender');
  const route = `${request.method} ${request.routeOptions.url ?? request.url}`;
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return { scope: `${senderOf(request.identity)} ${route}`, key, requestHash };
}

/**
 * Whose keys these are: the account's or the token's, not the session's, so that a repetition after
 * signing in again is still known as one.
 */
export function senderOf({ actor, credentialId }: Identity): string {
  return `${actor.kind} ${actor.id ?? credentialId}`;
}
