import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';
import { ImportSettlementDto } from './dto/settlement.dto';
import { SettlementsService } from './settlements.service';

describe('the settlement of a provider', () => {
  let till: Till;
  let wax: string;
  const end = '2026-05-16T23:00:00.000Z';

  beforeEach(async () => {
    till = await Till.open();
    wax = await till.product('Wax', 5000);
  });

  afterEach(() => till.close());

  const sell = async (reference: string) =>
    (
      await till.checkOut({
        lines: [{ kind: 'product', catalogId: wax }],
        tenders: [{ tender: 'card_terminal', reference }],
      })
    ).order;

  const importFile = (reference: string, rows: readonly object[]) => {
    const body = { tender: 'card_terminal', reference, periodEnd: end, rows };
    return till.context.get(SettlementsService).import(till.as(), ImportSettlementDto.create(body));
  };

  const row = (kind: string, providerRef: string, grossCents: number, feeCents: number) => ({
    ...{ kind, providerRef, grossCents, feeCents },
    netCents: grossCents - feeCents,
  });

  it('is matched by reference, then by invoice, and brings clearing to zero', async () => {
    await sell('A1');
    const second = await sell('B1');

    const settled = await importFile('f1', [
      row('capture', 'A1', 5000, 140),
      { ...row('capture', 'ch_77', 5000, 140), invoiceId: second.id },
    ]);

    expect(settled.rows.map(({ verdict }) => verdict)).toEqual(['matched', 'matched']);
    expect(settled.missingThere).toEqual([]);
    expect(await till.balances()).toMatchObject({ '1110': 9720, '6010': 280, '1230': 0 });
  });

  it('80: delivered twice it changes nothing, nor do its rows in another file', async () => {
    await sell('A1');
    const rows = [row('capture', 'A1', 5000, 140)];
    const first = await importFile('f1', rows);
    const counts = await till.rowCounts();

    const again = await importFile('f1', rows);

    expect(again).toEqual(first);
    expect(await till.rowCounts()).toEqual(counts);
    const other = await importFile('f2', rows);
    expect(other.rows[0]).toMatchObject({ verdict: 'repeated' });
    expect(await till.balances()).toMatchObject({ '1110': 4860, '6010': 140, '1230': 0 });
    const changed = importFile('f1', [row('capture', 'A1', 5001, 140)]);
    expect(await refusal(changed)).toMatchObject({ code: 'SETTLEMENT_REFERENCE_REUSED' });
  });

  it('80: a negative net is carried until a later file outweighs it', async () => {
    const order = await sell('A1');
    await importFile('f1', [row('capture', 'A1', 5000, 140)]);
    await till.refund(order.id, {});
    const [refund] = (await till.refunds.list(till.as(), order.id)).items;

    const negative = await importFile('f2', [
      { ...row('refund', 'R1', -5000, 0), invoiceId: refund?.id },
    ]);
    await sell('B1');
    await sell('C1');
    const positive = await importFile('f3', [
      row('capture', 'B1', 5000, 140),
      row('capture', 'C1', 5000, 140),
    ]);

    expect(negative).toMatchObject({
      ...{ netCents: -5000, paidOutCents: 0, carriedOutCents: -5000 },
      rows: [{ verdict: 'matched', refundId: refund?.id }],
    });
    expect(positive).toMatchObject({
      ...{ carriedInCents: -5000, netCents: 9720, paidOutCents: 4720, carriedOutCents: 0 },
    });
    expect(await till.balances()).toMatchObject({ '1110': 9580, '6010': 420, '1230': 0 });
  });

  it('80: tells what is missing here, missing there, and of another amount', async () => {
    await sell('A1');
    const forgotten = await sell('B1');

    const settled = await importFile('f1', [
      row('capture', 'A1', 4900, 140),
      row('capture', 'X9', 1000, 10),
    ]);

    expect(settled.rows).toMatchObject([
      { verdict: 'amount_differs', expectedCents: 5000 },
      { verdict: 'missing_here', paymentId: null },
    ]);
    expect(settled.missingThere).toMatchObject([{ orderId: forgotten.id, amountCents: 5000 }]);
    // 10000 taken, 5900 settled: the 5000 not settled and the 1000 too many less the 100 too few.
    expect((await till.balances())['1230']).toBe(10_000 - 5900);
    const [event] = await till.lastEvents(1);
    expect(event).toMatchObject({ type: 'settlement.imported', data: { deviations: 2 } });
  });

  it('80: a chargeback is the shop’s loss', async () => {
    await sell('A1');
    const rows = [row('capture', 'A1', 5000, 140), row('chargeback', 'A1', -5000, 1500)];

    await importFile('f1', rows);

    expect(await till.balances()).toMatchObject({ '6030': 5000, '6010': 1640, '1230': -1640 });
    const later = await importFile('f2', [row('chargeback', 'X9', -100, 0)]);
    expect(later.rows[0]).toMatchObject({ verdict: 'missing_here' });
  });

  it('refuses rows that do not add up, and to show what there is not', async () => {
    const off = importFile('f1', [{ ...row('capture', 'A1', 5000, 140), netCents: 5000 }]);
    expect(await refusal(off)).toMatchObject({
      code: 'SETTLEMENT_ROW_OFF',
      details: { position: 1 },
    });
    const none = till.context.get(SettlementsService).show(till.shopId, till.shopId);
    expect(await refusal(none)).toMatchObject({ code: 'SETTLEMENT_NOT_FOUND' });
  });
});
