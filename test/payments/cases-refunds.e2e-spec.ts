import { PayDesk, type Refusal, type ShownPayment } from './pay-desk';

interface ShownRefund {
  readonly id: string;
  readonly state: string;
  readonly tender: string;
  readonly amountCents: number;
  readonly failure: string | null;
}

interface Refunds extends Refusal {
  readonly items: ShownRefund[];
}

let desk: PayDesk;

beforeAll(async () => {
  desk = await PayDesk.open();
});

afterEach(() => desk.calmDown());
afterAll(() => desk.close());

const refund = (orderId: string, wish: object = {}, key?: string) =>
  desk.ask<Refunds>('POST', `/v1/orders/${orderId}/refunds`, { reason: 'Not happy', ...wish }, key);
const refundsOf = async (orderId: string) =>
  (await desk.ask<Refunds>('GET', `/v1/orders/${orderId}/refunds`)).body.items;

/** Entries of refunds alone. */
const refundEntries = async (orderId: string) =>
  (await desk.entries(orderId)).filter((entry) => entry.startsWith('refund '));

const PROVIDERS = [
  {
    name: 'PayPal',
    clearing: '1210',
    approved: () => desk.approvedByPayPal(),
    faults: () => desk.paypal.faults,
    /** What the provider's own books say went back, in minor units. */
    returned: (payment: ShownPayment) =>
      desk
        .capturesOf(payment)
        .flatMap(({ id }) =>
          [...desk.paypal.books.refunds.values()]
            .filter(({ captureId, status }) => captureId === id && status === 'COMPLETED')
            .map(({ amount }) => Math.round(Number(amount.value) * 100)),
        ),
    bodies: () =>
      desk.paypal.server.calls
        .filter(({ operation }) => operation === 'refund')
        .map(({ call }) => call.body),
  },
  {
    name: 'Cash App Pay',
    clearing: '1240',
    approved: () => desk.approvedByCashApp(),
    faults: () => desk.cashApp.faults,
    returned: (payment: ShownPayment) =>
      desk
        .chargesOf(payment)
        .flatMap(({ id }) =>
          [...desk.cashApp.books.refunds.values()]
            .filter(({ paymentId, status }) => paymentId === id && status === 'CAPTURED')
            .map(({ amount }) => amount),
        ),
    bodies: () =>
      desk.cashApp.server.calls
        .filter(({ operation }) => operation === 'refund')
        .map(({ call }) => call.body),
  },
] as const;

describe.each(PROVIDERS)('A refund of an order that was paid by $name', (provider) => {
  const captured = async () => desk.settle(await provider.approved());

  it('goes back to the customer and out of the books, line by line and then whole', async () => {
    const payment = await captured();
    const { orderId } = payment;
    const part = await refund(orderId, { amountCents: 1000 });
    const whole = await refund(orderId);

    expect(part).toMatchObject({ status: 201, body: { items: [{ state: 'completed' }] } });
    expect(whole).toMatchObject({ status: 201, body: { items: [{ amountCents: 2500 }] } });
    expect(provider.returned(payment)).toEqual([1000, 2500]);
    expect(await desk.show(payment)).toMatchObject({ state: 'refunded', refundedCents: 3500 });
    expect(await refundEntries(orderId)).toEqual([
      ...['refund 4080 1000', `refund ${provider.clearing} -1000`],
      ...['refund 4080 2500', `refund ${provider.clearing} -2500`],
    ]);
  });

  it('56 refuses one unit above the remainder, store credit counted', async () => {
    const { orderId, ...payment } = await captured();
    const credit = await refund(orderId, { amountCents: 1500, destination: 'store_credit' });
    const over = await refund(orderId, { amountCents: 2001 });
    const rest = await refund(orderId, { amountCents: 2000 });

    expect(credit.body.items).toMatchObject([{ tender: 'store_credit', state: 'completed' }]);
    expect(over).toMatchObject({ status: 409, body: { code: 'REFUND_OVER_REMAINING' } });
    expect(rest.body.items).toMatchObject([{ state: 'completed', amountCents: 2000 }]);
    expect(provider.returned({ orderId, ...payment })).toEqual([2000]);
    expect(await desk.show({ orderId, ...payment })).toMatchObject({ state: 'refunded' });
  });

  it('57 of two at once that are more than was paid together, makes one', async () => {
    const payment = await captured();
    const both = await Promise.all([
      refund(payment.orderId, { amountCents: 2000 }),
      refund(payment.orderId, { amountCents: 2000 }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(provider.returned(payment)).toEqual([2000]);
  });

  it('58 is refused while the money is only promised, or not there', async () => {
    const payment = await provider.approved();

    expect(await refund(payment.orderId)).toMatchObject({
      ...{ status: 409, body: { code: 'ORDER_NOT_PAID' } },
    });
    expect(provider.returned(payment)).toEqual([]);
  });

  it('59 is refused in another currency', async () => {
    const payment = await captured();

    expect(await refund(payment.orderId, { amountCents: 100, currency: 'EUR' })).toMatchObject({
      ...{ status: 422, body: { code: 'REFUND_CURRENCY_DIFFERS' } },
    });
    expect(provider.returned(payment)).toEqual([]);
  });

  it('60 always names an amount to the provider, also of everything', async () => {
    const before = provider.bodies().length;
    await refund((await captured()).orderId);

    const sent = provider
      .bodies()
      .slice(before)
      .map((body) => JSON.stringify(body));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/35\.00|3500/);
  });

  it('61 is made once when the answer is lost, however often it is asked for', async () => {
    const payment = await captured();
    provider.faults().script('refund', 'close_after');
    const first = await refund(
      payment.orderId,
      { amountCents: 900 },
      `refund-of-${payment.orderId}`,
    );
    const again = await refund(
      payment.orderId,
      { amountCents: 900 },
      `refund-of-${payment.orderId}`,
    );
    expect([first.status, again.status, again.body]).toMatchObject([201, 201, { items: [{}] }]);
    desk.later(10);
    await desk.sweep();

    expect(again.body.items[0]?.id).toBe(first.body.items[0]?.id);
    expect(provider.returned(payment)).toEqual([900]);
    expect(await refundsOf(payment.orderId)).toMatchObject([{ state: 'completed' }]);
    expect(await refundEntries(payment.orderId)).toEqual([
      ...['refund 4080 900', `refund ${provider.clearing} -900`],
    ]);
  });

  it('63 of a bill that was split goes back by each tender, in proportion', async () => {
    const orderId = await desk.openOrder();
    await desk.pay(orderId, { tender: 'cash', amountCents: 1500, tenderedCents: 1500 });
    const tender = provider.name === 'PayPal' ? 'paypal' : 'cash_app';
    const payment = await desk.start(orderId, tender);
    if (tender === 'paypal') desk.paypal.books.approve(desk.paypalOrder(payment).id);
    else desk.cashApp.books.approve(desk.cashAppRequest(payment).id);
    desk.later();
    expect((await desk.settle(payment)).state).toBe('captured');

    const { body } = await refund(orderId, { amountCents: 700 });

    expect(body.items.map(({ amountCents }) => amountCents)).toEqual([300, 400]);
    expect(provider.returned(payment)).toEqual([400]);
    expect(await refundEntries(orderId)).toEqual([
      ...['refund 4080 300', 'refund 1010 -300'],
      ...['refund 4080 400', `refund ${provider.clearing} -400`],
    ]);
  });
});

describe('A refund that PayPal does not make', () => {
  const captured = async () => desk.settle(await desk.approvedByPayPal());

  it('58 is refused while the capture is PENDING, and made when it is there', async () => {
    desk.paypal.books.captureDecisions.push({ status: 'PENDING' });
    const payment = await desk.approvedByPayPal();
    expect((await desk.show(payment)).state).toBe('capture_pending');
    expect((await refund(payment.orderId)).body).toMatchObject({ code: 'ORDER_NOT_PAID' });

    desk.paypal.books.settlePending(desk.capturesOf(payment)[0]!.id, 'COMPLETED');
    await desk.deliverAll('paypal');
    expect((await refund(payment.orderId)).body.items).toMatchObject([{ state: 'completed' }]);
  });

  it('64 for a dispute leaves books and headroom as they were', async () => {
    const payment = await captured();
    desk.paypal.books.captureById(desk.capturesOf(payment)[0]!.id).isDisputed = true;
    const entries = await desk.entries(payment.orderId);
    const { body } = await refund(payment.orderId, { amountCents: 3500 });

    expect(body.items).toMatchObject([{ state: 'failed', failure: 'TRANSACTION_DISPUTED' }]);
    expect(await desk.entries(payment.orderId)).toEqual(entries);
    expect(await desk.show(payment)).toMatchObject({ state: 'captured', refundedCents: 0 });
  });

  it('65 PENDING, then FAILED: the reserve is free again, and nothing was booked', async () => {
    const payment = await captured();
    const entries = await desk.entries(payment.orderId);
    desk.paypal.faults.script('refund', 'close_after');
    await refund(payment.orderId, { amountCents: 3500 });
    const made = [...desk.paypal.books.refunds.values()].at(-1)!;
    made.status = 'PENDING';
    desk.later(10);
    await desk.sweep();
    expect(await refundsOf(payment.orderId)).toMatchObject([{ state: 'pending' }]);
    expect((await refund(payment.orderId, { amountCents: 1 })).body).toMatchObject({
      code: 'REFUND_OVER_REMAINING',
    });

    desk.paypal.books.failRefund(made.id);
    desk.clock.advanceMinutes(61);
    await desk.sweep();
    expect(await refundsOf(payment.orderId)).toMatchObject([{ state: 'failed' }]);
    expect(await desk.entries(payment.orderId)).toEqual(entries);
    expect((await refund(payment.orderId)).body.items).toMatchObject([{ state: 'completed' }]);
  });
});

describe('A gift card', () => {
  it('bought by PayPal, used in part, is given back on itself and then to its buyer', async () => {
    const opened = await desk.ask<{ id: string; lines: { catalogId: string }[] }>(
      ...(['POST', '/v1/orders', { giftCards: [{ amountCents: 5000 }] }] as const),
    );
    const { id: orderId, lines } = opened.body;
    const payment = await desk.start(orderId, 'paypal');
    desk.paypal.books.approve(desk.paypalOrder(payment).id);
    desk.later();
    expect((await desk.settle(payment)).state).toBe('captured');
    const cardId = lines[0]?.catalogId ?? '';
    const { code } = (
      await desk.ask<{ code: string }>('POST', `/v1/stored-values/${cardId}/code`, {})
    ).body;
    const used = await desk.openOrder();
    await desk.pay(used, { tender: 'gift_card', code });

    expect(await refund(orderId)).toMatchObject({ body: { code: 'STORED_VALUE_NOT_ISSUED' } });
    expect((await refund(used)).body.items).toMatchObject([{ tender: 'gift_card' }]);
    // A refund that PayPal refuses leaves the card with its money.
    desk.paypal.books.refundIssues.push('REFUND_TIME_LIMIT_EXCEEDED');
    expect((await refund(orderId)).body.items).toMatchObject([{ state: 'failed' }]);
    const card = () => desk.ask('GET', `/v1/stored-values/${cardId}`);
    expect((await card()).body).toMatchObject({ state: 'active', balanceCents: 5000 });
    expect((await refund(orderId)).body.items).toMatchObject([{ state: 'completed' }]);

    expect((await card()).body).toMatchObject({ state: 'voided', balanceCents: 0 });
    expect(await refundEntries(orderId)).toEqual(['refund 2210 5000', 'refund 1210 -5000']);
    expect(await desk.show(payment)).toMatchObject({ state: 'refunded' });
  });
});
