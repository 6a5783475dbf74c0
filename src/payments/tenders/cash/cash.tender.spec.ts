import type { Transaction } from '../../../platform/database/unit-of-work';
import { CashTender } from './cash.tender';

// Cash keeps nothing of its own, so it must not touch the database.
const untouched = new Proxy({} as Transaction, {
  get: () => {
    throw new Error('cash uses the database');
  },
});

describe('cash', () => {
  const take = (
    request: { amountCents?: number; tenderedCents: number },
    dueCents: number,
    currency = 'GBP',
  ) =>
    new CashTender().take(
      untouched,
      { tender: 'cash', ...request },
      { orderId: 'order', paymentId: 'payment', dueCents, currency },
    );

  it('pays all that is due and gives change', async () => {
    expect(await take({ tenderedCents: 5000 }, 3450)).toEqual({
      amountCents: 3450,
      roundingCents: 0,
      tenderedCents: 5000,
      changeCents: 1550,
      reference: null,
      lastFour: null,
    });
  });

  it.each([
    ['a part', 'GBP', 1000, 1000, 3450, [1000, 0, 0]],
    ['the whole in coins of 5', 'CHF', undefined, 2000, 1233, [1233, 2, 765]],
    ['the whole rounded down', 'CHF', undefined, 2000, 1232, [1232, -2, 770]],
    ['the whole that no coin can pay', 'CHF', undefined, 0, 2, [2, -2, 0]],
    ['a part, rounded to coins and nothing more', 'CHF', 1001, 2000, 3000, [1000, 0, 1000]],
    ['the whole when coins reach it', 'CHF', 2998, 3000, 3000, [3000, 0, 0]],
    ['the whole when coins go beyond it', 'CHF', 2998, 3000, 2999, [2999, 1, 0]],
  ])('pays %s', async (_, currency, amountCents, tenderedCents, dueCents, expected) => {
    const taken = await take({ amountCents, tenderedCents }, dueCents, currency);

    expect([taken.amountCents, taken.roundingCents, taken.changeCents]).toEqual(expected);
  });

  it.each([
    ['more than is due', 'GBP', 3451, 5000, 3450, 'PAYMENT_OVER_DUE'],
    ['what is paid already', 'GBP', undefined, 5000, 0, 'PAYMENT_OVER_DUE'],
    ['less cash than the amount', 'GBP', 3000, 2999, 3450, 'CASH_TOO_LITTLE'],
    ['a part below the smallest coin', 'CHF', 2, 5, 1000, 'CASH_NOT_PAYABLE'],
    ['cash in coins that there are not', 'CHF', undefined, 1238, 1233, 'CASH_NOT_PAYABLE'],
  ])('refuses %s', async (_, currency, amountCents, tenderedCents, dueCents, code) => {
    await expect(take({ amountCents, tenderedCents }, dueCents, currency)).rejects.toMatchObject({
      code,
    });
  });
});
