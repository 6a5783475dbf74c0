import { canMovePayment, PAYMENT_STATES } from '../../src/payments/payment.transitions';
import { isCertainlyNothing } from '../../src/payments/payment-fail-over.rules';
import type { FaultKind } from '../emulators/shared/faults';
import type { Refusal } from './pay-desk';
import { RoutedDesk } from './routed-desk';

let shop: RoutedDesk;

beforeAll(async () => {
  shop = await RoutedDesk.open();
  await shop.route(shop.shopAccount, { name: 'First' });
  await shop.route(await shop.secondShopAccount(), { name: 'Second' });
}, 60_000);

afterAll(async () => {
  await shop.desk.close();
});

beforeEach(() => {
  shop.desk.calmDown();
});

/** Captures in PayPal's books that belong to an order, whichever account took them. */
async function capturesOf(orderId: string): Promise<string[]> {
  const rows = await shop.desk.reader.query<{ id: string }>(
    'SELECT id FROM payments WHERE order_id = ?',
    [orderId],
  );
  const ours = new Set(rows.map(({ id }) => id));
  return [...shop.desk.paypal.books.orders.values()]
    .filter(({ customId }) => ours.has(customId ?? ''))
    .flatMap(({ clientId, captures }) => captures.map(() => clientId));
}

/** The customer approves everything that PayPal has for an order; the worst that can happen. */
async function approveAll(orderId: string): Promise<void> {
  const rows = await shop.desk.reader.query<{ id: string }>(
    'SELECT id FROM payments WHERE order_id = ?',
    [orderId],
  );
  const ours = new Set(rows.map(({ id }) => id));
  for (const order of shop.desk.paypal.books.orders.values()) {
    if (ours.has(order.customId ?? '')) shop.desk.paypal.books.approve(order.id);
  }
}

async function untilSettled(orderId: string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    shop.desk.later(40);
    await shop.desk.sweep();
    const [open] = await shop.desk.reader.query(
      `SELECT id FROM payment_operations WHERE next_attempt_at IS NOT NULL
       AND payment_id IN (SELECT id FROM payments WHERE order_id = ?)`,
      [orderId],
    );
    if (open === undefined) return;
  }
}

const IN_DOUBT: readonly FaultKind[] = [
  'timeout_before',
  'timeout_after',
  'close_before',
  'close_after',
  'error_500_after',
  'error_503_before',
  'error_504_after',
  'truncated_after',
  'html_200_before',
  'html_200_after',
  'wrong_amount_after',
  'rate_limited',
  'in_progress',
];

describe('when the first account fails at the first call', () => {
  it('goes on with the next when no byte was sent, and says so', async () => {
    // Nobody has a token yet: the call for one is the first that fails.
    const fresh = await RoutedDesk.open();
    await fresh.route(fresh.shopAccount, { name: 'First' });
    await fresh.route(await fresh.secondShopAccount(), { name: 'Second' });
    fresh.desk.paypal.faults.script('token', 'close_before');
    const orderId = await fresh.openOrder();
    const payment = await fresh.payToTheEnd(orderId);

    expect(payment.state).toBe('captured');
    expect(fresh.captures()).toEqual([{ clientId: 'emulator-barber', value: '40.00' }]);
    const attempts = await fresh.attempts(orderId);
    expect(attempts).toMatchObject([
      { kind: 'create', state: 'not_sent', attempt: 1, reason: 'FIRST_IN_LIST' },
      { kind: 'create', state: 'succeeded', attempt: 2, reason: 'NEXT_AFTER_FAILURE' },
      { kind: 'capture', state: 'succeeded', attempt: 2 },
    ]);
    expect(attempts.map(({ code }) => code)).toEqual(['TOKEN_UNAVAILABLE', null, null]);
    expect(attempts[1]?.latencyMs).toBeGreaterThanOrEqual(0);
    await fresh.desk.close();
  });

  it('goes on when the provider refuses the account, and tells who repeats the same', async () => {
    const fresh = await RoutedDesk.open();
    await fresh.route(fresh.shopAccount);
    await fresh.route(await fresh.secondShopAccount());
    fresh.desk.paypal.faults.script('token', 'unauthorized');
    const orderId = await fresh.openOrder();
    const key = 'one-intention';

    const [one, two] = await Promise.all([
      fresh.desk.pay(orderId, { tender: 'paypal' }, key),
      fresh.desk.pay(orderId, { tender: 'paypal' }, key),
    ]);
    const again = await fresh.desk.pay(orderId, { tender: 'paypal' }, key);

    // Who comes while the first is worked on is told to wait, or gets the same.
    expect([201, 409]).toContain(two.status);
    expect([one.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(one.body.id);
    expect(fresh.desk.paypal.books.orders.size).toBe(1);
    await fresh.desk.close();
  });

  it('tries each account once, and then tells of the last refusal', async () => {
    const fresh = await RoutedDesk.open();
    await fresh.route(fresh.shopAccount);
    await fresh.route(await fresh.secondShopAccount());
    fresh.desk.paypal.faults.script('token', 'unauthorized', 'unauthorized');
    const orderId = await fresh.openOrder();
    const refused = await fresh.desk.pay<Refusal>(orderId, { tender: 'paypal' });

    expect(refused.body).toMatchObject({ code: 'TENDER_UNAVAILABLE' });
    expect(await fresh.attempts(orderId)).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
    // Nothing is under way: cash pays it all.
    const cash = await fresh.desk.pay(orderId, { tender: 'cash', tenderedCents: 4000 });
    expect(cash.status).toBe(201);
    await fresh.desk.close();
  });

  it.each(IN_DOUBT)(
    '%s: no other account is ever asked, and nobody is charged twice',
    async (fault) => {
      const orderId = await shop.openOrder();
      shop.desk.paypal.faults.script('create', fault);
      const first = await shop.desk.pay<Refusal>(orderId, { tender: 'paypal' });
      expect(first.status).not.toBe(201);
      const second = await shop.desk.pay<Refusal>(orderId, { tender: 'paypal' });
      expect(second.body.code).toBe('PAYMENT_UNDER_WAY');

      await untilSettled(orderId);
      await approveAll(orderId);
      await untilSettled(orderId);
      shop.desk.later(60);
      await shop.desk.sweep();

      const attempts = await shop.attempts(orderId);
      expect(new Set(attempts.map(({ paymentId }) => paymentId)).size).toBe(1);
      expect((await capturesOf(orderId)).length).toBeLessThanOrEqual(1);
    },
  );

  it.each(IN_DOUBT)(
    '%s at the capture: stays with its account, and is taken once',
    async (fault) => {
      const orderId = await shop.openOrder();
      const payment = await shop.desk.start(orderId, 'paypal');
      shop.desk.paypal.books.approve(shop.desk.paypalOrder(payment).id);
      shop.desk.paypal.faults.script('capture', fault);
      await untilSettled(orderId);
      shop.desk.later(60);
      await shop.desk.settle(payment);

      const attempts = await shop.attempts(orderId);
      expect(new Set(attempts.map(({ paymentId }) => paymentId)).size).toBe(1);
      expect(await capturesOf(orderId)).toEqual(['emulator-client']);
    },
  );
});

describe('the proof that nothing came of a payment', () => {
  const states = ['prepared', 'sent', 'succeeded', 'declined', 'not_sent', 'unknown'] as const;

  it('is a first request refused or never sent, of a payment that is over', () => {
    const proven = PAYMENT_STATES.flatMap((state) =>
      states
        .filter((created) => isCertainlyNothing({ state }, [{ kind: 'create', state: created }]))
        .map((created) => `${state} ${created}`),
    );

    expect(proven).toEqual(['declined declined', 'declined not_sent']);
    // Over for good: nothing brings it back to life.
    expect(PAYMENT_STATES.filter((state) => canMovePayment('declined', state))).toEqual([]);
  });

  it('does not hold once any money was asked for, whatever became of that', () => {
    for (const state of states) {
      const operations = [{ kind: 'create' as const, state: 'declined' as const }];
      const asked = [...operations, { kind: 'capture' as const, state }];
      expect(isCertainlyNothing({ state: 'declined' }, asked)).toBe(false);
    }
    expect(isCertainlyNothing({ state: 'declined' }, [])).toBe(false);
  });
});
