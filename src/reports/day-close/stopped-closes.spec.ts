import { FaultyUnits, Stopped } from '../../../test/support/faulty-units';
import { Till } from '../../../test/support/till';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { sha256 } from './close-hash.rules';
import { DayCloseService } from './day-close.service';
import { ReportFiles } from './report-files.service';

const DAY = '2026-05-16';

/** A day with a bit of everything, ready to be closed. */
async function openTill(): Promise<Till> {
  const till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
  const ana = await till.staff('ANA', 5000);
  const cut = await till.service('Cut', 4000);
  const lines = [{ kind: 'service', catalogId: cut, barberId: ana }];
  await till.checkOut({ lines, tenders: [{ tender: 'card_terminal', reference: 'A' }] });
  const { order } = await till.checkOut({
    ...{ lines, tip: { kind: 'amount', amountCents: 500 } },
    tenders: [{ tender: 'cash', tenderedCents: 5000 }],
  });
  await till.refund(order.id, { amountCents: 1000 });
  return till;
}

describe('a close that is stopped', () => {
  let till: Till;
  let units: FaultyUnits;

  beforeAll(async () => {
    till = await openTill();
    units = new FaultyUnits(till.context.get(UnitOfWork));
    // The services have been given theirs already; the close alone is watched.
    Object.assign(till.context.get(DayCloseService), { unitOfWork: units });
  });

  afterAll(() => till.close());

  const files = async () => {
    const { files: sums, report } = await till.closedDays.show(till.shopId, DAY);
    return { sums, report };
  };
  const told = async () =>
    (
      await till.reader.query<{ n: number }>(
        `SELECT COUNT(*) AS n FROM events WHERE type = 'day.closed'`,
      )
    )[0]?.n;

  it('at any step reports, when it is done, what it would have reported at once', async () => {
    await till.closeDay(DAY, { terminalBatchCents: 4330 });
    await till.days.reopen(till.as(), DAY, 'To count the steps of closing it again');
    units.arm(Number.POSITIVE_INFINITY);
    await till.closeDay(DAY, { terminalBatchCents: 4330 });
    const { steps } = units;
    const undisturbed = await files();
    expect(steps).toBeGreaterThan(25);
    let tellings = 2;
    let stops = 0;

    for (let stopAt = 1; stopAt <= steps; stopAt += 1) {
      await till.days.reopen(till.as(), DAY, 'Closed again');
      units.arm(stopAt);

      const attempt = await till
        .closeDay(DAY, { terminalBatchCents: 4330 })
        .catch((error: unknown) => error);
      if (attempt instanceof Stopped) stops += 1;
      units.arm(Number.POSITIVE_INFINITY);
      // What a server does when it starts again; then the manager, who has heard nothing.
      await till.days.finishAll();
      await till.closeDay(DAY, { terminalBatchCents: 4330 });

      const resumed = await files();
      tellings += 1;
      expect({ stopAt, told: await told() }).toEqual({ stopAt, told: tellings });
      const same = { ...resumed.report, ...varying(undisturbed.report) };
      expect(same).toEqual(undisturbed.report);
    }

    expect(stops).toBe(steps);
  });
});

/** What differs because the day was closed once more, and not because it was stopped. */
function varying<Report extends { version: number }>(report: Report) {
  const { version, reopenReason, previousClose } = report as Report & {
    reopenReason: unknown;
    previousClose: unknown;
  };
  return { version, reopenReason, previousClose };
}

describe('the files of a report', () => {
  it('are the same bytes whenever they are made', async () => {
    const till = await openTill();
    await till.closeDay(DAY, { terminalBatchCents: 4330 });
    const report = await till.closedDays.show(till.shopId, DAY);
    till.clock.advanceMinutes(600);

    const made = await new ReportFiles().make(JSON.stringify(report.report), report.report);

    const sums = made.map(({ format, body }) => ({ format, sha256: sha256(body) }));
    const byFormat = (a: { format: string }, b: { format: string }) =>
      a.format.localeCompare(b.format);
    expect(sums.sort(byFormat)).toEqual([...report.files].sort(byFormat));
    await till.close();
  });
});
