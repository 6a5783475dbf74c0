import * as fc from 'fast-check';
import { BooksFile } from '../../src/commands/verify/books-file';
import { verifyShop } from '../../src/commands/verify/verify-shop';
import { seededChance } from '../emulators/shared/faults';
import {
  anyProviderSteps,
  begin,
  decide,
  ProviderModel,
  tellShuffled,
  watchCalls,
  wordsOfKeys,
} from '../support/provider-books-model';
import { PayDesk } from './pay-desk';

const RUNS = 8;
const LIMIT_MS = 180_000;

/** A day that is well under way: by either provider one has paid, and one is about to. */
async function openDay(model: ProviderModel, desk: PayDesk): Promise<void> {
  for (const tender of ['paypal', 'cash_app', 'paypal', 'cash_app'] as const) {
    await begin(model, desk, tender, 0);
    const { payment } = model.payments.at(-1)!;
    decide(desk, payment, tender, true);
    desk.later(3);
    if (model.payments.length <= 2) await desk.show(payment);
  }
}

/** Lets the bad day end, and everything in doubt be found out. */
async function drain(model: ProviderModel, desk: PayDesk): Promise<void> {
  desk.paypal.faults.clear();
  desk.cashApp.faults.clear();
  for (let round = 0; round < 60; round += 1) {
    desk.clock.advanceMinutes(round < 20 ? 1 : 30);
    await desk.sweep();
    const [open] = await desk.reader.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM payment_operations
       WHERE kind <> 'create' AND state NOT IN ('succeeded', 'declined')`,
    );
    if (Number(open?.n) === 0 && round > 3) break;
  }
  for (const { payment } of model.payments) await desk.show(payment);
}

/** What each provider's own books say is left with it, in minor units. */
function truthOf(desk: PayDesk): Record<string, number> {
  const cents = (value: string) => Math.round(Number(value) * 100);
  const paypal = [...desk.paypal.books.captures.values()].reduce(
    (sum, capture) => sum + cents(capture.amount.value) - capture.refundedCents,
    0,
  );
  const cashApp = [...desk.cashApp.books.payments.values()].reduce(
    (sum, { captured, refunded }) => sum + captured - refunded,
    0,
  );
  return { '1210': paypal, '1240': cashApp };
}

async function ledgerOf(desk: PayDesk): Promise<Record<string, number>> {
  const rows = await desk.reader.query<{ account: string; cents: number }>(
    `SELECT p.account_code AS account, SUM(p.amount_cents) AS cents
     FROM postings p JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
     WHERE p.account_code IN ('1210', '1240') AND e.kind <> 'provider_fee' GROUP BY 1`,
  );
  const sums = Object.fromEntries(rows.map(({ account, cents }) => [account, Number(cents)]));
  return { '1210': 0, '1240': 0, ...sums };
}

async function headOf(desk: PayDesk): Promise<unknown> {
  return desk.reader.query('SELECT number, hash FROM journal_entries ORDER BY number DESC LIMIT 1');
}

async function assertAllHolds(model: ProviderModel, desk: PayDesk): Promise<void> {
  // 12: what the providers have of ours is what our books say they have.
  expect(await ledgerOf(desk)).toEqual(truthOf(desk));
  // 8: at most one capture for each payment.
  const charged = [
    ...[...desk.paypal.books.captures.values()].map(({ customId }) => customId),
    ...[...desk.cashApp.books.payments.values()]
      .filter(({ captured }) => captured > 0)
      .map(({ referenceId }) => referenceId),
  ];
  expect(new Set(charged).size).toBe(charged.length);
  // 7: never more back than came, whatever the way.
  const over = await desk.reader.query(
    `SELECT p.id FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id AND r.state <> 'failed'
     GROUP BY p.id, p.amount_cents, p.refunded_cents
     HAVING COALESCE(SUM(r.amount_cents), 0) > p.amount_cents
       OR COALESCE(SUM(r.amount_cents), 0) <> p.refunded_cents`,
  );
  expect(over).toEqual([]);
  // 21: a key has one request.
  for (const [key, words] of wordsOfKeys(desk)) expect([key, words.size]).toEqual([key, 1]);
  // 10: all that was ever told, told again in another order, changes nothing.
  const head = await headOf(desk);
  await tellShuffled(desk, model.told, seededChance(7));
  expect(await headOf(desk)).toEqual(head);
  expect(await ledgerOf(desk)).toEqual(truthOf(desk));
  // Chain, balances and reports are as the program that verifies them wants them.
  const file = new BooksFile(desk.databasePath);
  const [shop] = await desk.reader.query<{ id: string }>('SELECT id FROM shops');
  expect(verifyShop(file, shop?.id ?? '').fault).toBeNull();
  file.close();
}

describe('Our books and those of the providers', () => {
  it(
    'are the same at the end, whatever happened and went wrong on the way',
    () =>
      // A failure prints its seed and the shortest steps that lead to it.
      fc.assert(
        fc.asyncProperty(anyProviderSteps, async (steps) => {
          const desk = await PayDesk.open();
          const model = new ProviderModel();
          const { unannounced } = watchCalls(desk);
          try {
            await openDay(model, desk);
            await fc.asyncModelRun(() => ({ model, real: desk }), steps);
            await drain(model, desk);
            await assertAllHolds(model, desk);
            // 19: nothing was asked of a provider that was not committed before.
            expect(unannounced).toEqual([]);
          } finally {
            await desk.close();
          }
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 45_000 },
      ),
    LIMIT_MS,
  );
});
