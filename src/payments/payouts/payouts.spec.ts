import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';

describe('payouts', () => {
  let till: Till;
  let ana: string;
  let ben: string;
  let cut: string;

  beforeAll(async () => {
    till = await Till.open();
    ana = await till.staff('ANA', 5000);
    ben = await till.staff('BEN', 4000);
    cut = await till.service('Cut', 3000);
  });

  afterAll(() => till.close());

  const sell = (barberId: string) =>
    till.checkOut({
      lines: [{ kind: 'service', catalogId: cut, barberId }],
      tip: { kind: 'amount', amountCents: 600 },
      tenders: [{ tender: 'card_terminal', reference: 'A' }],
    });

  it('pay all that is owed, and state line by line of what it is made', async () => {
    const { order } = await sell(ana);
    await sell(ana);
    await sell(ben);
    await till.refund(order.id, { amountCents: 1000 });
    const { id } = await till.drawers.open(till.as(), { floatCents: 5000 });
    await till.drawers.move(till.as(), id, { kind: 'tip_payout', amountCents: 200, barberId: ana });

    const { items } = await till.payouts.run(till.as(), { method: 'bank' });

    expect(items).toHaveLength(2);
    const [first] = items.filter(({ barberId }) => barberId === ana);
    expect(first).toMatchObject({ commissionCents: 2500, tipCents: 1000, amountCents: 3500 });
    for (const payout of items) {
      const { lines } = await till.payouts.statement(till.as(), payout.id);
      expect(lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(payout.amountCents);
    }
    const { lines } = await till.payouts.statement(till.asBarber(ana), first?.id ?? '');
    expect(lines.map(({ kind, of, amountCents }) => [kind, of, amountCents])).toEqual([
      ['sale', 'tip', 600],
      ['commission', 'commission', 1500],
      ['sale', 'tip', 600],
      ['commission', 'commission', 1500],
      ['commission', 'commission', -500],
      ['tip_payout', 'tip', -200],
    ]);
    const balances = await till.balances();
    for (const barberId of [ana, ben]) {
      expect(balances[`2310:${barberId}`]).toBe(0);
      expect(balances[`2320:${barberId}`]).toBe(0);
    }
  });

  it('leave the report and the statement of earnings alone', async () => {
    const { barbers } = await till.reports.dayReport(till.shopId, '2026-05-16');

    expect(barbers.find(({ barberId }) => barberId === ana)).toMatchObject({
      commissionCents: 2500,
      tipCents: 1200,
    });
    const earnings = await till.earnings.show(till.asBarber(ana), {
      ...{ from: '2026-05-16', to: '2026-05-16' },
    });
    expect(earnings).toMatchObject({ commissionCents: 2500, tipCents: 1200 });
  });

  it('begin where the last one ended, and are seen by whom they concern', async () => {
    await sell(ben);
    await till.payouts.run(till.as(), { method: 'bank', barberIds: [ben] });

    const { items } = await till.payouts.list(till.asBarber(ben), { limit: 50 });
    const { lines } = await till.payouts.statement(till.as(), items[0]?.id ?? '');

    expect(items.map(({ amountCents }) => amountCents)).toEqual([1800, 1800]);
    expect(lines).toHaveLength(2);
    const foreign = till.payouts.statement(till.asBarber(ana), items[0]?.id ?? '');
    expect(await refusal(foreign)).toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
  });

  it('take no more cash out of a drawer than it holds', async () => {
    await till.refund((await sell(ana)).order.id, {});
    await sell(ana);
    const cash = till.payouts.run(till.as(), { method: 'cash', registerId: 'front' });

    expect(await refusal(cash)).toMatchObject({ code: 'DRAWER_TOO_LITTLE' });
  });
});
