import { randomUUID } from 'node:crypto';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import { PayDesk, type Refusal, type ShownPayment } from './pay-desk';

let desk: PayDesk;

beforeAll(async () => {
  desk = await PayDesk.open();
});

afterEach(() => desk.calmDown());
afterAll(() => desk.close());

/** A payment that PayPal has captured while our answer was lost, and what PayPal tells of it. */
async function capturedUnheard(): Promise<{ payment: ShownPayment; told: Delivery }> {
  const payment = await desk.approvedByPayPal();
  desk.paypal.webhooks.take();
  desk.paypal.faults.script('capture', 'close_after');
  await desk.show(payment);
  const [told] = desk.paypal.webhooks.take('PAYMENT.CAPTURE.COMPLETED');
  return { payment, told: told! };
}

const statesOf = async (eventId: string) =>
  (
    await desk.reader.query<{ state: string }>(
      'SELECT state FROM webhook_events WHERE event_id = ?',
      [eventId],
    )
  ).map(({ state }) => state);

describe('Webhooks of PayPal', () => {
  it('take an approved payment at once, with nobody looking', async () => {
    const payment = await desk.approvedByPayPal();
    const statuses = await desk.deliverAll('paypal');

    expect(statuses).toEqual([202]);
    expect(await desk.entries(payment.orderId)).toContain('sale 1210 3500');
  });

  it('31 before our HTTP response: settled by the webhook, and the answer changes nothing', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.webhooks.take();
    desk.paypal.faults.script('capture', { kind: 'slow', delayMs: 300 });
    const looking = desk.show(payment);
    const told = await desk.nextDelivery('PAYMENT.CAPTURE.COMPLETED');
    expect(await desk.deliver('paypal', told)).toBe(202);

    expect((await looking).state).toBe('captured');
    expect(await desk.entries(payment.orderId)).toHaveLength(4);
  });

  it('32 duplicate ×100 concurrently: acknowledged each time, one entry', async () => {
    const { payment, told } = await capturedUnheard();
    const answers = await Promise.all(Array.from({ length: 100 }, () => desk.post('paypal', told)));
    await desk.settleWebhooks();

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await statesOf(told.eventId)).toEqual(['done']);
    expect(
      (await desk.entries(payment.orderId)).filter((entry) => /^sale 1210/.test(entry)),
    ).toEqual(['sale 1210 3500']);
    expect((await desk.show(payment)).state).toBe('captured');
  });

  it('33 REFUNDED before COMPLETED: captured first, and the foreign refund is a person’s', async () => {
    const { payment, told } = await capturedUnheard();
    const [capture] = desk.capturesOf(payment);
    desk.paypal.books.refund(capture!.id, { amount: { currency_code: 'USD', value: '5.00' } });
    const [refunded] = desk.paypal.webhooks.take('PAYMENT.CAPTURE.REFUNDED');

    await desk.deliver('paypal', refunded!);
    await desk.deliver('paypal', told);
    expect(await desk.show(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect((await desk.attention()).find(({ id }) => id === payment.id)).toMatchObject({
      attention: 'REFUNDED_ELSEWHERE',
    });
    expect(await desk.entries(payment.orderId)).toHaveLength(4);
  });

  it('34 valid replay a year later: acknowledged, no effect, nobody asked', async () => {
    const { payment, told } = await capturedUnheard();
    await desk.deliver('paypal', told);
    const entries = await desk.entries(payment.orderId);
    desk.clock.advanceMinutes(365 * 24 * 60);
    const asked = desk.callsOf('get_order');

    expect(await desk.deliver('paypal', desk.paypal.events.sign(desk.eventOf(told)))).toBe(202);
    expect(desk.callsOf('get_order')).toBe(asked);
    expect(await desk.entries(payment.orderId)).toEqual(entries);
    desk.clock.advanceMinutes(-365 * 24 * 60);
  });

  it('35 valid signature, unknown payment: parked, 2xx, and found when it becomes known', async () => {
    const payment = await desk.approvedByPayPal();
    const [told] = desk.paypal.webhooks.take('CHECKOUT.ORDER.APPROVED');
    const stranger = JSON.parse(told!.body.toString()) as Record<string, unknown>;
    const foreign = { ...stranger, id: `WH${randomUUID()}`, resource: { id: 'SOMEBODYELSES1' } };

    const sent = desk.paypal.events.sign(foreign);
    expect(await desk.deliver('paypal', sent)).toBe(202);
    expect(await statesOf(foreign.id)).toEqual(['parked']);
    expect((await desk.show(payment)).state).toBe('captured');
  });

  it.each<[title: string, change: (told: Delivery) => Pick<Delivery, 'headers' | 'body'>]>([
    ['36 bad signature', (told) => changed(told, { 'paypal-transmission-sig': 'AAAA' })],
    [
      '36 missing headers',
      ({ body }) => ({ body, headers: { 'content-type': 'application/json' } }),
    ],
    [
      '37 body re-serialised by a proxy',
      ({ headers, body }) => ({
        headers,
        body: Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
      }),
    ],
    ['39 a certificate elsewhere', (told) => changed(told, { 'paypal-cert-url': EVIL })],
    [
      '40 event id used as webhook id',
      (told) => desk.paypal.events.sign(desk.eventOf(told), told.eventId),
    ],
  ])('%s: 401, nothing stored, nothing moved', async (_title, change) => {
    const { payment, told } = await capturedUnheard();

    expect(await desk.deliver('paypal', change(told))).toBe(401);
    expect(await statesOf(told.eventId)).toEqual([]);
    expect(await desk.entries(payment.orderId)).toEqual([]);
    expect(await desk.settle(payment)).toMatchObject({ state: 'captured' });
  });

  it('38 UTF-8 in the body: taken as the bytes that were signed', async () => {
    const { payment, told } = await capturedUnheard();

    expect(told.body.toString()).toContain('✂ Zoë');
    expect(await desk.deliver('paypal', told)).toBe(202);
    expect(await desk.entries(payment.orderId)).toHaveLength(4);
  });

  it('41 5 MB, deep nesting, __proto__, not JSON: refused each in its way, and the till goes on', async () => {
    const { told } = await capturedUnheard();
    const sign = (body: Buffer) => desk.signed(told, body);
    const deep = Buffer.from(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const proto = Buffer.from('{"__proto__":{"isAdmin":true},"id":"WHX","event_type":"X"}');

    const statuses = [
      await desk.deliver('paypal', { ...told, body: Buffer.alloc(5 * 1024 * 1024, 0x20) }),
      await desk.deliver('paypal', sign(deep)),
      await desk.deliver('paypal', sign(Buffer.from('not JSON'))),
      await desk.deliver('paypal', sign(proto)),
    ];
    expect(statuses).toEqual([413, 400, 400, 202]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    const unreadable = await desk.post('paypal', sign(Buffer.from('not JSON')));
    expect(await unreadable.json()).toMatchObject({ code: 'WEBHOOK_UNREADABLE' });
  });

  it('42 neither certificate nor verification to be had: 5xx, and redelivered it is taken', async () => {
    const fresh = await PayDesk.open();
    try {
      const payment = await fresh.approvedByPayPal();
      const [told] = fresh.paypal.webhooks.take();
      fresh.paypal.faults.script('certificate', 'error_503_before');
      fresh.paypal.faults.script('verify', 'error_503_before');
      const answer = await fresh.post('paypal', told!);

      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ code: 'WEBHOOK_UNDECIDED' });
      expect(await fresh.deliver('paypal', told!)).toBe(202);
      expect((await fresh.show(payment)).state).toBe('captured');
    } finally {
      await fresh.close();
    }
  });

  it('46 clocks ten minutes off and the hour that comes twice: taken all the same', async () => {
    for (const shift of [10, -10]) {
      const { payment, told } = await capturedUnheard();
      desk.clock.advanceMinutes(shift);
      expect(await desk.deliver('paypal', told)).toBe(202);
      expect((await desk.show(payment)).state).toBe('captured');
      desk.clock.advanceMinutes(-shift);
    }
  });

  it('tell of a dispute: marked, listed, and taken off the list by a person', async () => {
    const { payment, told } = await capturedUnheard();
    await desk.deliver('paypal', told);
    const [capture] = desk.capturesOf(payment);
    const dispute = (event_type: string) => ({
      ...{ id: `WH${randomUUID()}`, event_type, create_time: new Date().toISOString() },
      resource: { disputed_transactions: [{ seller_transaction_id: capture!.id }] },
    });
    await desk.deliver('paypal', desk.paypal.events.sign(dispute('CUSTOMER.DISPUTE.CREATED')));
    expect(await desk.show(payment)).toMatchObject({ isDisputed: true, attention: 'DISPUTED' });
    expect((await desk.entries(payment.orderId)).slice(-2)).toEqual([
      'dispute 1310 3500',
      'dispute 1210 -3500',
    ]);

    const seen = await desk.ask('POST', `/v1/payments/${payment.id}/resolve`, {
      ...{ verdict: 'seen', reason: 'Answered with the photo' },
    });
    expect(seen.body).toMatchObject({ attention: null, isDisputed: true, state: 'captured' });
    await desk.deliver('paypal', desk.paypal.events.sign(dispute('CUSTOMER.DISPUTE.RESOLVED')));
    await desk.deliver('paypal', desk.paypal.events.sign(dispute('CUSTOMER.DISPUTE.UPDATED')));
    expect(await desk.show(payment)).toMatchObject({
      ...{ isDisputed: true, attention: 'DISPUTE_CLOSED' },
    });

    const won = await desk.ask('POST', `/v1/payments/${payment.id}/resolve`, {
      ...{ verdict: 'dispute_won', reason: 'PayPal decided for us' },
    });
    expect(won.body).toMatchObject({ isDisputed: false, attention: null, state: 'captured' });
    expect((await desk.entries(payment.orderId)).slice(-4)).toEqual([
      ...['dispute 1310 3500', 'dispute 1210 -3500', 'dispute 1210 3500', 'dispute 1310 -3500'],
    ]);
  });

  it('tell of a dispute that is lost: the loss is booked once, and nothing goes back again', async () => {
    const { payment, told } = await capturedUnheard();
    await desk.deliver('paypal', told);
    const resource = {
      disputed_transactions: [{ seller_transaction_id: desk.capturesOf(payment)[0]!.id }],
    };
    for (const event_type of ['CUSTOMER.DISPUTE.RESOLVED', 'CUSTOMER.DISPUTE.CREATED']) {
      const event = { id: `WH${randomUUID()}`, event_type, resource };
      await desk.deliver('paypal', desk.paypal.events.sign(event));
    }
    const path = `/v1/payments/${payment.id}/resolve`;
    const verdict = { verdict: 'dispute_lost', reason: 'PayPal decided for the customer' };
    const lost = await desk.ask('POST', path, verdict);
    const again = await desk.ask<Refusal>('POST', path, verdict);
    const refund = await desk.ask<Refusal>('POST', `/v1/orders/${payment.orderId}/refunds`, {
      ...{ reason: 'Again', destination: 'store_credit' },
    });

    expect(lost.body).toMatchObject({ isDisputed: true, code: 'DISPUTE_LOST', attention: null });
    expect(again).toMatchObject({ status: 409, body: { code: 'PAYMENT_NOT_IN_DOUBT' } });
    expect(refund).toMatchObject({ status: 409, body: { code: 'PAYMENT_NOT_REFUNDABLE' } });
    expect((await desk.entries(payment.orderId)).slice(-4)).toEqual([
      ...['dispute 1310 3500', 'dispute 1210 -3500', 'dispute 6030 3500', 'dispute 1310 -3500'],
    ]);
  });

  it('that never came are read from PayPal’s own list', async () => {
    const { payment, told } = await capturedUnheard();
    await desk.catchUp();

    expect(await statesOf(told.eventId)).toEqual(['done']);
    expect(await desk.entries(payment.orderId)).toHaveLength(4);
  });
});

describe('Webhooks of Cash App', () => {
  async function approved(): Promise<{ payment: ShownPayment; told: Delivery[] }> {
    const payment = await desk.start(await desk.openOrder(), 'cash_app');
    desk.cashApp.webhooks.take();
    desk.cashApp.books.approve(desk.cashAppRequest(payment).id);
    return { payment, told: desk.cashApp.webhooks.take() };
  }

  it('take an approved payment, in any order and doubled', async () => {
    const { payment, told } = await approved();
    for (const delivery of [...told].reverse().concat(told)) {
      expect(await desk.deliver('cash-app', delivery)).toBe(202);
    }

    expect(await desk.show(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(desk.chargesOf(payment)).toHaveLength(1);
    expect(await desk.entries(payment.orderId)).toHaveLength(4);
  });

  it.each<[title: string, headers: Readonly<Record<string, string>>]>([
    ['36 wrong-length hex', { 'x-signature': 'V1 abc' }],
    ['36 V2', { 'x-signature': `V2 ${'0'.repeat(64)}` }],
    ['44 the value that skips the check', { 'x-signature': 'sandbox:skip-signature-check' }],
  ])('%s: 401', async (_title, headers) => {
    const { told } = await approved();
    const answer = await desk.post('cash-app', {
      ...{ body: told[0]!.body, headers: { ...told[0]!.headers, ...headers } },
    });

    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'WEBHOOK_REJECTED' });
  });

  it('43 old key secret during rotation: both are taken', async () => {
    const old = desk.cashApp.keys.current;
    const next = desk.cashApp.keys.create();
    const rotated = await PayDesk.open({
      ...{ CASH_APP_KEY_ID: next.keyId, CASH_APP_SECRET: next.secret },
      ...{ CASH_APP_PREVIOUS_KEY_ID: old.keyId, CASH_APP_PREVIOUS_SECRET: old.secret },
    });
    try {
      for (const key of [old, next]) {
        const event = { event_id: randomUUID(), type: 'grant.created', data: { id: 'GRG_x' } };
        expect(await rotated.deliver('cash-app', desk.cashApp.sign(event, key))).toBe(202);
      }
    } finally {
      await rotated.close();
    }
  });
});

describe('A shop that cannot store an event', () => {
  it('45 answers 5xx while it stops, and takes the redelivery', async () => {
    const { payment, told } = await capturedUnheard();
    const restore = desk.breakDatabase();
    const refused = await desk.deliver('paypal', told);
    restore();

    expect(refused).toBeGreaterThanOrEqual(500);
    expect(await statesOf(told.eventId)).toEqual([]);
    expect(await desk.deliver('paypal', told)).toBe(202);
    expect((await desk.show(payment)).state).toBe('captured');
  });
});

const EVIL = 'https://evil.example/v1/notifications/certs/CERT-EMULATOR';

function changed({ headers, body }: Delivery, change: Record<string, string>) {
  return { body, headers: { ...headers, ...change } };
}
