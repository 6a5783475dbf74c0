import { percentOf } from '../../platform/money/money';
import type { PricedOrder } from './order-pricing.types';
import { DISCOUNT_OVER_LIMIT } from './pricing.problems';

/** How much of the list price each role may take off, in basis points; others have no limit. */
export type DiscountLimits = Readonly<Partial<Record<string, number>>>;

/**
 * Judges whether somebody may give away as much as they do: line and order discounts together,
 * against a part of the list price. Promotions do not count; the shop has promised them.
 *
 * @throws DISCOUNT_OVER_LIMIT
 */
export function assertDiscountAllowed(
  priced: Pick<PricedOrder, 'totals' | 'promotionCents'>,
  role: string,
  limits: DiscountLimits,
): void {
  const limit = limits[role];
  if (limit === undefined) return;
  const promotedCents = priced.promotionCents.reduce((sum, cents) => sum + cents, 0);
  const discountCents = priced.totals.discountCents - promotedCents;
  const limitCents = percentOf(priced.totals.listCents, limit);
  if (discountCents > limitCents) throw DISCOUNT_OVER_LIMIT.error({ discountCents, limitCents });
}
