import { sumCents } from '../../platform/money/money';
import { discountLines } from './discount.rules';
import type { OrderInput, OrderTotals, PricedLine, PricedOrder } from './order-pricing.types';
import { taxLines } from './tax.rules';
import { splitTip, tipAmount, tipBaseOf } from './tip.rules';

/**
 * Prices an order: list prices, discounts, tax, tip and its shares, to the minor unit.
 *
 * Discounts come off the menu price, tax is taken on what is left, the tip on services at list
 * price. Whatever is divided over lines or barbers is divided by largest remainder with the ids of
 * lines and barbers, so the result depends neither on the order of the lines nor on rounding luck.
 * An order without lines is priced at its tip alone.
 *
 * @throws AMOUNT_INVALID, ORDER_LINE_DUPLICATE, DISCOUNT_OVER_TOTAL, TIP_OVER_LIMIT,
 *   TIP_WITHOUT_BARBER, TIP_SHARES_MISMATCH, TIP_BARBER_NOT_ALLOWED
 */
export function priceOrder(input: OrderInput): PricedOrder {
  const discounted = discountLines(input.lines, input);
  const { lines, taxes } = taxLines(discounted.lines, input.tax);
  const grossCents = sumOver(lines, (line) => line.grossCents);
  const tipBaseCents = tipBaseOf(lines);
  const tipCents = tipAmount(input.tip, {
    tipBaseCents,
    grossCents,
    limitCents: input.tipLimitCents,
  });
  const tipShares = splitTip({
    tipCents,
    lines,
    split: input.tipSplit,
    barberIds: input.tipBarberIds,
  });

  const totals: OrderTotals = {
    listCents: sumOver(lines, (line) => line.listCents),
    discountCents: sumOver(lines, (line) => line.discountCents),
    netCents: sumOver(lines, (line) => line.netCents),
    taxCents: sumOver(lines, (line) => line.taxCents),
    grossCents,
    tipBaseCents: tipBaseCents ?? 0,
    tipCents,
    totalCents: sumCents([grossCents, tipCents], 'tip'),
  };
  return { lines, taxes, promotionCents: discounted.promotionCents, tipShares, totals };
}

function sumOver(lines: readonly PricedLine[], centsOf: (line: PricedLine) => number): number {
  return sumCents(lines.map(centsOf), 'lines');
}
