import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Command } from '../database/command';
import { assert } from '../errors/problem';
import { idempotencyOf } from './idempotency-key';

/** The command that a request makes: its shop, actor, trace and idempotency key. */
export const FromRequest = createParamDecorator(
  (_: unknown, context: ExecutionContext): Command => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return commandOf(request);
  },
);

export function commandOf(request: FastifyRequest): Command {
  assert(request.identity, 'the auth guard has run');
  return {
    shopId: request.identity.shopId,
    actor: request.identity.actor,
    traceId: request.traceId,
    idempotency: request.method === 'POST' ? idempotencyOf(request) : undefined,
    onReplayed: () => {
      request.isReplay = true;
    },
  };
}
