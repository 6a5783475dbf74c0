import { allocateTo } from '../../platform/money/allocate';
import {
  assertNotNegative,
  BASIS_POINTS_WHOLE,
  multiplyCents,
  percentOf,
  sumCents,
} from '../../platform/money/money';
import { AMOUNT_INVALID } from '../../platform/money/money.problems';
import type { Discount, OrderInput, OrderLine } from './order-pricing.types';
import { DISCOUNT_OVER_TOTAL, ORDER_LINE_DUPLICATE } from './pricing.problems';

/** A line at its menu price and what is taken off it, before anything is known of tax. */
export interface DiscountedLine {
  readonly line: OrderLine;
  readonly listCents: number;
  readonly discountCents: number;
  readonly orderDiscountCents: number;
  /** What is left of the menu price. */
  readonly chargedCents: number;
}

/**
 * Lists the lines and takes the discounts off: first each line's own, then the order's and its
 * promotions, divided in proportion to what the first left. So no line falls below zero.
 * @throws AMOUNT_INVALID, ORDER_LINE_DUPLICATE, DISCOUNT_OVER_TOTAL
 */
export function discountLines(
  lines: readonly OrderLine[],
  { discount, promotions = [] }: Pick<OrderInput, 'discount' | 'promotions'>,
): { lines: DiscountedLine[]; promotionCents: number[] } {
  const own = lines.map((line, index) => listLine(line, `lines[${index}]`));
  if (new Set(lines.map((line) => line.id)).size !== lines.length) {
    throw ORDER_LINE_DUPLICATE.error({ lineIds: lines.map((line) => line.id) });
  }

  const leftCents = sumCents(own.map(discountableCents), 'lines');
  const discountCents = discountOn(leftCents, discount, 'discount');
  const promotionCents = promoted(leftCents - discountCents, promotions);
  const takenCents = sumCents([discountCents, ...promotionCents], 'discount');
  const parts = allocateTo(takenCents, own, { weight: discountableCents, id: (o) => o.line.id });
  return {
    promotionCents,
    lines: parts.map(({ item, cents }) => ({
      line: item.line,
      listCents: item.listCents,
      discountCents: item.discountCents + cents,
      orderDiscountCents: cents,
      chargedCents: afterOwnDiscount(item) - cents,
    })),
  };
}

/** What each promotion takes off what those before it left. A coupon of more takes all. */
function promoted(leftCents: number, promotions: readonly Discount[]): number[] {
  let cents = leftCents;
  return promotions.map((promotion, index) => {
    const field = `promotions[${index}]`;
    const taken =
      promotion.kind === 'amount'
        ? discountOn(
            cents,
            { ...promotion, amountCents: Math.min(promotion.amountCents, cents) },
            field,
          )
        : discountOn(cents, promotion, field);
    cents -= taken;
    return taken;
  });
}

/** Money is not sold for less than it is worth: discounts of the order pass by gift cards. */
function discountableCents(listed: ListedLine): number {
  return listed.line.kind === 'gift_card' ? 0 : afterOwnDiscount(listed);
}

type ListedLine = Pick<DiscountedLine, 'line' | 'listCents' | 'discountCents'>;

function listLine(line: OrderLine, field: string): ListedLine {
  assertNotNegative(line.unitPriceCents, `${field}.unitPriceCents`);
  assertNotNegative(line.quantity, `${field}.quantity`);
  if (line.quantity === 0) throw AMOUNT_INVALID.error({ field: `${field}.quantity`, value: '0' });

  const listCents = multiplyCents(line.unitPriceCents, line.quantity, `${field}.unitPriceCents`);
  return {
    line,
    listCents,
    discountCents: discountOn(listCents, line.discount, `${field}.discount`),
  };
}

function afterOwnDiscount(listed: ListedLine): number {
  return listed.listCents - listed.discountCents;
}

function discountOn(cents: number, discount: Discount | undefined, field: string): number {
  if (!discount) return 0;
  if (discount.kind === 'percent') {
    assertNotNegative(discount.basisPoints, `${field}.basisPoints`);
    if (discount.basisPoints > BASIS_POINTS_WHOLE) {
      throw DISCOUNT_OVER_TOTAL.error({ field, basisPoints: discount.basisPoints });
    }
    return percentOf(cents, discount.basisPoints);
  }
  assertNotNegative(discount.amountCents, `${field}.amountCents`);
  if (discount.amountCents > cents) {
    throw DISCOUNT_OVER_TOTAL.error({ field, discountCents: discount.amountCents, ofCents: cents });
  }
  return discount.amountCents;
}
