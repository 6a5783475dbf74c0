import { Till } from '../../../test/support/till';
import { toRangeCsv } from './range-csv.rules';

const DAY = '2026-05-16';

describe('the report of several days', () => {
  let till: Till;
  let ana: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 2000, pricesIncludeTax: true });
    ana = await till.staff('ANA', 5000);
    const cut = await till.service('Haircut', 3000);
    const shave = await till.service('Shave', 1800);
    const checkout = async (serviceId: string, discountCents: number) =>
      till.checkOut({
        ticketId: await till.serve(serviceId),
        ...(discountCents && {
          discount: { kind: 'amount', amountCents: discountCents, reason: 'Voucher' },
        }),
        tenders: [{ tender: 'cash', tenderedCents: 5000 }],
      });
    await checkout(cut, 600);
    await checkout(shave, 0);
    till.clock.advanceMinutes(24 * 60);
    await checkout(cut, 0);
  });

  afterAll(() => till.close());

  it('is the sum of the reports of its days', async () => {
    const report = await till.ranges.show(till.shopId, '2026-05-15', '2026-05-18');
    const days = await Promise.all(
      report.days.map(({ businessDay }) => till.reports.dayReport(till.shopId, businessDay)),
    );
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

    expect(report.days.map(({ ticketsPaid }) => ticketsPaid)).toEqual([0, 2, 1, 0]);
    expect(report.sales.netCents).toBe(sum(days.map(({ sales }) => sales.netCents)));
    expect(report.sales.netCents).toBe(6000);
    expect(sum(report.hours.map(({ salesCents }) => salesCents))).toBe(6000);
    expect(sum(report.barbers.map(({ salesNetCents }) => salesNetCents))).toBe(6000);
    expect(report.barbers).toEqual([expect.objectContaining({ barberId: ana, tickets: 3 })]);
    expect(report.tenders).toEqual([
      { tender: 'cash', payments: 3, receivedCents: 7200, tipCents: 0 },
    ]);
  });

  it('tells what was sold, by the books, most first', async () => {
    const { items } = await till.ranges.show(till.shopId, DAY, '2026-05-17');

    expect(items).toEqual([
      expect.objectContaining({ name: 'Haircut', kind: 'service', quantity: 2, netCents: 4500 }),
      expect.objectContaining({ name: 'Shave', kind: 'service', quantity: 1, netCents: 1500 }),
    ]);
  });

  it('tells when chairs were busy, as the barbers’ own times do', async () => {
    const { utilisation, barbers } = await till.ranges.show(till.shopId, DAY, '2026-05-17');
    const chair = utilisation.reduce((sum, { chairMinutes }) => sum + chairMinutes, 0);

    expect(chair).toBe(barbers[0]?.chairMinutes);
    expect(chair).toBe(90);
    expect(new Set(utilisation.map(({ weekday }) => weekday))).toContain(6);
  });

  it('is a table for spreadsheets, too', async () => {
    const csv = toRangeCsv(await till.ranges.show(till.shopId, DAY, DAY));

    expect(csv).toContain('items,Haircut,netCents,2000\r\n');
    expect(csv).toContain(`days,${DAY},ticketsPaid,2\r\n`);
  });
});
