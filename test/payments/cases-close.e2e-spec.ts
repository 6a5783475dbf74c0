import { BooksFile } from '../../src/commands/verify/books-file';
import { verifyShop } from '../../src/commands/verify/verify-shop';
import { PayDesk, type Refusal } from './pay-desk';

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly amountCents: number | null;
}

interface Closed extends Refusal {
  readonly items: Item[];
  readonly report: { readonly exceptions: Item[]; readonly leftOpen: Item[] };
}

/** PayPal cannot be asked either. */
const SILENCE = Array.from({ length: 20 }, () => 'error_503_before' as const);
const DAY = '2026-05-16';

let desk: PayDesk;

beforeEach(async () => {
  desk = await PayDesk.open();
});

afterEach(() => desk.close());

const close = (leftOpen: object[] = []) =>
  desk.ask<Closed>('POST', `/v1/days/${DAY}/close`, { leftOpen });
const leave = (kind: string, id: string) => ({ kind, id, reason: 'Until tomorrow' });

/** Days that entries of an order stand in. */
const daysOf = async (orderId: string) =>
  (
    await desk.reader.query<{ day: string }>(
      'SELECT DISTINCT business_day AS day FROM journal_entries WHERE order_id = ?',
      [orderId],
    )
  ).map(({ day }) => day);

describe('Closing a day', () => {
  it('78 goes on while PayPal says nothing, names the payment, and books it on the next day', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'close_after');
    desk.paypal.faults.script('get_order', null, ...SILENCE);
    expect((await desk.show(payment)).state).toBe('processing');

    expect((await close()).body).toMatchObject({
      ...{ code: 'DAY_NOT_READY', items: [{ kind: 'open_order', id: payment.orderId }] },
    });
    const closed = await close([leave('open_order', payment.orderId)]);
    expect(closed.status).toBe(200);
    expect(closed.body.report.exceptions).toMatchObject([
      { kind: 'payment_in_doubt', id: payment.id, amountCents: 3500 },
    ]);

    desk.paypal.faults.clear();
    expect(await desk.settle(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(desk.capturesOf(payment)).toHaveLength(1);
    expect(await daysOf(payment.orderId)).toEqual(['2026-05-17']);
    const rows = await desk.reader.query(
      `SELECT p.business_day, o.paid_business_day FROM payments p JOIN orders o ON o.id = p.order_id
       WHERE p.id = ?`,
      [payment.id],
    );
    expect(rows).toEqual([{ business_day: '2026-05-17', paid_business_day: '2026-05-17' }]);
    const file = new BooksFile(desk.databasePath);
    const [shop] = await desk.reader.query<{ id: string }>('SELECT id FROM shops');
    expect(verifyShop(file, shop?.id ?? '').fault).toBeNull();
    file.close();
  });

  it('waits for money that a customer only claims to have sent, unless it is left for a reason', async () => {
    await desk.ask('PATCH', '/v1/shop', { cashTag: '$TestCuts' });
    const orderId = await desk.openOrder();
    const claim = (await desk.pay(orderId, { tender: 'cash_tag', payer: 'Dan' })).body;
    expect(claim.state).toBe('claimed');

    expect((await close()).body).toMatchObject({
      code: 'DAY_NOT_READY',
      items: expect.arrayContaining([
        expect.objectContaining({ kind: 'claimed_payment', id: claim.id, amountCents: 3500 }),
      ]),
    });
    const closed = await close([
      ...[leave('claimed_payment', claim.id), leave('open_order', orderId)],
    ]);
    expect(closed.body.report.leftOpen).toHaveLength(2);

    const confirmed = await desk.ask('POST', `/v1/payments/${claim.id}/confirm`);
    expect(confirmed.body).toMatchObject({ orderState: 'paid' });
    expect(await desk.entries(orderId)).toContain('sale 1250 3500');
    expect(await daysOf(orderId)).toEqual(['2026-05-17']);
  });
});

describe('A settlement of PayPal', () => {
  it('80 finds captures and refunds by PayPal’s own ids, and books each fee once', async () => {
    const payment = await desk.settle(await desk.approvedByPayPal());
    const { orderId, feeCents } = payment;
    expect(feeCents).toBeGreaterThan(0);
    const path = `/v1/orders/${orderId}/refunds`;
    await desk.ask('POST', path, { amountCents: 500, reason: 'Late' });
    const [refund] = [...desk.paypal.books.refunds.values()];
    const row = (
      kind: string,
      providerRef: string | undefined,
      grossCents: number,
      fee: number,
    ) => ({
      ...{ kind, providerRef, grossCents, feeCents: fee, netCents: grossCents - fee },
    });

    const settled = await desk.ask('POST', '/v1/settlements', {
      ...{ tender: 'paypal', reference: 'f1', periodEnd: '2026-05-17T00:00:00Z' },
      rows: [
        row('capture', desk.capturesOf(payment)[0]?.id, 3500, feeCents ?? 0),
        row('refund', refund?.id, -500, 0),
      ],
    });

    expect(settled.body).toMatchObject({
      ...{ rows: [{ verdict: 'matched' }, { verdict: 'matched' }], missingThere: [] },
    });
    const balances = await desk.reader.query(
      `SELECT account_code AS account, SUM(amount_cents) AS cents FROM postings
       WHERE account_code IN ('1110', '1210', '6010') GROUP BY account_code ORDER BY 1`,
    );
    expect(balances).toEqual([
      { account: '1110', cents: 3000 - (feeCents ?? 0) },
      { account: '1210', cents: 0 },
      { account: '6010', cents: feeCents },
    ]);
  });
});
