import type { Discount } from '../pricing/order-pricing.types';
import { PROMOTION_NOT_NOW, PROMOTION_NOT_STACKABLE, PROMOTION_SPENT } from './promotion.problems';

/** A promotion on an order: its terms of the moment, and what they have come to. */
export interface AppliedPromotion {
  readonly promotionId: string;
  readonly code: string;
  readonly discount: Discount;
  readonly isStackable: boolean;
  /** What it takes off this order. */
  readonly discountCents: number;
}

export interface PromotionTerms {
  readonly code: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** @throws PROMOTION_NOT_NOW before the start, and from the end on */
export function assertRunning({ code, startsAt, endsAt }: PromotionTerms, now: number): void {
  if ((startsAt !== null && now < startsAt) || (endsAt !== null && now >= endsAt)) {
    throw PROMOTION_NOT_NOW.error({ code, startsAt: iso(startsAt), endsAt: iso(endsAt) });
  }
}

/**
 * Judges whether promotions may stand together and beside other discounts.
 *
 * @param others how many discounts of another kind the bill has
 * @throws PROMOTION_NOT_STACKABLE
 */
export function assertStackable(
  promotions: readonly Pick<AppliedPromotion, 'code' | 'isStackable'>[],
  others: number,
): void {
  if (promotions.length + others < 2) return;
  const alone = promotions.find(({ isStackable }) => !isStackable);
  if (alone) throw PROMOTION_NOT_STACKABLE.error({ code: alone.code });
}

/**
 * What a promotion has spent after an order takes another amount of it.
 *
 * @throws PROMOTION_SPENT when the budget does not allow for it
 */
export function spentAfter(
  promotion: {
    readonly code: string;
    readonly budgetCents: number | null;
    readonly spentCents: number;
  },
  { beforeCents, afterCents }: { readonly beforeCents: number; readonly afterCents: number },
): number {
  const spentCents = promotion.spentCents - beforeCents + afterCents;
  const { budgetCents, code } = promotion;
  // An order that takes less than before is let pass even after the budget was lowered.
  if (budgetCents !== null && spentCents > budgetCents && afterCents > beforeCents) {
    const leftCents = Math.max(0, budgetCents - promotion.spentCents + beforeCents);
    throw PROMOTION_SPENT.error({ code, discountCents: afterCents, leftCents });
  }
  return spentCents;
}

/** Codes are said aloud and typed by thumbs: case and blanks do not matter. */
export function normalCode(code: string): string {
  return code.trim().toUpperCase();
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
