import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  FORBIDDEN,
  IDEMPOTENCY_KEY_MISSING,
  RATE_LIMITED,
  UNAUTHENTICATED,
} from '../platform/errors/platform.problems';
import { KeysInFlight } from '../platform/http/idempotency.hooks';
import { idempotencyKeyOf } from '../platform/http/idempotency-key';
import { Clock } from '../platform/time/clock';
import { ROUTE_NOT_OPEN } from './auth.problems';
import { networkOf } from './client-network.rules';
import { CredentialsService } from './credentials.service';
import { type RouteRule, RouteRules } from './route-rule';

/**
 * Stands before every route. What has no role and is not public answers nobody, so that a
 * forgotten decorator shows at once and opens nothing.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly rules: RouteRules;

  constructor(
    reflector: Reflector,
    private readonly credentials: CredentialsService,
    private readonly keysInFlight: KeysInFlight,
    private readonly clock: Clock,
  ) {
    this.rules = new RouteRules(reflector);
  }

  /**
   * @throws ROUTE_NOT_OPEN, RATE_LIMITED, UNAUTHENTICATED, FORBIDDEN, ORIGIN_FOREIGN,
   * IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_IN_FLIGHT
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Sockets are judged at their handshake.
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.rules.of(context);
    if (!rule.isPublic && !rule.roles) throw ROUTE_NOT_OPEN.error();
    this.limit(rule, request);
    if (rule.isPublic) return true;

    const identity = await this.identify(request);
    if (!identity) throw UNAUTHENTICATED.error();
    request.identity = identity;
    if (!rule.roles?.has(identity.actor.kind)) throw FORBIDDEN.error();
    if (request.method === 'POST') this.enterKey(rule, request);
    return true;
  }

  private limit(rule: RouteRule, request: FastifyRequest): void {
    const seconds = rule.limit?.take(networkOf(request.ip), this.clock.now()) ?? 0;
    if (seconds > 0) throw RATE_LIMITED.error().retryAfter(seconds);
  }

  private identify(request: FastifyRequest) {
    const { headers, method } = request;
    const fetchSite = headers['sec-fetch-site'];
    return this.credentials.identify({
      authorization: headers.authorization,
      cookieHeader: headers.cookie,
      origin: headers.origin,
      fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
      host: request.host,
      method,
      traceId: request.traceId,
      purpose: `${method} ${request.routeOptions.url ?? ''}`,
    });
  }

  private enterKey(rule: RouteRule, request: FastifyRequest): void {
    const key = idempotencyKeyOf(request);
    if (key === undefined) {
      if (rule.needsKey) throw IDEMPOTENCY_KEY_MISSING.error();
      return;
    }
    const { identity, routeOptions } = request;
    if (!identity) return;
    request.keyInFlight = this.keysInFlight.enter(identity, routeOptions.url ?? '', key);
  }
}
