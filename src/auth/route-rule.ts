import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { TokenBucket } from '../platform/http/token-bucket';
import {
  IDEMPOTENCY_REQUIRED_METADATA,
  LIMIT_METADATA,
  type LimitOptions,
  PUBLIC_METADATA,
  ROLES_METADATA,
  type Role,
} from './roles.decorator';

/** Who may call a route and how often, as its decorators say. */
export interface RouteRule {
  /** Null where no role was named. */
  readonly roles: ReadonlySet<string> | null;
  readonly isPublic: boolean;
  readonly needsKey: boolean;
  readonly limit: TokenBucket | null;
}

type Handler = ReturnType<ExecutionContext['getHandler']>;

/** Reads each route's decorators once. */
export class RouteRules {
  private readonly rules = new Map<Handler, RouteRule>();

  constructor(private readonly reflector: Reflector) {}

  of(context: ExecutionContext): RouteRule {
    const handler = context.getHandler();
    let rule = this.rules.get(handler);
    if (!rule) {
      rule = this.read(context);
      this.rules.set(handler, rule);
    }
    return rule;
  }

  private read(context: ExecutionContext): RouteRule {
    const roles = this.metadata<readonly Role[]>(ROLES_METADATA, context);
    const limit = this.metadata<LimitOptions>(LIMIT_METADATA, context);
    return {
      roles: roles ? new Set(roles) : null,
      isPublic: this.metadata<boolean>(PUBLIC_METADATA, context) ?? false,
      needsKey: this.metadata<boolean>(IDEMPOTENCY_REQUIRED_METADATA, context) ?? false,
      limit: limit ? new TokenBucket(limit.perMinute, limit.burst) : null,
    };
  }

  private metadata<T>(key: string, context: ExecutionContext): T | undefined {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<T | undefined>(key, targets);
  }
}
