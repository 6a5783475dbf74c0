import type { FastifyInstance } from 'fastify';
import { IDEMPOTENCY_KEY_IN_FLIGHT } from '../errors/platform.problems';
import { senderOf } from './idempotency-key';
import type { Identity } from './request-context';

/** Keys whose first request is still being worked on by this instance. */
export class KeysInFlight {
  private readonly keys = new Set<string>();

  /**
   * Marks a key as being worked on.
   *
   * @throws IDEMPOTENCY_KEY_IN_FLIGHT when it is already
   */
  enter(identity: Identity, route: string, key: string): string {
    const entry = `${identity.shopId} ${senderOf(identity)} ${route} ${key}`;
    if (this.keys.has(entry)) throw IDEMPOTENCY_KEY_IN_FLIGHT.error().retryAfter(1);
    this.keys.add(entry);
    return entry;
  }

  leave(entry: string): void {
    this.keys.delete(entry);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    keyInFlight?: string;
  }
}

/** Announces replayed answers and frees keys when their request has been answered. */
export function registerIdempotencyHooks(server: FastifyInstance, keys: KeysInFlight): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.isReplay) void reply.header('idempotent-replay', 'true');
    done(null, payload);
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (request.keyInFlight !== undefined) keys.leave(request.keyInFlight);
    done();
  });
  server.addHook('onRequestAbort', (request, done) => {
    // The unit goes on and is stored; a repetition then finds its answer.
    if (request.keyInFlight !== undefined) keys.leave(request.keyInFlight);
    done();
  });
}
