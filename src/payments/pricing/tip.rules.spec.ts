import * as fc from 'fast-check';
import { lineOf, workedOrder } from '../../../test/support/orders';
import type { DomainError } from '../../platform/errors/problem';
import { priceOrder } from './order-pricing.rules';
import type { OrderLine, PricedOrder, TipChoice, TipSplit } from './order-pricing.types';
import { splitTip } from './tip.rules';

const PRODUCT = lineOf({ kind: 'product', unitPriceCents: 1850 });

function tipOn(tip: TipChoice, lines: OrderLine[] = [lineOf()], limit?: number): PricedOrder {
  return priceOrder({
    lines,
    tip,
    tax: { mode: 'exclusive', basisPoints: 825 },
    tipLimitCents: limit,
  });
}

function split(tipCents: number, tipSplit?: TipSplit, barberIds?: string[]) {
  const { lines } = priceOrder(workedOrder());
  return splitTip({ tipCents, lines, split: tipSplit, barberIds });
}

const refusal = (code: string) => expect.objectContaining({ code });

describe('the tip', () => {
  it.each<[string, TipChoice, number]>([
    ['none', { mode: 'none' }, 0],
    ['an amount', { mode: 'amount', amountCents: 777 }, 777],
    ['a percentage, rounded half up', { mode: 'percent', basisPoints: 1501 }, 525],
    ['the way to the next 5.00', { mode: 'round_up', toCents: 500 }, 211],
    ['nothing when the bill is round', { mode: 'round_up', toCents: 1 }, 0],
  ])('is %s', (_, choice, tipCents) => {
    expect(tipOn(choice).totals.tipCents).toBe(tipCents);
  });

  it('is a percentage of services at list price: no product, no tax, before discount', () => {
    const order = priceOrder({
      lines: [lineOf(), { ...PRODUCT, id: 'pomade', tipEligible: true }],
      discount: { kind: 'percent', basisPoints: 5000, reason: 'coupon' },
      tax: { mode: 'exclusive', basisPoints: 825 },
      tip: { mode: 'percent', basisPoints: 2000 },
    });

    expect(order.totals).toMatchObject({ tipBaseCents: 3500, tipCents: 700 });
  });

  it('is taken up to the limit and refused above it', () => {
    expect(tipOn({ mode: 'amount', amountCents: 5000 }, [lineOf()], 5000).totals.tipCents).toBe(
      5000,
    );
    expect(() => tipOn({ mode: 'amount', amountCents: 5001 }, [lineOf()], 5000)).toThrow(
      refusal('TIP_OVER_LIMIT'),
    );
  });

  it.each<[string, TipChoice, number | undefined]>([
    ['a negative percentage', { mode: 'percent', basisPoints: -1 }, undefined],
    ['rounding up to nothing', { mode: 'round_up', toCents: 0 }, undefined],
    ['rounding up to less', { mode: 'round_up', toCents: -100 }, undefined],
    ['a negative limit', { mode: 'none' }, -1],
  ])('refuses %s', (_, choice, limit) => {
    expect(() => tipOn(choice, [lineOf()], limit)).toThrow(refusal('AMOUNT_INVALID'));
  });

  it.each<[string, TipChoice, OrderLine[]]>([
    ['an amount on products alone', { mode: 'amount', amountCents: 500 }, [PRODUCT]],
    ['a percentage of products alone', { mode: 'percent', basisPoints: 1500 }, [PRODUCT]],
    ['a service of nobody', { mode: 'percent', basisPoints: 1500 }, [lineOf({ barberId: null })]],
    [
      'a service without tips',
      { mode: 'round_up', toCents: 500 },
      [lineOf({ tipEligible: false })],
    ],
    ['an empty order', { mode: 'amount', amountCents: 1 }, []],
  ])('is refused, never lost, for %s', (_, choice, lines) => {
    expect(() => tipOn(choice, lines)).toThrow(refusal('TIP_WITHOUT_BARBER'));
  });

  it('of nothing needs nobody', () => {
    expect(tipOn({ mode: 'percent', basisPoints: 0 }, [PRODUCT]).tipShares).toEqual([]);
    expect(tipOn({ mode: 'amount', amountCents: 0 }, [PRODUCT]).tipShares).toEqual([]);
  });
});

describe('splitTip', () => {
  it('divides one unit over three barbers: one gets it, nobody gets a share of nothing', () => {
    expect(split(1)).toEqual([{ barberId: 'ana', amountCents: 1 }]);
  });

  it('counts all services of a barber together', () => {
    const lines = [
      lineOf({ id: 'a', barberId: 'ben', unitPriceCents: 1000 }),
      lineOf({ id: 'b', barberId: 'ana', unitPriceCents: 3000 }),
      lineOf({ id: 'c', barberId: 'ben', unitPriceCents: 2000 }),
    ];

    expect(tipOn({ mode: 'amount', amountCents: 1000 }, lines).tipShares).toEqual([
      { barberId: 'ben', amountCents: 500 },
      { barberId: 'ana', amountCents: 500 },
    ]);
  });

  it('divides equally when every service was free', () => {
    const lines = ['ana', 'ben', 'cal'].map((id) =>
      lineOf({ id, barberId: id, unitPriceCents: 0 }),
    );

    expect(tipOn({ mode: 'amount', amountCents: 1000 }, lines).tipShares).toEqual([
      { barberId: 'ana', amountCents: 334 },
      { barberId: 'ben', amountCents: 333 },
      { barberId: 'cal', amountCents: 333 },
    ]);
  });

  it('divides a pool by its weights, among barbers who need not be on the order', () => {
    const members = [
      { barberId: 'ana', weight: 480 },
      { barberId: 'dan', weight: 240 },
    ];

    expect(split(1000, { mode: 'pool', members })).toEqual([
      { barberId: 'ana', amountCents: 667 },
      { barberId: 'dan', amountCents: 333 },
    ]);
  });

  it('takes stated shares as they are and leaves out those of nothing', () => {
    const shares = [
      { barberId: 'cal', amountCents: 1400 },
      { barberId: 'ana', amountCents: 0 },
      { barberId: 'ben', amountCents: 100 },
    ];

    expect(split(1500, { mode: 'shares', shares })).toEqual([
      { barberId: 'cal', amountCents: 1400 },
      { barberId: 'ben', amountCents: 100 },
    ]);
  });

  it('lets stated shares give a tip on products to whoever sold them', () => {
    const order = priceOrder({
      lines: [PRODUCT, { ...PRODUCT, id: 'shampoo', barberId: null }],
      tax: { mode: 'exclusive', basisPoints: 0 },
      tip: { mode: 'amount', amountCents: 300 },
      tipSplit: { mode: 'shares', shares: [{ barberId: 'ana', amountCents: 300 }] },
    });

    expect(order.tipShares).toEqual([{ barberId: 'ana', amountCents: 300 }]);
  });

  it('names a barber who is not on the order only if the shop allows it', () => {
    const shares: TipSplit = { mode: 'shares', shares: [{ barberId: 'dan', amountCents: 500 }] };

    expect(split(500, shares, ['dan'])).toEqual([{ barberId: 'dan', amountCents: 500 }]);
    expect(() => split(500, shares)).toThrow(refusal('TIP_BARBER_NOT_ALLOWED'));
  });

  const ana = (amountCents: number) => ({ barberId: 'ana', amountCents });
  it.each<[string, TipSplit, string]>([
    ['shares below the tip', { mode: 'shares', shares: [ana(499)] }, 'TIP_SHARES_MISMATCH'],
    ['shares above the tip', { mode: 'shares', shares: [ana(501)] }, 'TIP_SHARES_MISMATCH'],
    ['no shares', { mode: 'shares', shares: [] }, 'TIP_SHARES_MISMATCH'],
    ['two shares of one', { mode: 'shares', shares: [ana(250), ana(250)] }, 'TIP_SHARES_MISMATCH'],
    ['a negative share', { mode: 'shares', shares: [ana(-1)] }, 'AMOUNT_INVALID'],
    ['an empty pool', { mode: 'pool', members: [] }, 'TIP_WITHOUT_BARBER'],
    [
      'a pool that names one twice',
      {
        mode: 'pool',
        members: [
          { barberId: 'ana', weight: 1 },
          { barberId: 'ana', weight: 1 },
        ],
      },
      'TIP_SHARES_MISMATCH',
    ],
    [
      'a negative weight',
      { mode: 'pool', members: [{ barberId: 'ana', weight: -1 }] },
      'AMOUNT_INVALID',
    ],
  ])('refuses %s', (_, tipSplit, code) => {
    expect(() => split(500, tipSplit)).toThrow(refusal(code));
  });

  it('refuses a negative tip', () => {
    expect(() => split(-1)).toThrow(refusal('AMOUNT_INVALID'));
  });

  it('takes any stated shares exactly or refuses them', () => {
    const anyShare = fc.record({
      barberId: fc.constantFrom('ana', 'ben', 'cal', 'dan'),
      amountCents: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.double()),
    });
    const codes = ['TIP_SHARES_MISMATCH', 'TIP_BARBER_NOT_ALLOWED', 'AMOUNT_INVALID'];

    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.array(anyShare, { maxLength: 4 }), (tipCents, shares) => {
        try {
          const taken = split(tipCents, { mode: 'shares', shares });
          expect(taken.reduce((sum, share) => sum + share.amountCents, 0)).toBe(tipCents);
          expect(taken.every((share) => share.amountCents > 0)).toBe(true);
        } catch (refused) {
          expect(codes).toContain((refused as DomainError).code);
        }
      }),
    );
  });
});
