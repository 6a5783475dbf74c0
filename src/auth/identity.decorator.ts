import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { assert } from '../platform/errors/problem';
import type { KnownIdentity } from './credentials.service';

/** Who sends the request. */
export const CurrentIdentity = createParamDecorator(
  (_: unknown, context: ExecutionContext): KnownIdentity => {
    const { identity } = context.switchToHttp().getRequest<FastifyRequest>();
    assert(identity, 'the auth guard has run');
    return identity;
  },
);
