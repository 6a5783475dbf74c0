import { randomUUID } from 'node:crypto';
import { PayDesk, type Refusal } from './pay-desk';

let desk: PayDesk;

beforeAll(async () => {
  desk = await PayDesk.open();
});

afterEach(() => desk.calmDown());
afterAll(() => desk.close());

describe('Clients of provider payments', () => {
  it('1 double click with one key: one payment, one capture', async () => {
    const orderId = await desk.openOrder();
    const key = randomUUID();
    const first = await desk.pay(orderId, { tender: 'paypal' }, key);
    const second = await desk.pay(orderId, { tender: 'paypal' }, key);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get('idempotent-replay')).toBe('true');
    expect(desk.callsOf('create')).toBe(1);
  });

  it('2 double click with two keys: the second is refused while the first is under way', async () => {
    const orderId = await desk.openOrder();
    const answers = await Promise.all([
      desk.pay<Refusal>(orderId, { tender: 'paypal' }),
      desk.pay<Refusal>(orderId, { tender: 'cash_app' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('PAYMENT_UNDER_WAY');
  });

  it('3 same key, another amount: 422, and nothing is asked for', async () => {
    const orderId = await desk.openOrder();
    const key = randomUUID();
    await desk.pay(orderId, { tender: 'paypal', amountCents: 1000 }, key);
    const other = await desk.pay<Refusal>(orderId, { tender: 'paypal', amountCents: 2000 }, key);

    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('4 missing key: 400', async () => {
    const orderId = await desk.openOrder();
    const answer = await desk.server.request('POST', `/v1/orders/${orderId}/payments`, {
      ...{ token: desk.owner, body: { tender: 'paypal' } },
    });

    expect([answer.status, answer.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it('6 client disconnects mid-capture, then comes back: captured once', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', { kind: 'slow', delayMs: 200 });
    const path = `/v1/orders/${payment.orderId}/payments/${payment.id}`;
    const headers = { authorization: `Bearer ${desk.owner}` };
    const gone = fetch(desk.server.address + path, { headers, signal: AbortSignal.timeout(60) });
    await expect(gone).rejects.toThrow();

    expect(await desk.show(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(desk.capturesOf(payment)).toHaveLength(1);
    expect(desk.callsOf('capture')).toBe(1);
  });

  it('7 amount from the browser differs from the bill: the bill counts', async () => {
    const { token, orderId } = await desk.customerWithBill();
    const ask = (path: string, body: object) =>
      desk.server.request('POST', path, {
        ...{ token, body, headers: { 'idempotency-key': randomUUID() } },
      });
    const smuggled = await ask('/v1/my-ticket/payments', { tender: 'paypal', amountCents: 1 });
    const byUrl = await ask('/v1/my-ticket/payments?amountCents=1&amount=1', { tender: 'paypal' });

    expect(smuggled).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
    expect(byUrl).toMatchObject({ status: 201, body: { orderId, amountCents: desk.totalCents } });
    expect(desk.paypalOrder(byUrl.body as { id: string }).amount.value).toBe('35.00');
  });

  it('7 a customer pays the own bill from the ticket’s link, and nobody else’s', async () => {
    const mine = await desk.customerWithBill();
    const other = await desk.customerWithBill();
    const bill = await desk.server.request('GET', '/v1/my-ticket/bill', { token: mine.token });
    const payment = await desk.start(mine.orderId, 'paypal');
    const path = `/v1/my-ticket/payments/${payment.id}`;
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();

    expect(bill.body).toMatchObject({ id: mine.orderId, dueCents: desk.totalCents });
    expect(await desk.server.request('GET', path, { token: other.token })).toMatchObject({
      ...{ status: 404, body: { code: 'PAYMENT_NOT_FOUND' } },
    });
    expect(await desk.server.request('GET', path, { token: mine.token })).toMatchObject({
      ...{ status: 200, body: { state: 'captured', orderState: 'paid' } },
    });
  });

  it('8 tip edited, or the order given up, after the payment has begun: rejected', async () => {
    const payment = await desk.approvedByPayPal();
    const path = `/v1/orders/${payment.orderId}`;
    const tip = await desk.ask<Refusal>('PUT', `${path}/tip`, { tip: { kind: 'none' } });
    const discounts = { discount: { kind: 'percent', basisPoints: 1000, reason: 'Regular' } };
    const cut = await desk.ask<Refusal>('PUT', `${path}/discounts`, discounts);
    const gone = await desk.ask<Refusal>('POST', `${path}/void`, { reason: 'Rung up twice' });

    for (const answer of [tip, cut, gone]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'PAYMENT_UNDER_WAY']);
    }
    expect(await desk.show(payment)).toMatchObject({ state: 'captured', amountCents: 3500 });
  });

  it.each([2 ** 53 + 2, -1, '1e2', '10.005', 10.005, 0])(
    '9 an amount of %p: refused before anything is committed',
    async (amountCents) => {
      const orderId = await desk.openOrder();
      const answer = await desk.pay<Refusal>(orderId, { tender: 'paypal', amountCents });

      expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST_INVALID']);
    },
  );
});

describe('A payment at a provider', () => {
  it('pays a part beside cash, and its last cent settles the order', async () => {
    const orderId = await desk.openOrder();
    const payment = await desk.start(orderId, 'paypal', { amountCents: 2000 });
    const cash = await desk.pay(orderId, { tender: 'cash', tenderedCents: 2000 });
    const over = await desk.pay<Refusal>(orderId, { tender: 'cash', tenderedCents: 100 });
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();

    expect(cash.body).toMatchObject({ amountCents: 1500, changeCents: 500, dueCents: 2000 });
    expect(over.body.code).toBe('PAYMENT_UNDER_WAY');
    expect(await desk.show(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(await desk.entries(orderId)).toEqual([
      ...['partial_payment 1010 1500', 'partial_payment 2240 -1500'],
      ...['sale 1210 2000', 'sale 2240 1500', 'sale 4020 -3500'],
      ...['provider_fee 6010 119', 'provider_fee 1210 -119'],
    ]);
  });

  it('is given up until the customer has approved, and then the order takes cash', async () => {
    const orderId = await desk.openOrder();
    const payment = await desk.start(orderId, 'paypal');
    const path = `/v1/orders/${orderId}/payments/${payment.id}`;
    const cancelled = await desk.ask('POST', `${path}/cancel`);
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();

    expect(cancelled.body).toMatchObject({ state: 'voided', code: 'CANCELLED' });
    expect((await desk.pay(orderId, { tender: 'cash', tenderedCents: 3500 })).body).toMatchObject({
      orderState: 'paid',
    });
    await desk.deliver('paypal', desk.paypal.webhooks.take()[0]!);
    expect(await desk.show(payment)).toMatchObject({ state: 'voided', attention: null });
    expect(desk.capturesOf(payment)).toEqual([]);
  });

  it('is not given up when its money was taken', async () => {
    const payment = await desk.approvedByPayPal();
    await desk.show(payment);
    const path = `/v1/orders/${payment.orderId}/payments/${payment.id}`;
    const answer = await desk.ask<Refusal>('POST', `${path}/cancel`);

    expect([answer.status, answer.body.code]).toEqual([409, 'PAYMENT_NOT_CANCELLABLE']);
  });

  it('tells the page that the customer comes back to, and is captured by that visit', async () => {
    const payment = await desk.start(await desk.openOrder(), 'paypal');
    const { returnUrl } = desk.paypalOrder(payment);
    const token = new URL(returnUrl!).searchParams.get('payment');
    const look = () => desk.server.request('GET', `/v1/public/payments/${token}`);

    expect(new URL(returnUrl!).origin).toBe('https://shop.test');
    expect((await look()).body).toMatchObject({ outcome: 'waiting', amountCents: 3500 });
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();
    expect((await look()).body).toEqual({
      ...{ outcome: 'paid', amountCents: 3500, currency: 'USD', shopName: 'Fade & Co' },
    });
    expect((await desk.server.request('GET', '/v1/public/payments/guess')).status).toBe(404);
    expect((await desk.server.request('GET', `/pay/?payment=${token}`)).status).toBe(200);
  });

  it('shows a code that is renewed, and ends when the customer says no', async () => {
    const payment = await desk.start(await desk.openOrder(), 'cash_app');
    expect(payment).toMatchObject({ state: 'action_required', action: { kind: 'scan' } });
    desk.later(31);
    const renewed = await desk.show(payment);
    expect(renewed.action).not.toEqual(payment.action);

    desk.cashApp.books.decline(desk.cashAppRequest(payment).id);
    desk.later();
    expect(await desk.show(payment)).toMatchObject({
      state: 'declined',
      code: 'CUSTOMER_DECLINED',
    });
  });

  it('is listed as a tender with the reason when it cannot be had', async () => {
    const bare = await PayDesk.open({ PAYPAL_CLIENT_ID: '', PAYPAL_SECRET: '' });
    try {
      const { body } = await bare.ask<{ items: { tender: string }[] }>('GET', '/v1/tenders');
      const orderId = await bare.openOrder();
      const refused = await bare.pay<Refusal>(orderId, { tender: 'paypal' });
      const health = await bare.server.request('GET', '/health/ready?deep=1');

      expect(body.items.find(({ tender }) => tender === 'paypal')).toMatchObject({
        isAvailable: false,
        unavailable: {
          reason: 'settings_missing',
          details: ['PAYPAL_CLIENT_ID', 'PAYPAL_SECRET'],
        },
      });
      expect(body.items.find(({ tender }) => tender === 'cash_app')).toMatchObject({
        ...{ isAvailable: true, unavailable: null },
      });
      expect(refused).toMatchObject({
        ...{ status: 503, body: { code: 'TENDER_UNAVAILABLE', reason: 'settings_missing' } },
      });
      expect(
        (await bare.pay(orderId, { tender: 'cash', tenderedCents: 3500 })).body.orderState,
      ).toBe('paid');
      expect(health.body).toMatchObject({
        details: { providers: [{ tender: 'paypal', reason: 'settings_missing' }, {}] },
      });
    } finally {
      await bare.close();
    }
  });
});
