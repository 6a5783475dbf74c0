import { lineOf, workedOrder } from '../../../test/support/orders';
import { priceOrder } from '../pricing/order-pricing.rules';
import { freezeCommissions } from './commission.rules';

const RATES: Record<string, number> = { ana: 5000, ben: 4500, cal: 4000 };

function lineAt(netCents: number) {
  return { ...lineOf(), netCents };
}

describe('freezeCommissions', () => {
  it('pays 50, 45 and 40 % of what the coupon left, without tax and tip', () => {
    const { lines } = priceOrder(workedOrder());

    const frozen = freezeCommissions(
      lines.map((line) => ({ line, basisPoints: RATES[line.barberId ?? ''] ?? 0 })),
    );

    expect(frozen.map((line) => line.commissionCents)).toEqual([1498, 848, 428]);
    expect(frozen[1]).toEqual({
      lineId: 'colour',
      barberId: 'ben',
      catalogKind: 'service',
      baseCents: 1884,
      basisPoints: 4500,
      commissionCents: 848,
    });
  });

  it.each([
    ['nothing at 0 %, and keeps the proof', 3500, 0, 0],
    ['everything at 100 %', 3500, 10_000, 3500],
    ['half a cent more on half a cent', 1, 5000, 1],
    ['nothing on a free line', 0, 5000, 0],
  ])('pays %s', (_, netCents, basisPoints, commissionCents) => {
    const frozen = freezeCommissions([{ line: lineAt(netCents), basisPoints }]);

    expect(frozen).toEqual([expect.objectContaining({ basisPoints, commissionCents })]);
  });

  it('pays nobody for a line of nobody', () => {
    const line = { ...lineAt(3500), barberId: null };

    expect(freezeCommissions([{ line, basisPoints: 5000 }])).toEqual([]);
  });

  it.each([-1, 10_001, 0.5, Number.NaN])('refuses a rate of %p', (basisPoints) => {
    expect(() => freezeCommissions([{ line: lineAt(3500), basisPoints }])).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });

  it('does not accept a line below zero', () => {
    expect(() => freezeCommissions([{ line: lineAt(-1), basisPoints: 5000 }])).toThrow(
      'Assertion failed',
    );
  });
});
