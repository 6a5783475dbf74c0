import { randomUUID } from 'node:crypto';
import { Till } from '../../test/support/till';

const DAY = '2026-05-16';

describe('the reports of a shop', () => {
  let till: Till;
  let ana: string;
  let ben: string;
  let cut: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 2000, pricesIncludeTax: true });
    ana = await till.staff('ANA', 5000);
    cut = await till.service('Haircut', 3000);
    const paid = await till.serve(cut);
    await till.checkOut({
      ticketId: paid,
      discount: { kind: 'amount', amountCents: 600, reason: 'Voucher' },
      tip: { kind: 'amount', amountCents: 501 },
      tenders: [
        { tender: 'card_terminal', reference: 'A1', amountCents: 1000 },
        { tender: 'cash', tenderedCents: 2000 },
      ],
    });
    await till.serve(cut);
    await till.shifts.startBreak(till.asBarber(ana), ana);
    till.clock.advanceMinutes(15);
    await till.shifts.endBreak(till.asBarber(ana), ana);
    ben = await till.staff('BEN', 4000);
    const open = await till.serve(cut);
    await till.openOrder({ ticketId: open });
  });

  afterAll(() => till.close());

  it('tell of barbers: work, sales and earnings', async () => {
    const { barbers } = await till.reports.dayReport(till.shopId, DAY);

    expect(barbers).toEqual([
      {
        barberId: ana,
        name: 'ANA',
        tickets: 3,
        services: 1,
        products: 0,
        salesListCents: 2500,
        salesNetCents: 2000,
        commissionCents: 1000,
        tipCents: 501,
        tipsByTender: [
          { tender: 'card_terminal', tipCents: 173 },
          { tender: 'cash', tipCents: 328 },
        ],
        workedMinutes: 90,
        chairMinutes: 90,
        utilisationBasisPoints: 10_000,
      },
      expect.objectContaining({ barberId: ben, tickets: 0, workedMinutes: 30, chairMinutes: 0 }),
    ]);
  });

  it('tell what is left open', async () => {
    const { openItems, tickets } = await till.reports.dayReport(till.shopId, DAY);

    expect(tickets).toMatchObject({ total: 3, completed: 3, paid: 1 });
    expect(openItems.unpaidTickets.map(({ number }) => number)).toEqual([2, 3]);
    expect(openItems.unfinishedTickets).toEqual([]);
    expect(openItems.openOrders).toEqual([expect.objectContaining({ dueCents: 3000 })]);
  });

  it('tell of sales and tax by rate, and hour by hour', async () => {
    const { sales, taxes, hours, ledger } = await till.reports.dayReport(till.shopId, DAY);

    expect(sales).toMatchObject({ netCents: 2000, taxCents: 400, totalCents: 2901 });
    expect(taxes).toEqual([{ basisPoints: 2000, taxCents: 400 }]);
    expect(hours).toEqual([
      { startsAt: '2026-05-16T09:00:00.000Z', arrivals: 2, salesCents: 2000 },
      { startsAt: '2026-05-16T10:00:00.000Z', arrivals: 1, salesCents: 0 },
    ]);
    expect(ledger).toEqual({ balanced: true, sumCents: 0, entries: 2 });
  });

  it('know nothing of other shops', async () => {
    const { sales, tickets, barbers } = await till.reports.dayReport(till.shopId, '2026-05-15');

    expect([sales.totalCents, tickets.total, barbers]).toEqual([0, 0, []]);
    await expect(till.reports.dayReport(randomUUID(), DAY)).rejects.toMatchObject({
      code: 'SHOP_NOT_FOUND',
    });
  });

  describe('of earnings', () => {
    const period = { from: DAY, to: DAY };

    it('show a barber his own, line by line', async () => {
      const earnings = await till.earnings.show(till.asBarber(ana), period);

      expect(earnings).toMatchObject({
        barberId: ana,
        commissionCents: 1000,
        tipCents: 501,
        totalCents: 1501,
        tipsByTender: [
          { tender: 'card_terminal', tipCents: 173 },
          { tender: 'cash', tipCents: 328 },
        ],
      });
      expect(earnings.lines).toEqual([
        expect.objectContaining({ kind: 'tip', ticketNumber: 1, lineName: null, tipCents: 173 }),
        expect.objectContaining({ kind: 'tip', tender: 'cash', tipCents: 328 }),
        expect.objectContaining({
          kind: 'commission',
          ticketNumber: 1,
          lineName: 'Haircut',
          listCents: 3000,
          discountCents: 600,
          netCents: 2000,
          commissionBasisPoints: 5000,
          commissionCents: 1000,
          tipCents: 0,
          tender: null,
        }),
      ]);
    });

    it('are nobody else’s business', async () => {
      const others = till.earnings.show(till.asBarber(ben), { ...period, barberId: ana });

      await expect(others).rejects.toMatchObject({ code: 'BARBER_NOT_YOU' });
    });

    it('are shown to the owner, for the barber named', async () => {
      const earnings = await till.earnings.show(till.as(), { ...period, barberId: ben });

      expect(earnings).toMatchObject({ barberId: ben, totalCents: 0, lines: [] });
      await expect(till.earnings.show(till.as(), period)).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      });
      await expect(
        till.earnings.show(till.as(), { ...period, barberId: till.shopId }),
      ).rejects.toMatchObject({ code: 'BARBER_NOT_FOUND' });
    });
  });
});
