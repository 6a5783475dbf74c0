import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { assert } from '../errors/problem';

/** A route whose body comes as the bytes that were sent: for signatures over them. */
export const RawBody = () => RouteConfig({ takesRawBody: true });

export function takesRawBody({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { takesRawBody?: boolean }).takesRawBody === true;
}

/** The bytes of a request to such a route; empty when it had none. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  assert(takesRawBody(request), 'the route takes raw bodies');
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
