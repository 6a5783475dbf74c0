import { captureOf, judgeCapture } from '../../src/payments/tenders/paypal/paypal-outcome.rules';
import { PAYPAL_KEY_LIFETIME_MS } from '../../src/payments/tenders/paypal/paypal-requests.rules';
import { isKeyAlive } from '../../src/payments/tenders/providers/key-lifetime.rules';
import { ConnectProxy } from '../support/servers/connect-proxy';
import { PayPalShop, value } from './paypal-shop';

let shop: PayPalShop;

beforeEach(async () => {
  shop = await PayPalShop.open();
});

afterEach(async () => {
  await shop.close();
});

const captured = { kind: 'OK', value: { status: 'COMPLETED', amountCents: 7941 } };

describe('PayPal, on a good day', () => {
  it('takes an order from creation by approval to capture and refund', async () => {
    const { client, paypal } = shop;
    const order = value(await client.createOrder(shop.wish()));
    expect(order).toMatchObject({ status: 'PAYER_ACTION_REQUIRED', customId: 'pay_01HZX' });
    expect(order.approvalUrl).toBe(`${paypal.url}/checkoutnow?token=${order.orderId}`);

    paypal.books.approve(order.orderId);
    const capture = value(await client.captureOrder(shop.captureWish(order)));
    expect(capture).toMatchObject({ status: 'COMPLETED', feeCents: 326, netCents: 7615 });

    const refund = value(
      await client.refundCapture({
        requestId: 'refund-1',
        captureId: capture.captureId,
        customId: 'ref_1',
        invoiceId: 'INV-1001-1-R1',
        amountCents: 2040,
        currency: 'USD',
      }),
    );
    expect(refund).toMatchObject({ status: 'COMPLETED', amountCents: 2040 });
    expect(await client.getCapture(capture.captureId)).toMatchObject({
      value: { status: 'PARTIALLY_REFUNDED' },
    });
    expect(await client.getRefund(refund.refundId)).toMatchObject({ kind: 'OK' });
  });

  it('60 says the amount of every refund, and none of nothing can be made', async () => {
    const capture = value(await shop.client.captureOrder(await shop.approved()));
    const refund = {
      requestId: 'refund-1',
      captureId: capture.captureId,
      customId: 'ref_1',
      invoiceId: 'INV-1',
      currency: 'USD',
    };

    await expect(shop.client.refundCapture({ ...refund, amountCents: 0 })).rejects.toMatchObject({
      code: 'PAYPAL_AMOUNT_NOT_PAYABLE',
    });
    await shop.client.refundCapture({ ...refund, amountCents: 1 });
    expect(shop.paypal.server.calls.at(-1)?.call.body).toMatchObject({
      amount: { value: '0.01', currency_code: 'USD' },
    });
  });

  it('finds its webhook, and has an event delivered again', async () => {
    const { client, paypal } = shop;
    await client.captureOrder(await shop.approved());
    const [approved] = paypal.webhooks.take();

    expect(value(await client.listWebhooks())[0]).toMatchObject({ webhookId: paypal.webhookId });
    expect(value(await client.listEvents(0)).map(({ type }) => type)).toEqual([
      'PAYMENT.CAPTURE.COMPLETED',
      'CHECKOUT.ORDER.APPROVED',
    ]);
    const again = { eventId: approved!.eventId, webhookId: paypal.webhookId };
    expect(value(await client.resendEvent(again)).eventId).toBe(approved!.eventId);
    expect(paypal.webhooks.take()).toHaveLength(1);
  });
});

describe('PayPal, when the answer does not come', () => {
  it('10 timeout before accept: UNKNOWN, nothing happened, the same key succeeds', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'timeout_before');

    expect(await shop.client.captureOrder(wish)).toEqual({
      kind: 'UNKNOWN',
      code: 'DEADLINE',
      after: 'query',
    });
    expect(shop.paypal.books.captures.size).toBe(0);
    expect(await shop.client.captureOrder(wish)).toMatchObject(captured);
  });

  it.each([
    ['11 timeout after capture', 'timeout_after', 'DEADLINE'],
    ['11 connection closed after capture', 'close_after', 'CONNECTION_LOST'],
    ['13 500 though captured', 'error_500_after', 'HTTP_500'],
    ['13 504 though captured', 'error_504_after', 'HTTP_504'],
    ['15 201 truncated in its JSON', 'truncated_after', 'BODY_INCOMPLETE'],
    ['16 200 of a captive portal, though captured', 'html_200_after', 'ANSWER_NOT_JSON'],
  ] as const)(
    '%s: UNKNOWN, and the same key replays the one capture',
    async (_title, fault, code) => {
      const wish = await shop.approved();
      shop.paypal.faults.script('capture', fault);

      const lost = await shop.client.captureOrder(wish);
      const replayed = value(await shop.client.captureOrder(wish));

      expect(lost).toEqual({ kind: 'UNKNOWN', code, after: 'query' });
      expect([...shop.paypal.books.captures.keys()]).toEqual([replayed.captureId]);
    },
  );

  it('12 retry after key expiry: the key is dead, and only asking settles it', async () => {
    const wish = await shop.approved();
    const firstSentAtMs = shop.clock.now();
    shop.paypal.faults.script('capture', 'timeout_after');
    await shop.client.captureOrder(wish);
    shop.clock.advanceMinutes(7 * 60);

    const lifetimeMs = PAYPAL_KEY_LIFETIME_MS.captureOrder;
    expect(isKeyAlive({ firstSentAtMs, lifetimeMs, nowMs: shop.clock.now() })).toBe(false);
    const order = value(await shop.client.getOrder(wish.orderId));

    expect(captureOf(order, wish)).toMatchObject(captured);
    expect(shop.paypal.books.captures.size).toBe(1);
  });

  it('12 the emulator forgets keys as PayPal does: a create repeated too late is a second order', async () => {
    const wish = shop.wish('one-key');
    await shop.client.createOrder(wish);
    shop.clock.advanceMinutes(5 * 60);
    await shop.client.createOrder(wish);
    expect(shop.paypal.books.orders.size).toBe(1);

    shop.clock.advanceMinutes(2 * 60);
    await shop.client.createOrder(wish);
    expect(shop.paypal.books.orders.size).toBe(2);
  });

  it('14 503, then success: UNKNOWN, then OK with the same key', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'error_503_before');

    expect(await shop.client.captureOrder(wish)).toMatchObject({
      kind: 'UNKNOWN',
      code: 'HTTP_503',
    });
    expect(await shop.client.captureOrder(wish)).toMatchObject(captured);
    expect(shop.keysOf('capture')).toEqual([wish.requestId, wish.requestId]);
  });

  it('16 200 of a captive portal: UNKNOWN, never paid', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'html_200_before');

    expect(await shop.client.captureOrder(wish)).toMatchObject({ code: 'ANSWER_NOT_JSON' });
    expect(shop.paypal.books.captures.size).toBe(0);
  });

  it('17 201 with another amount: for a person to look at', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('create', 'wrong_amount_after');
    shop.paypal.faults.script('capture', 'wrong_amount_after');
    const differs = { kind: 'UNKNOWN', code: 'AMOUNT_DIFFERS', after: 'review' };

    expect(await shop.client.createOrder(shop.wish())).toEqual(differs);
    expect(await shop.client.captureOrder(wish)).toEqual(differs);
  });

  it('18 407 on CONNECT: NOT_SENT within two seconds', async () => {
    const proxy = await ConnectProxy.start(1);
    proxy.status = 407;
    const other = await PayPalShop.open({
      PAYPAL_BASE_URL: '',
      HTTPS_PROXY: `http://me:wrong@${proxy.address}`,
    });
    const startedAt = performance.now();

    const outcome = await other.client.createOrder(other.wish());

    expect(outcome).toEqual({ kind: 'NOT_SENT', code: 'PROXY_AUTH_REQUIRED' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(proxy.tunnels.map(({ target }) => target)).toEqual(['api-m.sandbox.paypal.com:443']);
    await other.close();
    await proxy.stop();
  });

  it('stops calling after failures in a row, and says that nothing was sent', async () => {
    await shop.close();
    shop = await PayPalShop.open({}, { breaker: { failuresMax: 2, pauseMs: 60_000 } });
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'error_503_before', 'error_503_before');
    await shop.client.captureOrder(wish);
    await shop.client.captureOrder(wish);

    expect(await shop.client.captureOrder(wish)).toEqual({
      kind: 'NOT_SENT',
      code: 'CIRCUIT_OPEN',
    });
    shop.clock.advanceMinutes(1);
    expect(await shop.client.captureOrder(wish)).toMatchObject(captured);
  });
});

describe('PayPal, when it says "not now"', () => {
  it.each([
    ['with Retry-After', { kind: 'rate_limited', retryAfterSeconds: 7 }, 7_000],
    ['without Retry-After', { kind: 'rate_limited' }, null],
  ] as const)('19 429 %s: RETRY_LATER, then the same key', async (_title, fault, pauseMs) => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', fault);

    expect(await shop.client.captureOrder(wish)).toEqual({
      kind: 'RETRY_LATER',
      code: 'RATE_LIMITED',
      pauseMs,
    });
    expect(await shop.client.captureOrder(wish)).toMatchObject(captured);
  });

  it('answers 409 for a request that is under way with RETRY_LATER', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'in_progress');

    expect(await shop.client.captureOrder(wish)).toMatchObject({
      kind: 'RETRY_LATER',
      code: 'PREVIOUS_REQUEST_IN_PROGRESS',
    });
  });

  it('20 401 in the middle of a capture: one new token, the same key', async () => {
    const wish = await shop.approved();
    shop.paypal.tokens.revokeAll();

    expect(await shop.client.captureOrder(wish)).toMatchObject(captured);
    expect(shop.paypal.tokens.issued).toBe(2);
    expect(shop.keysOf('capture')).toEqual([wish.requestId, wish.requestId]);
  });

  it('20 401 again with a new token: RETRY_LATER, no third try', async () => {
    const wish = await shop.approved();
    shop.paypal.faults.script('capture', 'unauthorized', 'unauthorized');

    expect(await shop.client.captureOrder(wish)).toMatchObject({
      kind: 'RETRY_LATER',
      code: 'CREDENTIALS_REFUSED',
    });
    expect(shop.keysOf('capture')).toHaveLength(2);
  });

  it('20 fifty calls that meet a 401 together renew the token once', async () => {
    await shop.approved();
    shop.paypal.tokens.revokeAll();

    await Promise.all(Array.from({ length: 50 }, () => shop.client.listWebhooks()));

    expect(shop.paypal.tokens.issued).toBe(2);
  });

  it('21 fifty parallel calls on an empty token cache: one token request', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => shop.client.createOrder(shop.wish())),
    );

    expect(outcomes.every(({ kind }) => kind === 'OK')).toBe(true);
    expect(shop.paypal.tokens.issued).toBe(1);
  });

  it('renews the token shortly before it expires', async () => {
    await shop.client.listWebhooks();
    shop.clock.advanceMinutes(9 * 60 - 4);
    await shop.client.listWebhooks();

    expect(shop.paypal.tokens.issued).toBe(2);
  });

  it.each([
    ['wrong credentials', 'CREDENTIALS_REFUSED', 'unauthorized'],
    ['a failing token endpoint', 'TOKEN_UNAVAILABLE', 'error_503_before'],
    ['a silent token endpoint', 'TOKEN_UNAVAILABLE', 'timeout_before'],
  ] as const)(
    'is NOT_SENT by %s, and tries again at the next call',
    async (_title, code, fault) => {
      shop.paypal.faults.script('token', fault);

      expect(await shop.client.createOrder(shop.wish())).toEqual({ kind: 'NOT_SENT', code });
      expect(shop.keysOf('create')).toEqual([]);
      expect(await shop.client.createOrder(shop.wish())).toMatchObject({ kind: 'OK' });
    },
  );
});

describe('PayPal, when it refuses', () => {
  it('22 ORDER_ALREADY_CAPTURED: read it and take it over', async () => {
    const wish = await shop.approved();
    await shop.client.captureOrder(wish);

    const outcome = await shop.client.captureOrder(shop.captureWish(wish));
    const order = value(await shop.client.getOrder(wish.orderId));

    expect(outcome).toEqual({ kind: 'UNKNOWN', code: 'ORDER_ALREADY_CAPTURED', after: 'adopt' });
    expect(captureOf(order, wish)).toMatchObject(captured);
    expect(shop.paypal.books.captures.size).toBe(1);
  });

  it('23 INSTRUMENT_DECLINED: the customer approves the same order again', async () => {
    const wish = await shop.approved();
    shop.paypal.books.captureDecisions.push({ issue: 'INSTRUMENT_DECLINED' });

    expect(await shop.client.captureOrder(wish)).toEqual({
      kind: 'DECLINED',
      code: 'INSTRUMENT_DECLINED',
      after: 'customer',
    });
    const order = value(await shop.client.getOrder(wish.orderId));
    expect(order.approvalUrl).toContain(wish.orderId);
    shop.paypal.books.approve(wish.orderId);
    expect(await shop.client.captureOrder(shop.captureWish(wish))).toMatchObject(captured);
  });

  it('24 order COMPLETED with a capture PENDING, later DENIED', async () => {
    const wish = await shop.approved();
    shop.paypal.books.captureDecisions.push({ status: 'PENDING', reason: 'ECHECK' });

    const pending = value(await shop.client.captureOrder(wish));
    expect(pending).toMatchObject({ status: 'PENDING', pendingReason: 'ECHECK', feeCents: null });

    shop.paypal.books.settlePending(pending.captureId, 'DECLINED');
    const order = value(await shop.client.getOrder(wish.orderId));
    expect(order.status).toBe('COMPLETED');
    expect(captureOf(order, wish)).toMatchObject({ kind: 'DECLINED', code: 'CAPTURE_DECLINED' });
    const capture = value(await shop.client.getCapture(pending.captureId));
    expect(judgeCapture(capture, wish)).toMatchObject({ kind: 'DECLINED' });
    expect(shop.paypal.webhooks.take('PAYMENT.CAPTURE.DENIED')).toHaveLength(1);
  });

  it('25 approval reversed after 3 h: told by webhook, the capture is refused', async () => {
    const wish = await shop.approved();
    shop.clock.advanceMinutes(3 * 60);

    expect(await shop.client.captureOrder(wish)).toMatchObject({
      kind: 'DECLINED',
      code: 'ORDER_NOT_APPROVED',
    });
    expect(value(await shop.client.getOrder(wish.orderId)).status).toBe('VOIDED');
    expect(shop.paypal.webhooks.take('CHECKOUT.PAYMENT-APPROVAL.REVERSED')).toHaveLength(1);
  });

  it('26 unknown enum value: parked, not crashed', async () => {
    const wish = await shop.approved();
    shop.paypal.books.captureDecisions.push({ status: 'HELD_BY_MARTIANS' as 'PENDING' });

    expect(await shop.client.captureOrder(wish)).toEqual({
      kind: 'UNKNOWN',
      code: 'STATUS_UNFAMILIAR',
      after: 'review',
    });
  });

  it.each([
    ['above the remainder', 7942, 'REFUND_AMOUNT_EXCEEDED', 'start_again'],
    ['without funds', 7941, 'REFUND_FAILED_INSUFFICIENT_FUNDS', 'operator'],
    ['while it is disputed', 100, 'TRANSACTION_DISPUTED', 'start_again'],
  ] as const)('56-64 declines a refund %s', async (_title, amountCents, code, after) => {
    const capture = value(await shop.client.captureOrder(await shop.approved()));
    shop.paypal.books.captureById(capture.captureId).isDisputed = code === 'TRANSACTION_DISPUTED';
    if (after === 'operator') shop.paypal.books.refundIssues.push(code);

    const outcome = await shop.client.refundCapture({
      requestId: 'refund-1',
      captureId: capture.captureId,
      customId: 'ref_1',
      invoiceId: 'INV-1',
      amountCents,
      currency: 'USD',
    });

    expect(outcome).toEqual({ kind: 'DECLINED', code, after });
  });

  it('61 refund timeout, retried: one refund', async () => {
    const capture = value(await shop.client.captureOrder(await shop.approved()));
    const wish = {
      requestId: 'refund-1',
      captureId: capture.captureId,
      customId: 'ref_1',
      invoiceId: 'INV-1',
      amountCents: 2040,
      currency: 'USD',
    };
    shop.paypal.faults.script('refund', 'timeout_after');

    expect(await shop.client.refundCapture(wish)).toMatchObject({ kind: 'UNKNOWN' });
    expect(await shop.client.refundCapture(wish)).toMatchObject({ kind: 'OK' });
    expect(shop.paypal.books.refunds.size).toBe(1);
  });
});
