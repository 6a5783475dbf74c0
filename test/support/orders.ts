import * as fc from 'fast-check';
import { priceOrder } from '../../src/payments/pricing/order-pricing.rules';
import type {
  Discount,
  OrderInput,
  OrderLine,
  PricedOrder,
  TaxRule,
  TipChoice,
} from '../../src/payments/pricing/order-pricing.types';

/** A taxable haircut by Ana at 35.00, but for what the test says. */
export function lineOf(line: Partial<OrderLine> = {}): OrderLine {
  return {
    id: 'cut',
    kind: 'service',
    catalogId: 'service-cut',
    name: 'Haircut',
    barberId: 'ana',
    quantity: 1,
    unitPriceCents: 3500,
    taxable: true,
    tipEligible: true,
    ...line,
  };
}

/** Three barbers, a coupon of 10.00, 8.25 % tax and a tip of 15.00: 79.41 in all. */
export function workedOrder(order: Partial<OrderInput> = {}): OrderInput {
  return {
    lines: [
      lineOf(),
      lineOf({ id: 'colour', barberId: 'ben', name: 'Colour', unitPriceCents: 2200 }),
      lineOf({ id: 'shave', barberId: 'cal', name: 'Shave', unitPriceCents: 1250 }),
    ],
    discount: { kind: 'amount', amountCents: 1000, reason: 'coupon' },
    tax: { mode: 'exclusive', basisPoints: 825 },
    tip: { mode: 'amount', amountCents: 1500 },
    ...order,
  };
}

/** Lines at 8.25 % tax on top, without a tip, but for what the test says; priced. */
export function simpleOrder(lines: OrderLine[], order: Partial<OrderInput> = {}): PricedOrder {
  return priceOrder({
    lines,
    tax: { mode: 'exclusive', basisPoints: 825 },
    tip: { mode: 'none' },
    ...order,
  });
}

const anyRate = fc.oneof(fc.constantFrom(0, 500, 825, 1900, 2000), fc.nat({ max: 10_000 }));
const anyPrice = fc.oneof(fc.constantFrom(0, 1, 3500), fc.nat({ max: 100_000 }));

/** A discount that fits the price it is taken off, so that no order is refused for it. */
function anyDiscountOn(listCents: number): fc.Arbitrary<Discount | undefined> {
  return fc.oneof(
    fc.constant(undefined),
    fc.record({
      kind: fc.constant('percent' as const),
      basisPoints: fc.oneof(fc.constant(10_000), fc.nat({ max: 10_000 })),
      reason: fc.constant('loyalty'),
    }),
    fc.record({
      kind: fc.constant('amount' as const),
      amountCents: fc.nat({ max: listCents }),
      reason: fc.constant('coupon'),
    }),
  );
}

/** Of any amount: a promotion of more than the rest takes the rest. */
const anyPromotion: fc.Arbitrary<Discount> = anyDiscountOn(100_000).map(
  (promotion) => promotion ?? { kind: 'amount', amountCents: 500, reason: 'WELCOME' },
);

const anyLine: fc.Arbitrary<OrderLine> = fc
  .record({
    kind: fc.constantFrom('service' as const, 'product' as const, 'gift_card' as const),
    barberId: fc.constantFrom(null, 'ana', 'ben', 'cal'),
    quantity: fc.integer({ min: 1, max: 4 }),
    unitPriceCents: anyPrice,
    taxable: fc.boolean(),
    taxBasisPoints: fc.option(anyRate, { nil: undefined }),
    taxMode: fc.constantFrom(undefined, 'exclusive' as const, 'inclusive' as const),
    tipEligible: fc.boolean(),
  })
  .chain((line) =>
    anyDiscountOn(line.quantity * line.unitPriceCents).map((discount) =>
      lineOf({ ...line, discount }),
    ),
  );

const anyTax: fc.Arbitrary<TaxRule> = fc.record({
  mode: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  basisPoints: anyRate,
});

const anyAbsoluteTip: fc.Arbitrary<TipChoice> = fc.oneof(
  fc.constant({ mode: 'none' as const }),
  fc.nat({ max: 50_000 }).map((amountCents) => ({ mode: 'amount' as const, amountCents })),
  fc.constantFrom(1, 100, 500).map((toCents) => ({ mode: 'round_up' as const, toCents })),
);
const anyTip: fc.Arbitrary<TipChoice> = fc.oneof(
  anyAbsoluteTip,
  fc.nat({ max: 10_000 }).map((basisPoints) => ({ mode: 'percent' as const, basisPoints })),
);

/** Any order that must be priced: its discounts fit, and its tip has somebody to go to. */
export const anyOrder: fc.Arbitrary<OrderInput> = fc
  .record({ lines: fc.array(anyLine, { maxLength: 6 }), tax: anyTax })
  .map(({ lines, tax }) => ({ lines: lines.map((line, i) => ({ ...line, id: `line-${i}` })), tax }))
  .chain(({ lines, tax }) => {
    const leftCents = priceOrder({ lines, tax, tip: { mode: 'none' } })
      .lines.filter((line) => line.kind !== 'gift_card')
      .reduce((left, line) => left + line.listCents - line.discountCents, 0);
    const isTippable = lines.some(
      (line) => line.kind === 'service' && line.tipEligible && line.barberId !== null,
    );
    const pool = {
      mode: 'pool' as const,
      members: [
        { barberId: 'dan', weight: 480 },
        { barberId: 'ana', weight: 200 },
      ],
    };
    return fc.record({
      lines: fc.constant(lines),
      tax: fc.constant(tax),
      discount: anyDiscountOn(leftCents),
      promotions: fc.array(anyPromotion, { maxLength: 2 }),
      tip: isTippable ? anyTip : anyAbsoluteTip,
      tipSplit: isTippable ? fc.constantFrom(undefined, pool) : fc.constant(pool),
    });
  });
