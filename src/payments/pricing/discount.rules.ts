import { allocateTo } from '../../platform/money/allocate';
import {
  assertNotNegative,
  BASIS_POINTS_WHOLE,
  multiplyCents,
  percentOf,
  sumCents,
} from '../../platform/money/money';
import { AMOUNT_INVALID } from '../../platform/money/money.problems';
import type { Discount, OrderLine } from './order-pricing.types';
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
 * Lists the lines and takes the discounts off: first each line's own, then the order's, divided in
 * proportion to what the first left. So no line falls below zero.
 * @throws AMOUNT_INVALID, ORDER_LINE_DUPLICATE, DISCOUNT_OVER_TOTAL
 */
export function discountLines(
  lines: readonly OrderLine[],
  orderDiscount: Discount | undefined,
): DiscountedLine[] {
  const own = lines.map((line, index) => listLine(line, `lines[${index}]`));
  if (new Set(lines.map((line) => line.id)).size !== lines.length) {
    throw ORDER_LINE_DUPLICATE.error({ lineIds: lines.map((line) => line.id) });
  }

  const leftCents = sumCents(own.map(afterOwnDiscount), 'lines');
  const discountCents = discountOn(leftCents, orderDiscount, 'discount');
  const parts = allocateTo(discountCents, own, { weight: afterOwnDiscount, id: (o) => o.line.id });
  return parts.map(({ item, cents }) => ({
    line: item.line,
    listCents: item.listCents,
    discountCents: item.discountCents + cents,
    orderDiscountCents: cents,
    chargedCents: afterOwnDiscount(item) - cents,
  }));
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
