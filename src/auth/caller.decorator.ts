import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const USER_AGENT_LENGTH_MAX = 200;

/** Address, program and trace of a request: what is known of somebody before he signs in. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string | null;
  readonly traceId: string;
  readonly cookieHeader: string | undefined;
  readonly authorization: string | undefined;
}

export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { cookie, authorization, 'user-agent': userAgent } = request.headers;
    return {
      address: request.ip,
      userAgent: userAgent?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
      traceId: request.traceId,
      cookieHeader: cookie,
      authorization,
    };
  },
);
