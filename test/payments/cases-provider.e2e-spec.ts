import type { Fault, FaultKind } from '../emulators/shared/faults';
import { ConnectProxy } from '../support/servers/connect-proxy';
import { PayDesk, type Refusal, type ShownPayment } from './pay-desk';

let desk: PayDesk;

beforeAll(async () => {
  desk = await PayDesk.open();
});

afterEach(() => desk.calmDown());
afterAll(() => desk.close());

const SALE = [
  'sale 1210 3500',
  'sale 4020 -3500',
  'provider_fee 6010 171',
  'provider_fee 1210 -171',
];

/** Captured here and there, once, and booked once. */
async function expectOneCapture(payment: ShownPayment): Promise<void> {
  expect(await desk.settle(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
  expect(desk.capturesOf(payment)).toHaveLength(1);
  expect(await desk.entries(payment.orderId)).toEqual(SALE);
}

describe('Whatever happens to the call that takes the money by PayPal', () => {
  it.each<[title: string, ...faults: (Fault | FaultKind)[]]>([
    ['10 timeout before accept', 'timeout_before'],
    ['11 timeout after capture, retry gets a replay', 'timeout_after'],
    ['11 the connection breaks after capture', 'close_after'],
    ['13 500 though captured', 'error_500_after'],
    ['14 503, then success', 'error_503_before'],
    ['15 201 truncated in the middle', 'truncated_after'],
    ['16 200 of a captive portal, before', 'html_200_before'],
    ['16 200 of a captive portal, after', 'html_200_after'],
    ['19 429 with Retry-After', { kind: 'rate_limited', retryAfterSeconds: 30 }],
    ['19 429 without Retry-After', 'rate_limited'],
    ['20 401 in the middle of a capture', 'unauthorized'],
    ['a request that is in progress', 'in_progress'],
    ['one thing after another', 'timeout_after', 'error_503_before', 'html_200_before'],
  ])('%s: one charge, booked once', async (_title, ...faults) => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', ...faults);

    await expectOneCapture(payment);
    const operations = await desk.operations(payment);
    expect(operations.filter(({ kind }) => kind === 'capture')).toHaveLength(1);
    const keys = desk.keysOf('capture', desk.paypalOrder(payment).id);
    expect(new Set(keys).size).toBe(1);
  });

  it('12 retry after key expiry: only asked, never sent again', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'timeout_after');
    expect(await desk.show(payment)).toMatchObject({ state: 'processing', orderState: 'open' });
    desk.clock.advanceMinutes(6 * 60);
    const before = desk.callsOf('capture');

    await expectOneCapture(payment);
    expect(desk.callsOf('capture')).toBe(before);
  });

  it('17 201 with another amount: nothing is booked, a person looks, and the truth is taken', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'wrong_amount_after');
    const doubtful = await desk.show(payment);

    expect(doubtful).toMatchObject({ state: 'needs_reconciliation', attention: 'AMOUNT_DIFFERS' });
    expect(await desk.entries(payment.orderId)).toEqual([]);
    expect((await desk.attention()).map(({ id }) => id)).toContain(payment.id);
    desk.clock.advanceMinutes(61);
    await desk.sweep();
    await expectOneCapture(payment);
  });

  it('21 fifty parallel looks at an approved payment on an empty token cache: one charge', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.tokens.revokeAll();
    const issued = desk.paypal.tokens.issued;
    const looks = Array.from({ length: 50 }, () => desk.show(payment));
    const states = (await Promise.all(looks)).map(({ state }) => state);

    expect(new Set(states)).toEqual(new Set(['captured']));
    expect(desk.paypal.tokens.issued).toBe(issued + 1);
    await expectOneCapture(payment);
  });

  it('22 ORDER_ALREADY_CAPTURED: taken over, booked once', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'timeout_before');
    await desk.show(payment);
    // The first call arrives late, and its key is not known: the second one is refused.
    desk.paypal.books.capture(desk.paypalOrder(payment).id);
    desk.clock.advanceMinutes(1);

    await expectOneCapture(payment);
  });

  it('23 INSTRUMENT_DECLINED: the customer approves the same order again', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.books.captureDecisions.push({ issue: 'INSTRUMENT_DECLINED' });
    const declined = await desk.show(payment);

    expect(declined).toMatchObject({ state: 'action_required', code: 'INSTRUMENT_DECLINED' });
    desk.later();
    expect((await desk.show(payment)).action?.url).toContain('/checkoutnow');
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();
    await expectOneCapture(payment);
    const keys = desk.keysOf('capture', desk.paypalOrder(payment).id);
    expect(new Set(keys).size).toBe(2);
  });

  it('24 order COMPLETED with the capture PENDING, later DENIED: never paid', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.books.captureDecisions.push({ status: 'PENDING', reason: 'ECHECK' });
    expect(await desk.show(payment)).toMatchObject({
      state: 'capture_pending',
      orderState: 'open',
    });
    expect(await desk.entries(payment.orderId)).toEqual([]);

    desk.paypal.books.settlePending(desk.capturesOf(payment)[0]!.id, 'DECLINED');
    desk.clock.advanceMinutes(11);
    await desk.sweep();
    expect(await desk.show(payment)).toMatchObject({ state: 'declined', orderState: 'open' });
    const cash = { tender: 'cash', tenderedCents: 3500 };
    expect((await desk.pay(payment.orderId, cash)).body.orderState).toBe('paid');
  });

  it('24 a capture PENDING, later COMPLETED: paid then, with its fee', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.books.captureDecisions.push({ status: 'PENDING' });
    await desk.show(payment);
    desk.paypal.books.settlePending(desk.capturesOf(payment)[0]!.id, 'COMPLETED');
    desk.clock.advanceMinutes(11);
    await desk.sweep();

    await expectOneCapture(payment);
  });

  it('25 approval reversed after three hours: expired, and the order takes another tender', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'error_503_before');
    await desk.show(payment);
    desk.clock.advanceMinutes(181);
    desk.paypal.books.order(desk.paypalOrder(payment).id);
    await desk.deliverAll('paypal');

    expect(await desk.show(payment)).toMatchObject({ state: 'expired', code: 'APPROVAL_EXPIRED' });
    expect(desk.capturesOf(payment)).toEqual([]);
    const cash = { tender: 'cash', tenderedCents: 3500 };
    expect((await desk.pay(payment.orderId, cash)).body.orderState).toBe('paid');
  });

  it('25 nobody approves: expired by itself, and asked about no more', async () => {
    const payment = await desk.start(await desk.openOrder(), 'paypal');
    desk.clock.advanceMinutes(186);
    await desk.sweep();

    expect(await desk.show(payment)).toMatchObject({ state: 'expired', action: null });
    const asked = desk.callsOf('get_order');
    desk.clock.advanceMinutes(10);
    await desk.sweep();
    expect(desk.callsOf('get_order')).toBe(asked);
  });

  it('26 unknown enum value: parked for a person, not crashed', async () => {
    const payment = await desk.approvedByPayPal();
    const order = desk.paypalOrder(payment);
    Object.assign(order, { status: 'TELEPORTED' });
    expect(await desk.show(payment)).toMatchObject({
      ...{ state: 'needs_reconciliation', attention: 'STATUS_UNFAMILIAR' },
    });
  });

  it('a permanent refusal ends it, and the order takes another payment', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.books.captureDecisions.push({ issue: 'TRANSACTION_REFUSED' });

    expect(await desk.show(payment)).toMatchObject({
      ...{ state: 'declined', code: 'TRANSACTION_REFUSED', orderState: 'open' },
    });
    expect((await desk.start(payment.orderId, 'paypal')).state).toBe('action_required');
  });

  it('a doubt of a day is given to a person, who ends it by hand', async () => {
    const payment = await desk.approvedByPayPal();
    const outage = { seed: 1, rate: 1, choices: [{ kind: 'error_503_before' }] as const };
    desk.paypal.faults.seed({ ...outage, operations: ['capture'] });
    await desk.show(payment);
    desk.paypal.faults.seed(outage);
    desk.clock.advanceMinutes(24 * 60 + 1);
    await desk.sweep();

    const list = await desk.attention();
    expect(list.find(({ id }) => id === payment.id)).toMatchObject({ attention: 'UNVERIFIED' });
    const blocked = await desk.pay<Refusal>(payment.orderId, { tender: 'cash', tenderedCents: 1 });
    expect(blocked.body.code).toBe('PAYMENT_UNDER_WAY');
    const resolve = (verdict: string) =>
      desk.ask<ShownPayment & Refusal>('POST', `/v1/payments/${payment.id}/resolve`, {
        ...{ verdict, reason: 'Not in the account' },
      });
    expect((await resolve('seen')).body.code).toBe('PAYMENT_NOT_IN_DOUBT');
    expect((await resolve('not_captured')).body).toMatchObject({
      ...{ state: 'declined', code: 'RESOLVED_BY_HAND', attention: null },
    });
    expect((await resolve('captured')).body.code).toBe('PAYMENT_NOT_IN_DOUBT');
    expect(await desk.lastEvent('payment.updated')).toMatchObject({
      ...{
        actor: { kind: 'owner' },
        data: { paymentId: payment.id, reason: 'Not in the account' },
      },
    });
    const cash = { tender: 'cash', tenderedCents: 3500 };
    expect((await desk.pay(payment.orderId, cash)).body.orderState).toBe('paid');
  });

  it('a person’s word pays the order when the money is there', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', 'wrong_amount_after');
    await desk.show(payment);
    const answer = await desk.ask('POST', `/v1/payments/${payment.id}/resolve`, {
      ...{ verdict: 'captured', reason: 'Found as 3C67' },
    });

    expect(answer.body).toMatchObject({ state: 'captured', attention: null });
    expect(await desk.entries(payment.orderId)).toEqual(SALE.slice(0, 2));
  });
});

describe('Whatever happens to the call that asks the customer', () => {
  it.each<FaultKind>(['timeout_before', 'timeout_after', 'error_500_after', 'truncated_after'])(
    '10–15 %s: says so, and the same request is made again, once',
    async (fault) => {
      const orderId = await desk.openOrder();
      desk.paypal.faults.script('create', fault);
      const answer = await desk.pay<Refusal>(orderId, { tender: 'paypal' });

      expect(answer).toMatchObject({ status: 503, body: { code: 'PROVIDER_SILENT' } });
      desk.later();
      const id = answer.body.paymentId;
      expect(await desk.show({ orderId, id })).toMatchObject({ state: 'action_required' });
      const orders = [...desk.paypal.books.orders.values()].filter((o) => o.customId === id);
      expect(orders).toHaveLength(1);
    },
  );

  it('18 407 on CONNECT: told within two seconds, nothing under way, and cash is taken', async () => {
    const proxy = await ConnectProxy.start(1);
    proxy.status = 407;
    const HTTPS_PROXY = `http://me:wrong@${proxy.address}`;
    const behind = await PayDesk.open({ PAYPAL_BASE_URL: '', HTTPS_PROXY });
    try {
      const orderId = await behind.openOrder();
      const refused = await behind.pay<Refusal>(orderId, { tender: 'paypal' });

      expect(refused).toMatchObject({
        status: 503,
        body: { code: 'TENDER_UNAVAILABLE', details: ['PROXY_AUTH_REQUIRED'] },
      });
      const cash = { tender: 'cash', tenderedCents: 3500 };
      expect((await behind.pay(orderId, cash)).body.orderState).toBe('paid');
    } finally {
      await behind.close();
      await proxy.stop();
    }
  });

  it('a refusal is told with the provider’s word, and the order stays free', async () => {
    const orderId = await desk.openOrder();
    const issue = {
      details: [{ issue: 'PAYEE_ACCOUNT_RESTRICTED' }],
      name: 'UNPROCESSABLE_ENTITY',
    };
    desk.paypal.faults.script('create', {
      ...{ kind: 'refused', answer: { status: 422, body: issue } },
    });
    const refused = await desk.pay<Refusal>(orderId, { tender: 'paypal' });

    expect(refused).toMatchObject({
      ...{ status: 422, body: { code: 'PAYMENT_DECLINED', reason: 'PAYEE_ACCOUNT_RESTRICTED' } },
    });
    const cash = { tender: 'cash', tenderedCents: 3500 };
    expect((await desk.pay(orderId, cash)).body.orderState).toBe('paid');
  });

  it('an outage is told at once while the circuit is open; cash goes on, and later it is back', async () => {
    desk.paypal.faults.seed({ seed: 2, rate: 1, choices: [{ kind: 'close_before' }] });
    const refusals: string[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const orderId = await desk.openOrder();
      refusals.push((await desk.pay<Refusal>(orderId, { tender: 'paypal' })).body.code);
    }
    const { body } = await desk.ask<{ items: { tender: string }[] }>('GET', '/v1/tenders');

    expect(refusals.slice(0, 5)).toEqual(Array(5).fill('PROVIDER_SILENT'));
    expect(refusals.slice(5)).toEqual(Array(2).fill('TENDER_UNAVAILABLE'));
    expect(body.items.find(({ tender }) => tender === 'paypal')).toMatchObject({
      ...{ isAvailable: false, unavailable: { reason: 'unreachable' } },
    });
    desk.paypal.faults.clear();
    desk.clock.advanceMinutes(1);
    expect((await desk.start(await desk.openOrder(), 'paypal')).state).toBe('action_required');
  });
});

describe('Whatever happens to the call that takes the money by Cash App', () => {
  it.each<[title: string, ...faults: (Fault | FaultKind)[]]>([
    ['10 timeout before accept', 'timeout_before'],
    ['11 timeout after payment', 'timeout_after'],
    ['13 500 though paid', 'error_500_after'],
    ['15 truncated in the middle', 'truncated_after'],
    ['19 429', 'rate_limited'],
    ['29 GATEWAY_TIMEOUT, and the payment is CAPTURED', 'error_504_after'],
  ])('%s: one charge, booked once', async (_title, ...faults) => {
    const payment = await desk.approvedByCashApp();
    desk.cashApp.faults.script('create_payment', ...faults);

    expect(await desk.settle(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(desk.chargesOf(payment)).toHaveLength(1);
    expect(await desk.entries(payment.orderId)).toEqual([
      ...['sale 1240 3500', 'sale 4020 -3500', 'provider_fee 6010 96', 'provider_fee 1240 -96'],
    ]);
  });

  it('28 grant consumed by a decline: ended, and a new request with a new key succeeds', async () => {
    const payment = await desk.approvedByCashApp();
    desk.cashApp.books.declines.push('PAYMENT_DECLINED_RISK');
    expect(await desk.show(payment)).toMatchObject({
      ...{ state: 'declined', code: 'PAYMENT_DECLINED_RISK', orderState: 'open' },
    });
    const again = await desk.start(payment.orderId, 'cash_app');
    desk.cashApp.books.approve(desk.cashAppRequest(again).id);
    desk.later();

    expect(await desk.show(again)).toMatchObject({ state: 'captured', orderState: 'paid' });
    expect(again.id).not.toBe(payment.id);
  });

  it('30 the API key is refused between request and payment: waits, and tells the tender list', async () => {
    const payment = await desk.approvedByCashApp();
    desk.cashApp.faults.script('create_payment', 'unauthorized');
    expect(await desk.show(payment)).toMatchObject({ state: 'processing', orderState: 'open' });
    const { body } = await desk.ask<{ items: { tender: string }[] }>('GET', '/v1/tenders');

    expect(body.items.find(({ tender }) => tender === 'cash_app')).toMatchObject({
      ...{ isAvailable: false, unavailable: { reason: 'credentials_refused' } },
    });
    expect(await desk.settle(payment)).toMatchObject({ state: 'captured' });
    expect(desk.chargesOf(payment)).toHaveLength(1);
  });
});
