import { assert } from '../../../platform/errors/problem';
import { CASH_APP_REGION_CHANGED } from './cash-app.problems';

const KEY_LENGTH_MAX = 64;
const REGION = /^[A-Z]{3}$/;

/** How long Cash App remembers an idempotency key at the least: 30 days, in milliseconds. */
export const CASH_APP_KEY_LIFETIME_MS = 30 * 24 * 3_600_000;

/** What tells one call from its repetitions. Cash App keeps its keys per endpoint and region. */
export interface CashAppKey {
  readonly idempotencyKey: string;
  /** Code of the airport nearest to us, such as `PDX`; the same for every repetition. */
  readonly region: string;
}

/**
 * The key of an operation. It names its region, so that whoever repeats the operation with another
 * one, after a move or a changed setting, is refused here instead of paying twice there.
 */
export function cashAppKey(operationId: string, region: string): CashAppKey {
  assert(REGION.test(region), 'a region of Cash App is three capital letters');
  const idempotencyKey = `${region}.${operationId}`;
  const isSound = /^[\w.-]+$/.test(operationId) && idempotencyKey.length <= KEY_LENGTH_MAX;
  assert(isSound, 'an operation id has 1 to 60 plain characters');
  return { idempotencyKey, region };
}

/**
 * Refuses a key in a region that it was not made for.
 * @throws CASH_APP_REGION_CHANGED
 */
export function assertRegionOfKey({ idempotencyKey, region }: CashAppKey): void {
  const keyRegion = idempotencyKey.slice(0, 3);
  if (keyRegion !== region) throw CASH_APP_REGION_CHANGED.error({ keyRegion, region });
}
