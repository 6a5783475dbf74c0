import * as fc from 'fast-check';
import { anyOrder, lineOf } from '../../test/support/orders';
import { priceAgain, priceBill, toLineEntities } from './bill.rules';
import type { OrderEntity } from './order.entity';
import { priceOrder } from './pricing/order-pricing.rules';

describe('priceAgain', () => {
  it('gives the amounts that a bill was opened with, whatever the order', () => {
    // A stored line counts for tips if it is a service.
    const storable = anyOrder
      .filter(({ tipSplit }) => tipSplit === undefined)
      .map((order) => ({
        ...order,
        lines: order.lines.map((line) => ({
          ...line,
          tipEligible: line.kind === 'service',
        })),
      }));

    fc.assert(
      fc.property(storable, (input) => {
        const priced = priceOrder(input);
        const order = {
          id: 'order',
          shopId: 'shop',
          pricesIncludeTax: input.tax.mode === 'inclusive',
          discount: input.discount ?? null,
          promotions: (input.promotions ?? []).map((discount) => ({ discount })),
          tip: input.tip,
          tipSplit: null,
        } as unknown as OrderEntity;

        const again = priceAgain(order, toLineEntities(order, priced));

        expect(again.totals).toEqual(priced.totals);
        expect(again.tipShares).toEqual(priced.tipShares);
        expect(again.taxes).toEqual(priced.taxes);
        expect(again.lines.map(({ salesCents }) => salesCents)).toEqual(
          priced.lines.map(({ salesCents }) => salesCents),
        );
      }),
    );
  });
});

describe('priceBill', () => {
  const terms = {
    tax: { mode: 'exclusive' as const, basisPoints: 0 },
    tipLimitBasisPoints: 5000,
  };
  const wish = (amountCents: number) => ({
    discount: null,
    tip: { mode: 'amount' as const, amountCents },
    tipSplit: null,
    promotions: [],
  });

  it('takes tips up to the limit of the list price, and none above', () => {
    const lines = [lineOf({ unitPriceCents: 1500, quantity: 2 })];

    expect(priceBill(lines, wish(1500), terms).totals.tipCents).toBe(1500);
    expect(() => priceBill(lines, wish(1501), terms)).toThrow(
      expect.objectContaining({ code: 'TIP_OVER_LIMIT' }),
    );
  });
});
