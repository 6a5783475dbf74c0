import { OperationRunner } from '../../src/payments/operations/operation-runner.service';
import { PaymentDriver } from '../../src/payments/operations/payment-driver.service';
import { PaymentOperationRepository } from '../../src/payments/operations/payment-operation.repository';
import { ProviderRefunds } from '../../src/payments/operations/provider-refunds.service';
import { PaymentRepository } from '../../src/payments/payment.repository';
import { SYSTEM_ACTOR } from '../../src/platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { PayDesk, type ShownPayment } from './pay-desk';

let desk: PayDesk;
let shopId: string;

beforeAll(async () => {
  desk = await PayDesk.open();
  const [shop] = await desk.reader.query<{ id: string }>('SELECT id FROM shops', []);
  shopId = shop!.id;
});

afterEach(() => desk.calmDown());
afterAll(() => desk.close());

/** The driver of another instance: it shares nothing but the database. */
function anotherInstance(): PaymentDriver {
  const { app } = desk.server;
  return new PaymentDriver(
    app.get(Database),
    app.get(PaymentRepository),
    app.get(PaymentOperationRepository),
    app.get(OperationRunner),
    desk.clock,
  );
}

async function expectOneCharge(payment: ShownPayment): Promise<void> {
  expect(await desk.settle(payment)).toMatchObject({ state: 'captured', orderState: 'paid' });
  expect(desk.capturesOf(payment)).toHaveLength(1);
  expect(await desk.entries(payment.orderId)).toHaveLength(4);
}

describe('Several who take the same money', () => {
  it('47 captures on two instances: one call, one charge', async () => {
    const payment = await desk.approvedByPayPal();
    const calls = desk.callsOf('capture');
    const drivers = [anotherInstance(), anotherInstance(), anotherInstance()];
    await Promise.all(drivers.map((driver) => driver.advance(shopId, payment.id)));

    expect(desk.callsOf('capture')).toBe(calls + 1);
    await expectOneCharge(payment);
  });

  it('48 webhook, sweeper and status page together: one entry', async () => {
    const payment = await desk.approvedByPayPal();
    const [told] = desk.paypal.webhooks.take();
    await Promise.all([desk.deliver('paypal', told!), desk.sweep(), desk.show(payment)]);

    await expectOneCharge(payment);
  });

  it('53 lease expires while the owner still runs: the same key, one charge', async () => {
    const payment = await desk.approvedByPayPal();
    desk.paypal.faults.script('capture', { kind: 'slow', delayMs: 600 });
    const slow = desk.show(payment);
    await desk.nextDelivery('PAYMENT.CAPTURE.COMPLETED');
    desk.clock.advanceMinutes(1);
    await anotherInstance().advance(shopId, payment.id);
    await slow;

    const keys = desk.keysOf('capture', desk.paypalOrder(payment).id);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    await expectOneCharge(payment);
  });

  it('54 a unit that the database makes run again: no second effect', async () => {
    const unitOfWork = desk.server.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    const again = new Error('could not serialize access');
    unitOfWork.run = async (command, work) => {
      const first = run({ ...command, idempotency: undefined }, async (tx) => {
        await work(tx);
        throw again;
      });
      await first.catch((error: unknown) => {
        if (error !== again) throw error;
      });
      return run(command, work);
    };
    const payment = await desk.approvedByPayPal();
    await desk.show(payment);
    unitOfWork.run = run;

    await expectOneCharge(payment);
  });
});

describe('The port for refunds', () => {
  const refunds = () => desk.server.app.get(ProviderRefunds);
  const unit = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    desk.server.app
      .get(UnitOfWork)
      .run({ shopId, actor: SYSTEM_ACTOR, traceId: 'f'.repeat(32) }, work);
  const prepare = ({ id: paymentId }: ShownPayment, amountCents: number) =>
    unit((tx) => refunds().prepareWithin(tx, { paymentId, amountCents }));

  async function captured(): Promise<ShownPayment> {
    const payment = await desk.approvedByPayPal();
    return desk.show(payment);
  }

  it('gives a part back by either provider, says so once, and keeps the rest', async () => {
    const charged = await desk.show(await desk.approvedByCashApp());
    for (const payment of [await captured(), charged]) {
      const operationId = await prepare(payment, 1000);
      const progress = await refunds().complete(shopId, operationId);

      expect(progress).toEqual({ operationId, state: 'succeeded', code: null });
      expect(await desk.show(payment)).toMatchObject({
        ...{ state: 'partially_refunded', refundedCents: 1000, attention: null },
      });
      expect(await desk.lastEvent('payment.refund_settled')).toMatchObject({
        data: { operationId, amountCents: 1000, outcome: 'succeeded' },
      });
      await refunds().complete(shopId, await prepare(payment, 2500));
      expect(await desk.show(payment)).toMatchObject({ state: 'refunded', refundedCents: 3500 });
    }
  });

  it('56, 57 refuses one unit above the rest, also of two refunds at once', async () => {
    const payment = await captured();
    await expect(prepare(payment, 3501)).rejects.toMatchObject({ code: 'REFUND_OVER_CAPTURED' });
    const both = await Promise.allSettled([prepare(payment, 2000), prepare(payment, 2000)]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await unit((tx) => refunds().refundableCents(tx, payment.id))).toBe(1500);
  });

  it('58 refuses while the money is not there', async () => {
    const payment = await desk.approvedByPayPal();

    await expect(prepare(payment, 1)).rejects.toMatchObject({ code: 'REFUND_NOT_POSSIBLE' });
  });

  it('61 timeout, retried: one refund', async () => {
    const payment = await captured();
    desk.paypal.faults.script('refund', 'timeout_after');
    const operationId = await prepare(payment, 1000);
    const first = await refunds().complete(shopId, operationId);
    expect(first.state).toBe('under_way');
    desk.later(5);
    await desk.sweep();

    const [capture] = desk.capturesOf(payment);
    const made = [...desk.paypal.books.refunds.values()].filter(
      ({ captureId }) => captureId === capture!.id,
    );
    expect(made).toHaveLength(1);
    expect(await desk.show(payment)).toMatchObject({ refundedCents: 1000 });
  });

  it('65 PENDING, then FAILED: nothing was said to be refunded, and the reserve is free', async () => {
    const payment = await captured();
    desk.paypal.faults.script('refund', 'timeout_after');
    const operationId = await prepare(payment, 1000);
    await refunds().complete(shopId, operationId);
    const made = [...desk.paypal.books.refunds.values()].at(-1)!;
    made.status = 'PENDING';
    desk.later(5);
    await desk.sweep();
    expect(await refunds().complete(shopId, operationId)).toMatchObject({
      ...{ state: 'under_way', code: 'REFUND_PENDING' },
    });

    made.status = 'FAILED';
    desk.clock.advanceMinutes(61);
    await desk.sweep();
    expect(await refunds().complete(shopId, operationId)).toMatchObject({ state: 'declined' });
    expect(await desk.show(payment)).toMatchObject({ state: 'captured', refundedCents: 0 });
    expect(await unit((tx) => refunds().refundableCents(tx, payment.id))).toBe(3500);
  });
});
