import { createHash } from 'node:crypto';
import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';

const DAY = '2026-05-16';
const NEXT = '2026-05-17';

describe('closing a day', () => {
  let till: Till;
  let ana: string;
  let cut: string;

  beforeEach(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
    ana = await till.staff('ANA', 5000);
    cut = await till.service('Cut', 4000);
  });

  afterEach(() => till.close());

  const card = [{ tender: 'card_terminal', reference: 'A' }];
  const cash = [{ tender: 'cash', tenderedCents: 5000 }];
  const sell = (tenders: readonly object[]) =>
    till.checkOut({
      lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
      tip: { kind: 'amount', amountCents: 500 },
      tenders,
    });
  const hash = (body: string | Buffer) => createHash('sha256').update(body).digest('hex');
  const closes = async () =>
    (
      await till.reader.query<{ type: string }>(
        `SELECT type FROM events WHERE type LIKE 'day.%' ORDER BY sequence`,
      )
    ).map(({ type }) => type);

  it('lists what stands in the way, and closes once that is settled or left for a reason', async () => {
    const unpaid = await till.serve(cut);
    const { id: drawerId } = await till.drawers.open(till.as(), { floatCents: 1000 });
    await sell(card);
    const waiting = await till.join([cut]);

    const refused = await refusal(till.closeDay(DAY));

    expect(refused).toMatchObject({
      code: 'DAY_NOT_READY',
      details: {
        items: [
          { kind: 'uncounted_drawer', id: drawerId },
          { kind: 'unfinished_ticket', id: waiting.id, label: 'No. 2' },
          { kind: 'unpaid_ticket', id: unpaid, label: 'No. 1' },
          { kind: 'terminal_total' },
        ],
      },
    });
    expect(await till.closedDays.readiness(till.shopId, DAY)).toMatchObject({
      isReady: false,
      blocking: [
        { kind: 'uncounted_drawer', canBeLeftOpen: false },
        { kind: 'unfinished_ticket', canBeLeftOpen: false },
        { kind: 'unpaid_ticket', canBeLeftOpen: true },
      ],
    });

    await till.lifecycle.noShow(till.as(), waiting.id, {});
    await till.drawers.count(till.as(), drawerId, { denominations: [{ cents: 100, count: 10 }] });
    await till.closeDay(DAY, {
      terminalBatchCents: 4800,
      leftOpen: [{ kind: 'unpaid_ticket', id: unpaid, reason: 'The boss’s son' }],
    });

    const { report, state } = await till.closedDays.show(till.shopId, DAY);
    expect(state).toBe('closed');
    expect(report).toMatchObject({
      version: 1,
      terminal: { expectedCents: 4830, batchCents: 4800, differenceCents: -30 },
      drawers: [{ registerId: null, expectedCents: 1000, countedCents: 1000, differenceCents: 0 }],
      leftOpen: [{ kind: 'unpaid_ticket', label: 'No. 1', reason: 'The boss’s son' }],
      exceptions: [],
      report: { sales: { netCents: 4000, tipsCents: 500 }, barbers: [{ tipCents: 500 }] },
    });
    expect(await till.balances()).toMatchObject({ '1230': 4800, '6020': 30 });
  });

  it('leaves a report with files whose sums are theirs, for good', async () => {
    await sell(cash);
    const id = await till.closeDay(DAY);

    const close = await till.closedDays.show(till.shopId, DAY);
    for (const { format, sha256 } of close.files) {
      const file = await till.closedDays.file(till.shopId, { businessDay: DAY, format });
      expect(hash(Buffer.from(file.bodyBase64, 'base64'))).toBe(sha256);
    }
    const bodyOf = async (format: 'json' | 'csv' | 'pdf') => {
      const file = await till.closedDays.file(till.shopId, { businessDay: DAY, format });
      return Buffer.from(file.bodyBase64, 'base64');
    };

    expect(close.files.map(({ format }) => format)).toEqual(['csv', 'json', 'pdf']);
    expect(hash(await bodyOf('json'))).toBe(close.reportSha256);
    expect(JSON.parse((await bodyOf('json')).toString())).toEqual(close.report);
    expect((await bodyOf('csv')).toString()).toContain('sales,,netCents,4000\r\n');
    expect((await bodyOf('csv')).toString()).toContain(
      'accounts,1010 Cash drawer,balanceCents,4830',
    );
    expect((await bodyOf('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    for (const statement of ['UPDATE day_reports SET report = 1', 'DELETE FROM day_report_files']) {
      await expect(till.unit((tx) => tx.execute(statement))).rejects.toMatchObject({
        message: expect.stringContaining('append-only') as string,
      });
    }
    expect(close.id).toBe(id);
  });

  it('tells of it once, however often it is closed, also at the same time', async () => {
    await sell(cash);

    const ids = await Promise.all([till.closeDay(DAY), till.closeDay(DAY), till.closeDay(DAY)]);
    ids.push(await till.closeDay(DAY));

    expect(new Set(ids).size).toBe(1);
    expect(await closes()).toEqual(['day.closed']);
    const [event] = await till.lastEvents(1);
    const close = await till.closedDays.show(till.shopId, DAY);
    expect(event?.data).toMatchObject({
      ...{ businessDay: DAY, version: 1, totals: { totalCents: 4830 } },
      ...{ hash: close.hash, lastEntryHash: close.lastEntryHash },
    });
  });

  it('76: a sale during the close stands in it or on the next day, never in between', async () => {
    await sell(cash);

    const done = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => sell(cash)),
      till.closeDay(DAY),
      ...Array.from({ length: 6 }, () => sell(cash)),
    ]);

    expect(done.every(({ status }) => status === 'fulfilled')).toBe(true);
    const { report, lastEntryNumber } = await till.closedDays.show(till.shopId, DAY);
    const today = await till.reports.dayReport(till.shopId, DAY);
    const next = await till.reports.dayReport(till.shopId, NEXT);
    expect(report.report.sales).toEqual(today.sales);
    expect(today.sales.netCents + next.sales.netCents).toBe(13 * 4000);
    expect(next.sales.netCents).toBeGreaterThan(0);
    const after = await till.reader.query<{ number: number; day: string; at: number }>(
      `SELECT number, business_day AS day, effective_at AS at FROM journal_entries
       WHERE number > ?`,
      [lastEntryNumber],
    );
    expect(new Set(after.map(({ day }) => day))).toEqual(new Set([NEXT]));
    expect(after[0]?.at).toBe(till.clock.now());
  });

  it('77: only the last closed day is reopened, with a reason that is kept; then comes version 2', async () => {
    await sell(card);
    await till.closeDay(DAY, { terminalBatchCents: 4380 });
    expect((await till.balances())['6020']).toBe(450);

    await till.days.reopen(till.as(), DAY, 'The total was mistyped');
    await till.closeDay(DAY, { terminalBatchCents: 4830 });

    const first = await till.closedDays.show(till.shopId, DAY, 1);
    const second = await till.closedDays.show(till.shopId, DAY);
    expect(first).toMatchObject({ state: 'reopened', reopenReason: 'The total was mistyped' });
    expect(second).toMatchObject({ version: 2, state: 'closed', previousHash: first.hash });
    expect(second.report).toMatchObject({
      reopenReason: 'The total was mistyped',
      terminal: { expectedCents: 4380, batchCents: 4830, differenceCents: 450 },
      previousClose: { businessDay: DAY, version: 1 },
    });
    expect((await till.balances())['6020']).toBe(0);
    expect(await closes()).toEqual(['day.closed', 'day.reopened', 'day.closed']);

    till.clock.advanceMinutes(24 * 60);
    await till.closeDay(NEXT);
    const early = await refusal(till.days.reopen(till.as(), DAY, 'Again'));
    expect(early).toMatchObject({
      code: 'DAY_NOT_LAST_CLOSED',
      details: { lastClosedDay: NEXT },
    });
    const { items } = await till.closedDays.list(till.shopId, { limit: 2 });
    expect(items.map(({ number, businessDay }) => [number, businessDay])).toEqual([
      [3, NEXT],
      [2, DAY],
    ]);
  });

  it('78: closes over a payment of which the provider says nothing, and says so', async () => {
    const open = await till.openOrder({ lines: [{ kind: 'service', catalogId: cut }] });
    await till.pay(open.id, { ...card[0], amountCents: 100 });
    await till.unit((tx) =>
      tx.execute(`UPDATE payments SET state = 'needs_reconciliation' WHERE order_id = ?`, [
        open.id,
      ]),
    );

    await till.closeDay(DAY, {
      terminalBatchCents: 100,
      leftOpen: [{ kind: 'open_order', id: open.id, reason: 'Waits for the provider' }],
    });

    const { report } = await till.closedDays.show(till.shopId, DAY);
    expect(report.exceptions).toMatchObject([
      { kind: 'payment_in_doubt', label: 'card_terminal needs_reconciliation', amountCents: 100 },
    ]);
  });

  it('does not pass over money that a customer only claims to have sent', async () => {
    const { order } = await sell(card);
    await till.unit((tx) =>
      tx.execute(`UPDATE payments SET state = 'claimed' WHERE order_id = ?`, [order.id]),
    );

    expect(await refusal(till.closeDay(DAY, { terminalBatchCents: 4830 }))).toMatchObject({
      details: { items: [{ kind: 'claimed_payment', amountCents: 4830 }] },
    });
  });

  it('counts a night past midnight to the day that it belongs to', async () => {
    till.clock.set('2026-05-16T21:00:00Z');
    const { id } = await till.drawers.open(till.as(), { floatCents: 0 });
    till.clock.set('2026-05-17T01:30:00Z');
    await sell(cash);
    await till.drawers.count(till.as(), id, { denominations: [{ cents: 10, count: 482 }] });

    await till.closeDay(DAY);

    const { report } = await till.closedDays.show(till.shopId, DAY);
    expect(report).toMatchObject({
      report: { sales: { netCents: 4000 } },
      drawers: [{ countedCents: 4820, differenceCents: -10 }],
    });
  });

  it('refuses a day that has not begun, and to show or reopen one that is not closed', async () => {
    expect(await refusal(till.closeDay(NEXT))).toMatchObject({ code: 'DAY_NOT_STARTED' });
    expect(await refusal(till.closedDays.show(till.shopId, DAY))).toMatchObject({
      code: 'DAY_NOT_CLOSED',
    });
    expect(await refusal(till.days.reopen(till.as(), DAY, 'Why not'))).toMatchObject({
      code: 'DAY_NOT_CLOSED',
    });
  });
});
