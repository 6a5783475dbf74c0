import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';

/** What somebody may be to a shop. A customer is the holder of a ticket's own link. */
export const ROLES = ['owner', 'manager', 'barber', 'kiosk', 'lobby', 'customer'] as const;
export type Role = (typeof ROLES)[number];

export const ROLES_METADATA = 'fusion:roles';
export const PUBLIC_METADATA = 'fusion:public';
export const IDEMPOTENCY_REQUIRED_METADATA = 'fusion:idempotency-required';
export const LIMIT_METADATA = 'fusion:limit';

/** Who may call a route. A route with neither this nor `Public` answers nobody. */
export const Roles = (...roles: readonly Role[]) =>
  applyDecorators(
    SetMetadata(ROLES_METADATA, roles),
    ApiBearerAuth(),
    ApiCookieAuth('session'),
    ApiExtension('x-roles', [...roles]),
  );

/** Anybody may call the route; an identity is neither needed nor looked for. */
export const Public = () => SetMetadata(PUBLIC_METADATA, true);

/** The route moves money: it refuses requests without an Idempotency-Key. */
export const RequireIdempotencyKey = () => SetMetadata(IDEMPOTENCY_REQUIRED_METADATA, true);

export interface LimitOptions {
  /** Requests a minute that one address may go on making. */
  readonly perMinute: number;
  /** Requests that it may make at once. */
  readonly burst: number;
}

/** How often one address may call the route; beyond it 429 with Retry-After. */
export const Limited = (options: LimitOptions) => SetMetadata(LIMIT_METADATA, options);
