import * as fc from 'fast-check';
import { anyDays, RandomDays } from '../../test/support/random-days';

const LIMIT_MS = 120_000;

describe('any days of a shop', () => {
  const playAndCheck = (check: (days: RandomDays) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(anyDays, async ({ shop, actions }) => {
        const days = await RandomDays.open(shop);
        try {
          for (const action of actions) await days.play(action);
          await days.leaveSomeWaiting();
          await check(days);
        } finally {
          await days.till.close();
        }
      }),
      { numRuns: 8 },
    );

  it(
    'are reported as a recount of what happened, to the cent, from books that balance',
    () =>
      playAndCheck(async (days) => {
        for (const day of days.businessDays()) {
          const report = await days.till.reports.dayReport(days.till.shopId, day);
          const recount = days.recountOf(day);

          expect(report).toMatchObject(recount);
          expect(report.ledger).toMatchObject({ balanced: true, sumCents: 0 });
          const { sales, tenders, openOrderPayments: held } = report;
          // A tender may have only tips: of a part that was paid on an earlier day.
          const taken = tenders.filter(({ receivedCents }) => receivedCents !== 0);
          expect(
            Object.fromEntries(taken.map(({ tender, receivedCents }) => [tender, receivedCents])),
          ).toEqual(days.takingsOf(day));
          const takings = taken.reduce((sum, { receivedCents }) => sum + receivedCents, 0);
          expect(takings - held.takenCents + held.releasedCents).toBe(sales.totalCents);
        }
        await days.checkBooks();
      }),
    LIMIT_MS,
  );
});
