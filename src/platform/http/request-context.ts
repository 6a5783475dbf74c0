import type { Actor } from '../database/command';

/** Who sends a request, once the auth guard has found out. */
export interface Identity {
  readonly shopId: string;
  readonly actor: Actor;
  /** The session or API token that proves it; rate limits and audit go by it. */
  readonly credentialId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C trace id of the caller, or a new one. */
    traceId: string;
    /** `performance.now()` when the request came in. */
    startedAt: number;
    identity?: Identity;
    /** Set when the answer is that of an earlier request with the same Idempotency-Key. */
    isReplay?: boolean;
    /** `TicketsController.open`: for the log line, where an interceptor knows it. */
    command?: string;
  }
}
