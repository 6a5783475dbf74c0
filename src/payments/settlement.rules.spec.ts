import { lineOf, simpleOrder, workedOrder } from '../../test/support/orders';
import { priceOrder } from './pricing/order-pricing.rules';
import { settle, toTenderAmount } from './settlement.rules';

const RATES = new Map([
  ['ana', 5000],
  ['ben', 4500],
  ['cal', 4000],
]);

describe('settle', () => {
  it('earns each barber commission and tip, and books both', () => {
    const priced = priceOrder(workedOrder());

    const { entries, commissions, earnings } = settle({
      priced,
      received: [{ tender: 'card_terminal', amountCents: 7941, roundingCents: 0 }],
      held: [],
      rates: RATES,
    });

    expect(entries.map(({ kind }) => kind)).toEqual(['sale', 'commission']);
    expect(commissions.map(({ commissionCents }) => commissionCents)).toEqual([1498, 848, 428]);
    expect(earnings).toEqual([
      { barberId: 'ana', commissionCents: 1498, tipCents: 755 },
      { barberId: 'ben', commissionCents: 848, tipCents: 475 },
      { barberId: 'cal', commissionCents: 428, tipCents: 270 },
    ]);
  });

  it('adds up the lines of one barber', () => {
    const priced = simpleOrder([lineOf(), lineOf({ id: 'shave', unitPriceCents: 1500 })]);
    const { totalCents } = priced.totals;

    const { earnings } = settle({
      priced,
      received: [{ tender: 'cash', amountCents: totalCents, roundingCents: 0 }],
      held: [],
      rates: RATES,
    });

    expect(earnings).toEqual([{ barberId: 'ana', commissionCents: 2500, tipCents: 0 }]);
  });

  it('has nothing to book for what was free', () => {
    const priced = simpleOrder([lineOf({ unitPriceCents: 0 })]);

    const { entries } = settle({ priced, received: [], held: [], rates: RATES });

    expect(entries).toEqual([]);
  });

  it('refuses payments that are not the total', () => {
    const priced = simpleOrder([lineOf()]);
    const received = [{ tender: 'cash' as const, amountCents: 3788, roundingCents: 0 }];

    expect(() => settle({ priced, received, held: [], rates: RATES })).toThrow(
      expect.objectContaining({ code: 'ORDER_NOT_SETTLED' }),
    );
  });
});

describe('toTenderAmount', () => {
  it('is what the drawer has got, not what the bill was', () => {
    expect(toTenderAmount({ tender: 'cash', amountCents: 1232, roundingCents: -2 })).toEqual({
      tender: 'cash',
      amountCents: 1230,
    });
  });
});
