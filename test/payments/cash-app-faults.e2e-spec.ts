import {
  CASH_APP_KEY_LIFETIME_MS,
  cashAppKey,
} from '../../src/payments/tenders/cash-app/cash-app-key.rules';
import { judgePayment } from '../../src/payments/tenders/cash-app/cash-app-outcome.rules';
import { isKeyAlive } from '../../src/payments/tenders/providers/key-lifetime.rules';
import { CashAppShop } from './cash-app-shop';
import { value } from './paypal-shop';

let shop: CashAppShop;

beforeEach(async () => {
  shop = await CashAppShop.open();
});

afterEach(async () => {
  await shop.close();
});

const paid = { kind: 'OK', value: { status: 'CAPTURED', capturedCents: 7941 } };
const REGION = 'PDX';

describe('Cash App Pay, on a good day', () => {
  it('takes a request by its approval to payment and refund', async () => {
    const { client, cashApp } = shop;
    const wish = { amountCents: 7941, currency: 'USD', referenceId: 'pay_1' };
    const request = value(
      await client.createCustomerRequest({ ...wish, key: shop.newKey(), channel: 'IN_PERSON' }),
    );
    expect(request).toMatchObject({ status: 'PENDING', grants: [] });
    expect(request.triggers?.mobileUrl).toBe(`${cashApp.url}/approve/${request.requestId}`);

    const { id: grantId } = cashApp.books.approve(request.requestId);
    const payment = value(
      await client.createPayment({ ...wish, key: shop.newKey(), grantId, isCaptured: true }),
    );
    expect(payment).toMatchObject({ status: 'CAPTURED', amountCents: 7941, feeCents: 218 });

    const refund = { key: shop.newKey(), paymentId: payment.paymentId, referenceId: 'ref_1' };
    expect(
      value(await client.createRefund({ ...refund, amountCents: 2040, currency: 'USD' })),
    ).toMatchObject({ status: 'CAPTURED', amountCents: 2040 });
    expect(value(await client.getPayment(payment.paymentId, REGION)).refundedCents).toBe(2040);
    expect(value(await client.listRefunds({ referenceId: 'ref_1', region: REGION }))).toHaveLength(
      1,
    );
  });

  it('authorises first and captures within seven days, or else it is void', async () => {
    const wish = await shop.approved({ isCaptured: false });
    const { paymentId } = value(await shop.client.createPayment(wish));
    const late = value(await shop.client.createPayment(await shop.approved({ isCaptured: false })));

    expect(
      await shop.client.capturePayment({ ...wish, key: shop.newKey(), paymentId }),
    ).toMatchObject(paid);
    shop.clock.advanceMinutes(7 * 24 * 60);
    expect(value(await shop.client.getPayment(late.paymentId, REGION)).status).toBe('VOIDED');
  });

  it('gives an authorisation up, but not after an attempt to capture it', async () => {
    const open = await shop.approved({ isCaptured: false });
    const { paymentId } = value(await shop.client.createPayment(open));
    const captured = value(await shop.client.createPayment(await shop.approved()));

    expect(await shop.client.voidPayment({ paymentId, region: REGION })).toMatchObject({
      kind: 'OK',
      value: { status: 'VOIDED' },
    });
    expect(
      await shop.client.voidPayment({ paymentId: captured.paymentId, region: REGION }),
    ).toEqual({ kind: 'UNKNOWN', code: 'INVALID_STATE_TRANSITION', after: 'adopt' });
  });
});

describe('Cash App Pay, when the answer does not come', () => {
  it('10 timeout before accept: UNKNOWN, nothing happened, the same key succeeds', async () => {
    const wish = await shop.approved();
    shop.cashApp.faults.script('create_payment', 'timeout_before');

    expect(await shop.client.createPayment(wish)).toMatchObject({
      kind: 'UNKNOWN',
      code: 'DEADLINE',
    });
    expect(shop.cashApp.books.payments.size).toBe(0);
    expect(await shop.client.createPayment(wish)).toMatchObject(paid);
  });

  it.each([
    ['11 timeout after payment', 'timeout_after', 'DEADLINE'],
    ['11 connection closed after payment', 'close_after', 'CONNECTION_LOST'],
    ['13 500 though paid', 'error_500_after', 'HTTP_500'],
    ['15 201 truncated in its JSON', 'truncated_after', 'BODY_INCOMPLETE'],
    ['16 200 of a captive portal, though paid', 'html_200_after', 'ANSWER_NOT_JSON'],
  ] as const)(
    '%s: UNKNOWN, and the same key replays the one payment',
    async (_title, fault, code) => {
      const wish = await shop.approved();
      shop.cashApp.faults.script('create_payment', fault);

      const lost = await shop.client.createPayment(wish);
      const replayed = value(await shop.client.createPayment(wish));

      expect(lost).toEqual({ kind: 'UNKNOWN', code, after: 'query' });
      expect([...shop.cashApp.books.payments.keys()]).toEqual([replayed.paymentId]);
    },
  );

  it('12 retry after key expiry: the key is dead, and the payment is found by our own id', async () => {
    const wish = await shop.approved();
    const firstSentAtMs = shop.clock.now();
    shop.cashApp.faults.script('create_payment', 'timeout_after');
    await shop.client.createPayment(wish);
    shop.clock.advanceMinutes(29 * 24 * 60);
    const lifetimeMs = CASH_APP_KEY_LIFETIME_MS;
    expect(isKeyAlive({ firstSentAtMs, lifetimeMs, nowMs: shop.clock.now() })).toBe(true);
    shop.clock.advanceMinutes(24 * 60);
    expect(isKeyAlive({ firstSentAtMs, lifetimeMs, nowMs: shop.clock.now() })).toBe(false);

    const fresh = shop.cashApp.keys.create();
    await shop.restart({ CASH_APP_KEY_ID: fresh.keyId, CASH_APP_SECRET: fresh.secret });
    const found = value(
      await shop.client.listPayments({ referenceId: wish.referenceId, region: REGION }),
    );

    expect(found.map((payment) => judgePayment(payment, wish))).toMatchObject([paid]);
  });

  it('14 503, then success: UNKNOWN, then OK with the same key', async () => {
    const wish = await shop.approved();
    shop.cashApp.faults.script('create_payment', 'error_503_before');

    expect(await shop.client.createPayment(wish)).toMatchObject({ code: 'HTTP_503' });
    expect(await shop.client.createPayment(wish)).toMatchObject(paid);
  });

  it('17 201 with another amount: for a person to look at', async () => {
    const wish = await shop.approved();
    shop.cashApp.faults.script('create_payment', 'wrong_amount_after');

    expect(await shop.client.createPayment(wish)).toEqual({
      kind: 'UNKNOWN',
      code: 'AMOUNT_DIFFERS',
      after: 'review',
    });
  });

  it.each([
    ['with Retry-After', { kind: 'rate_limited', retryAfterSeconds: 7 }, 7_000],
    ['without Retry-After', { kind: 'rate_limited' }, null],
  ] as const)('19 429 %s: RETRY_LATER, then the same key', async (_title, fault, pauseMs) => {
    const wish = await shop.approved();
    shop.cashApp.faults.script('create_payment', fault);

    expect(await shop.client.createPayment(wish)).toEqual({
      kind: 'RETRY_LATER',
      code: 'RATE_LIMITED',
      pauseMs,
    });
    expect(await shop.client.createPayment(wish)).toMatchObject(paid);
  });

  it('26 unknown enum value: parked, not crashed', async () => {
    const wish = await shop.approved();
    value(await shop.client.createPayment(wish));
    const [payment] = shop.cashApp.books.payments.values();
    payment!.status = 'HELD_BY_MARTIANS' as 'CAPTURED';

    expect(await shop.client.createPayment(wish)).toEqual({
      kind: 'UNKNOWN',
      code: 'STATUS_UNFAMILIAR',
      after: 'review',
    });
  });

  it('27 other X-Region on retry: refused here, nothing is sent', async () => {
    const wish = await shop.approved();
    shop.cashApp.faults.script('create_payment', 'timeout_after');
    await shop.client.createPayment(wish);
    const callsBefore = shop.cashApp.server.calls.length;
    const moved = { ...wish, key: { ...wish.key, region: 'IAD' } };

    await expect(shop.client.createPayment(moved)).rejects.toMatchObject({
      code: 'CASH_APP_REGION_CHANGED',
    });
    expect(shop.cashApp.server.calls).toHaveLength(callsBefore);
    expect(shop.cashApp.books.payments.size).toBe(1);
  });

  it('27 the emulator keeps keys by region, so a second region is a second payment to it', async () => {
    const wish = await shop.approved();
    value(await shop.client.createPayment(wish));
    const elsewhere = { ...wish, key: cashAppKey('another', 'IAD') };

    // The grant is spent: a one-time grant is the last thing that stands between.
    expect(await shop.client.createPayment(elsewhere)).toMatchObject({
      kind: 'DECLINED',
      code: 'GRANT_CONSUMED',
    });
  });

  it('28 grant consumed by a decline: a new request is needed', async () => {
    const wish = await shop.approved();
    shop.cashApp.books.declines.push('PAYMENT_DECLINED_RISK');

    expect(await shop.client.createPayment(wish)).toEqual({
      kind: 'DECLINED',
      code: 'PAYMENT_DECLINED_RISK',
      after: 'start_again',
    });
    expect(await shop.client.createPayment({ ...wish, key: shop.newKey() })).toEqual({
      kind: 'DECLINED',
      code: 'GRANT_CONSUMED',
      after: 'start_again',
    });
    expect(await shop.client.createPayment(await shop.approved())).toMatchObject(paid);
  });

  it('29 GATEWAY_TIMEOUT on capture, and the payment is CAPTURED', async () => {
    const wish = await shop.approved({ isCaptured: false });
    const { paymentId } = value(await shop.client.createPayment(wish));
    const capture = { ...wish, key: shop.newKey(), paymentId };
    shop.cashApp.faults.script('capture', 'error_504_after');

    expect(await shop.client.capturePayment(capture)).toMatchObject({ kind: 'UNKNOWN' });
    const payment = value(await shop.client.getPayment(paymentId, REGION));
    expect(judgePayment(payment, wish)).toMatchObject(paid);
    expect(await shop.client.capturePayment(capture)).toMatchObject(paid);
  });

  it('30 API key expires between create and capture: waits for a new key, same idempotency key', async () => {
    shop.clock.advanceMinutes(25 * 24 * 60);
    const wish = await shop.approved({ isCaptured: false });
    const { paymentId } = value(await shop.client.createPayment(wish));
    const capture = { ...wish, key: shop.newKey(), paymentId };
    shop.clock.advanceMinutes(5 * 24 * 60);

    expect(await shop.client.capturePayment(capture)).toMatchObject({
      kind: 'RETRY_LATER',
      code: 'ACCESS_TOKEN_EXPIRED',
    });
    const fresh = shop.cashApp.keys.create();
    await shop.restart({ CASH_APP_KEY_ID: fresh.keyId, CASH_APP_SECRET: fresh.secret });
    expect(await shop.client.capturePayment(capture)).toMatchObject(paid);
  });
});

describe('Cash App Pay, by the amounts of its sandbox', () => {
  it('6670 makes the payment and loses the answer; by key or by our id it is found', async () => {
    const wish = await shop.approved({ amountCents: 6670, isCaptured: false });

    expect(await shop.client.createPayment(wish)).toEqual({
      kind: 'UNKNOWN',
      code: 'CONNECTION_LOST',
      after: 'query',
    });
    expect(
      value(await shop.client.listPayments({ referenceId: wish.referenceId, region: REGION })),
    ).toHaveLength(1);
    expect(await shop.client.voidByKey(wish.key)).toMatchObject({ value: { status: 'VOIDED' } });
  });

  it.each([
    [7770, 'PAYMENT_DECLINED_COMPLIANCE', 'start_again'],
    [7771, 'PAYMENT_DECLINED_INSUFFICIENT_FUNDS', 'start_again'],
    [7772, 'PAYMENT_DECLINED_OTHER', 'start_again'],
    [7773, 'PAYMENT_DECLINED_RISK', 'start_again'],
    [7774, 'PAYMENT_INVALID_TOO_LARGE', 'customer'],
    [7775, 'PAYMENT_INVALID_TOO_SMALL', 'customer'],
  ] as const)('%p is declined with %s', async (amountCents, code, after) => {
    const wish = await shop.approved({ amountCents });

    expect(await shop.client.createPayment(wish)).toEqual({ kind: 'DECLINED', code, after });
    const [payment] = value(
      await shop.client.listPayments({ referenceId: wish.referenceId, region: REGION }),
    );
    expect(judgePayment(payment!, wish)).toEqual({ kind: 'DECLINED', code, after });
  });
});

describe('Cash App Pay, when it calls a request wrong', () => {
  it('tells an amount that is not the grant’s, and a key used twice, as our own fault', async () => {
    const wish = await shop.approved();
    const tipAfterApproval = { ...wish, key: shop.newKey(), amountCents: 8_000 };

    expect(await shop.client.createPayment(tipAfterApproval)).toEqual({
      kind: 'DECLINED',
      code: 'PAYMENT_INVALID_AMOUNT_MISMATCH',
      after: 'developer',
    });
    value(await shop.client.createPayment(wish));
    expect(await shop.client.createPayment({ ...wish, amountCents: 1 })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      after: 'developer',
    });
  });

  it('refuses amounts that are none before anything is sent', async () => {
    const wish = await shop.approved();

    for (const amountCents of [-1, 0.5, 2 ** 53]) {
      await expect(shop.client.createPayment({ ...wish, amountCents })).rejects.toMatchObject({
        code: 'AMOUNT_INVALID',
      });
    }
  });

  it('refuses more than was captured', async () => {
    const wish = await shop.approved();
    const { paymentId } = value(await shop.client.createPayment(wish));

    expect(
      await shop.client.createRefund({ ...wish, key: shop.newKey(), paymentId, amountCents: 7942 }),
    ).toMatchObject({ kind: 'DECLINED', code: 'REFUND_INVALID_TOO_LARGE' });
  });
});
