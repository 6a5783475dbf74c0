import { balances } from '../../../test/support/books';
import { workedOrder } from '../../../test/support/orders';
import { type CommissionLine, freezeCommissions } from '../commission/commission.rules';
import { priceOrder } from '../pricing/order-pricing.rules';
import { commissionEntry } from './commission-postings.rules';
import { reverse } from './journal-entry.rules';

const WORKED = priceOrder(workedOrder());
const RATES: Record<string, number> = { ana: 5000, ben: 4500, cal: 4000 };
const COMMISSIONS: CommissionLine[] = freezeCommissions(
  WORKED.lines.map((line) => ({ line, basisPoints: RATES[line.barberId ?? ''] ?? 0 })),
);

describe('commissionEntry', () => {
  it('owes each barber the commission of each line', () => {
    const entry = commissionEntry(COMMISSIONS);

    expect(balances(entry)).toEqual({
      '5010': 2774,
      '2320:ana': -1498,
      '2320:ben': -848,
      '2320:cal': -428,
    });
    expect(entry?.postings[0]).toEqual({
      accountCode: '5010',
      amountCents: 1498,
      dimensions: { barberId: 'ana', lineId: 'cut', catalogKind: 'service' },
    });
  });

  it('takes back what was earned on one line at the rate of the sale', () => {
    const ofBen = COMMISSIONS.filter((line) => line.barberId === 'ben');

    const clawback = commissionEntry(ofBen);

    expect(clawback && balances(reverse(clawback))).toEqual({ '2320:ben': 848, '5010': -848 });
  });

  it.each([
    [0, {}],
    [10_000, { '5010': 2996, '2320:ana': -2996 }],
  ])('books a rate of %p', (basisPoints, expected) => {
    const lines = WORKED.lines.slice(0, 1).map((line) => ({ line, basisPoints }));

    expect(balances(commissionEntry(freezeCommissions(lines)))).toEqual(expected);
  });
});
