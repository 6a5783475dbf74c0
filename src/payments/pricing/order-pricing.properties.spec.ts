import * as fc from 'fast-check';
import { anyOrder } from '../../../test/support/orders';
import { priceOrder } from './order-pricing.rules';
import type { PricedLine } from './order-pricing.types';

function sum<Item>(items: readonly Item[], centsOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + centsOf(item), 0);
}

const AMOUNTS = [
  'listCents',
  'discountCents',
  'netCents',
  'taxCents',
  'grossCents',
] as const satisfies (keyof PricedLine)[];

describe('any order', () => {
  it('adds up: lines to totals, net and tax and tip to what is owed', () => {
    fc.assert(
      fc.property(anyOrder, (input) => {
        const { lines, taxes, tipShares, totals } = priceOrder(input);

        for (const amount of AMOUNTS) {
          expect(sum(lines, (line) => line[amount])).toBe(totals[amount]);
        }
        expect(sum(taxes, (tax) => tax.taxCents)).toBe(totals.taxCents);
        expect(sum(tipShares, (share) => share.amountCents)).toBe(totals.tipCents);
        expect(totals.netCents + totals.taxCents + totals.tipCents).toBe(totals.totalCents);
      }),
    );
  });

  it('has no line below zero, and lines that agree with themselves', () => {
    fc.assert(
      fc.property(anyOrder, (input) => {
        for (const line of priceOrder(input).lines) {
          for (const amount of AMOUNTS) expect(line[amount]).toBeGreaterThanOrEqual(0);
          const chargedCents = line.listCents - line.discountCents;
          const isInclusive = line.taxMode === 'inclusive';
          expect(isInclusive ? line.grossCents : line.netCents).toBe(chargedCents);
          expect(line.netCents + line.taxCents).toBe(line.grossCents);
          expect(line.salesCents - line.salesDiscountCents).toBe(line.netCents);
          expect(line.salesDiscountCents).toBeGreaterThanOrEqual(0);
          expect(line.salesDiscountCents).toBeLessThanOrEqual(line.discountCents);
          expect(line.orderDiscountCents).toBeLessThanOrEqual(line.discountCents);
        }
      }),
    );
  });

  it('is taxed at each rate within half a unit of the exact tax, contained and added each', () => {
    fc.assert(
      fc.property(anyOrder, (input) => {
        for (const { basisPoints, netCents, taxCents } of priceOrder(input).taxes) {
          const errorTimesTenThousand = Math.abs(taxCents * 10_000 - netCents * basisPoints);
          // Contained and added tax are rounded apart, and contained against the gross amount.
          const bound = 10_000 + basisPoints / 2;
          expect(errorTimesTenThousand).toBeLessThanOrEqual(bound);
        }
      }),
    );
  });

  it('has the same amounts for each line and barber in whatever order its lines come', () => {
    const shuffled = anyOrder.chain((order) =>
      fc.tuple(
        fc.constant(order),
        fc.shuffledSubarray([...order.lines], { minLength: order.lines.length }),
      ),
    );

    fc.assert(
      fc.property(shuffled, ([order, lines]) => {
        const priced = priceOrder(order);
        const permuted = priceOrder({ ...order, lines });

        expect(new Set(permuted.lines)).toEqual(new Set(priced.lines));
        expect(new Set(permuted.tipShares)).toEqual(new Set(priced.tipShares));
        expect(permuted.taxes).toEqual(priced.taxes);
        expect(permuted.totals).toEqual(priced.totals);
      }),
    );
  });
});
