import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';

const LAST_WEEK = '2026-05-16';
const TODAY = '2026-05-23';

describe('corrections of a sale', () => {
  let till: Till;
  let ana: string;
  let ben: string;
  let cut: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
    ana = await till.staff('ANA', 5000);
    ben = await till.staff('BEN', 4000);
    cut = await till.service('Cut', 3000);
  });

  beforeEach(() => till.clock.set(`${LAST_WEEK}T10:00:00Z`));

  afterAll(() => till.close());

  const sell = async (tenders: readonly object[] = [{ tender: 'card_terminal', reference: 'A' }]) =>
    (
      await till.checkOut({
        lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
        tip: { kind: 'amount', amountCents: 600 },
        tenders,
      })
    ).order;

  const reason = 'Ben cut, Ana was rung up';
  const statement = (barberId: string, day: string) =>
    till.earnings.show(till.as(), { barberId, from: day, to: day });

  it('give a line to the right barber today, and leave last week as it was', async () => {
    const order = await sell();
    const lineId = order.lines[0]?.id ?? '';
    const lastWeek = [await statement(ana, LAST_WEEK), await statement(ben, LAST_WEEK)];
    const { sales, tenders, barbers } = await till.reports.dayReport(till.shopId, LAST_WEEK);
    till.clock.set(`${TODAY}T10:00:00Z`);

    const correction = await till.corrections.correctLine(till.as(), order.id, {
      ...{ lineId, toBarberId: ben, reason },
    });

    expect(correction).toMatchObject({
      fromBarberId: ana,
      commissionBasisPoints: 4000,
      commissionCents: 1200,
      businessDay: TODAY,
    });
    expect([await statement(ana, LAST_WEEK), await statement(ben, LAST_WEEK)]).toEqual(lastWeek);
    expect(await till.reports.dayReport(till.shopId, LAST_WEEK)).toMatchObject({
      sales,
      tenders,
      // Nobody has clocked out, so worked time goes on.
      barbers: barbers.map(({ workedMinutes: _, utilisationBasisPoints: __, ...barber }) => barber),
    });
    expect(await statement(ana, TODAY)).toMatchObject({ commissionCents: -1500, tipCents: 0 });
    expect(await statement(ben, TODAY)).toMatchObject({
      commissionCents: 1200,
      lines: [{ commissionBasisPoints: 4000, lineName: 'Cut' }],
    });
    const today = await till.reports.dayReport(till.shopId, TODAY);
    expect(today.sales).toMatchObject({ netCents: 0, totalCents: 0 });
    expect(today.tenders).toEqual([]);
  });

  it('are followed by refunds: the commission comes from whoever has the line now', async () => {
    const order = await sell();
    const lineId = order.lines[0]?.id ?? '';
    await till.refund(order.id, { amountCents: 1624 });
    await till.corrections.correctLine(till.as(), order.id, { lineId, toBarberId: ben, reason });
    const before = await till.balances();

    await till.refund(order.id, { lines: [{ lineId }] });

    const after = await till.balances();
    const movedOn = (code: string) => (after[code] ?? 0) - (before[code] ?? 0);
    expect(movedOn(`2320:${ana}`)).toBe(0);
    expect(movedOn(`2320:${ben}`)).toBe(600);
    expect(movedOn('5010')).toBe(-600);
    expect(movedOn('2110') + movedOn('4080')).toBe(1624);
  });

  it('move a tip, whole or in part, in the tenders that it came in', async () => {
    const order = await sell([
      { tender: 'card_terminal', reference: 'A', amountCents: 1283 },
      { tender: 'cash', tenderedCents: 5000 },
    ]);

    await till.corrections.correctTip(till.as(), order.id, {
      ...{ fromBarberId: ana, toBarberId: ben, amountCents: 300, reason },
    });

    const postings = await till.reader.query<{ barber: string; tender: string; cents: number }>(
      `SELECT p.barber_id AS barber, p.tender, SUM(-p.amount_cents) AS cents FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       WHERE e.order_id = ? AND p.account_code LIKE '2310:%' GROUP BY 1, 2 ORDER BY p.barber_id = ?, p.tender`,
      [order.id, ana],
    );
    expect(postings).toEqual([
      { barber: ben, tender: 'card_terminal', cents: 100 },
      { barber: ben, tender: 'cash', cents: 200 },
      { barber: ana, tender: 'card_terminal', cents: 100 },
      { barber: ana, tender: 'cash', cents: 200 },
    ]);
    const more = till.corrections.correctTip(till.as(), order.id, {
      ...{ fromBarberId: ana, toBarberId: ben, amountCents: 301, reason },
    });
    expect(await refusal(more)).toMatchObject({
      code: 'CORRECTION_TIP_TOO_HIGH',
      details: { tipCents: 300 },
    });
  });

  it('refuse what changes nothing, and to move what a pending refund is about to take', async () => {
    const order = await sell();
    const lineId = order.lines[0]?.id ?? '';
    const same = till.corrections.correctLine(till.as(), order.id, {
      ...{ lineId, toBarberId: ana, reason },
    });
    expect(await refusal(same)).toMatchObject({ code: 'CORRECTION_NO_CHANGE' });

    await till.refund(order.id, { amountCents: 100 });
    await till.unit((tx) =>
      tx.execute(`UPDATE refunds SET state = 'pending' WHERE order_id = ?`, [order.id]),
    );
    const during = till.corrections.correctLine(till.as(), order.id, {
      ...{ lineId, toBarberId: ben, reason },
    });
    expect(await refusal(during)).toMatchObject({ code: 'CORRECTION_REFUND_PENDING' });
  });

  describe('undo a sale of the day as a whole', () => {
    it('posting by posting, and its ticket is to be paid again', async () => {
      const ticketId = await till.serve(cut);
      const before = await till.balances();
      const request = { ticketId, tip: { kind: 'amount', amountCents: 500 } };
      const tenders = [{ tender: 'cash', tenderedCents: 5000 }];
      const { order } = await till.checkOut({ ...request, tenders });

      const undone = await till.reversal.reverse(till.as(), order.id, { reason: 'Rung up twice' });

      expect(undone).toMatchObject({ state: 'voided', payments: [{ state: 'voided' }] });
      const after = await till.balances();
      for (const [code, cents] of Object.entries(after))
        expect([code, cents]).toEqual([code, before[code] ?? 0]);
      expect(await till.ticket(ticketId)).toMatchObject({ paidAt: null });
      await till.checkOut({ ...request, tenders });
      expect(await till.ticket(ticketId)).toMatchObject({ paidAt: till.clock.now() });
    });

    it('once, on the day itself, and only while nothing was given back', async () => {
      const reverse = (orderId: string) =>
        till.reversal.reverse(till.as(), orderId, { reason: 'Mistake' });
      const undone = await sell();
      await reverse(undone.id);
      const refunded = await sell();
      await till.refund(refunded.id, { amountCents: 100 });
      const old = await sell();

      expect(await refusal(reverse(undone.id))).toMatchObject({ code: 'ORDER_NOT_PAID' });
      expect(await refusal(reverse(refunded.id))).toMatchObject({ code: 'ORDER_NOT_REVERSIBLE' });
      till.clock.set(`${TODAY}T10:00:00Z`);
      expect(await refusal(reverse(old.id))).toMatchObject({ code: 'ORDER_NOT_REVERSIBLE' });
    });
  });
});
