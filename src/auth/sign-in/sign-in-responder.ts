import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/time/clock';
import type { Caller } from '../caller.decorator';
import { SessionCookie } from '../session-cookie';
import type { Visitor } from '../sessions/session-opener.service';
import type { MeResponse } from './dto/me.response';
import { MeQueries } from './me-queries.service';
import type { SignedIn } from './sign-in.service';

/** Gives a browser that has just signed in its cookie, and tells it who it is now. */
@Injectable()
export class SignInResponder {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly me: MeQueries,
    private readonly clock: Clock,
  ) {}

  visitorOf({ address, userAgent, traceId, cookieHeader }: Caller): Visitor {
    return { address, userAgent, traceId, earlierToken: this.cookie.read(cookieHeader) };
  }

  async welcome(reply: FastifyReply, { identity, token }: SignedIn): Promise<MeResponse> {
    const lifetimeMs = (identity.expiresAt ?? 0) - this.clock.now();
    this.cookie.set(reply, token, Math.max(0, Math.floor(lifetimeMs / 1000)));
    void reply.header('cache-control', 'no-store');
    return this.me.show(identity);
  }
}
