import { FakeProviderRefunds } from '../../../test/support/fake-provider-refunds';
import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';
import { ProviderRefunds } from '../operations/provider-refunds.service';
import { RefundOrderDto } from './dto/refund-order.dto';
import { ORDER_NOT_PAID } from './refund.problems';

/** The ticket of the documentation: 79.41 with coupon, tax and tip, by three barbers. */
describe('refunds, case by case', () => {
  let till: Till;
  let provider: FakeProviderRefunds;
  let services: { ana: string; ben: string; cal: string };
  let barbers: { ana: string; ben: string; cal: string };

  beforeAll(async () => {
    till = await Till.open(
      { taxBasisPoints: 825, pricesIncludeTax: false, currency: 'USD' },
      { providerRefunds: (unitOfWork) => new FakeProviderRefunds(unitOfWork) },
    );
    provider = till.context.get(ProviderRefunds);
    barbers = {
      ana: await till.staff('ANA', 5000),
      ben: await till.staff('BEN', 4500),
      cal: await till.staff('CAL', 4000),
    };
    services = {
      ana: await till.service('Cut and beard', 3500),
      ben: await till.service('Cut', 2200),
      cal: await till.service('Beard', 1250),
    };
  });

  afterAll(() => till.close());

  beforeEach(() => {
    provider.next = 'under_way';
    provider.refusal = null;
  });

  const card = (amountCents?: number) => ({
    tender: 'card_terminal',
    reference: 'A1',
    ...(amountCents !== undefined && { amountCents }),
  });

  const sell = async (tenders: readonly object[] = [card()]) => {
    const { order } = await till.checkOut({
      lines: (['ana', 'ben', 'cal'] as const).map((name) => ({
        kind: 'service',
        catalogId: services[name],
        barberId: barbers[name],
      })),
      discount: { kind: 'amount', amountCents: 1000, reason: 'Coupon' },
      tip: { kind: 'amount', amountCents: 1500 },
      tenders,
    });
    expect(order.totalCents).toBe(7941);
    return order;
  };

  /** PayPal itself is met in the tests with its emulator; here a payment is made one of PayPal's. */
  const sellByPayPal = async () => {
    const order = await sell();
    await till.unit((tx) =>
      tx.execute(`UPDATE payments SET tender = 'paypal' WHERE order_id = ?`, [order.id]),
    );
    return order;
  };

  const lineOf = (order: { lines: { id: string; barberId: string | null }[] }, barberId: string) =>
    order.lines.find((line) => line.barberId === barberId)?.id ?? '';

  /** What an action moves on each account. */
  const moved = async (act: () => Promise<unknown>): Promise<Record<string, number>> => {
    const before = await till.balances();
    await act();
    const after = await till.balances();
    const codes = Object.keys(after).filter((code) => after[code] !== (before[code] ?? 0));
    return Object.fromEntries(
      codes.map((code) => [code, (after[code] ?? 0) - (before[code] ?? 0)]),
    );
  };

  const everything = { tip: 'return' };
  const inCredit = { destination: 'store_credit' };

  it('gives back a line, tip kept: sales, tax and commission follow', async () => {
    const order = await sell();

    const movements = await moved(() =>
      till.refund(order.id, { lines: [{ lineId: lineOf(order, barbers.ben) }] }),
    );

    expect(movements).toEqual({
      '4080': 1884,
      '2110': 156,
      '1230': -2040,
      [`2320:${barbers.ben}`]: 848,
      '5010': -848,
    });
  });

  it('gives back a line with the tip that belongs to it', async () => {
    const order = await sell();

    const movements = await moved(() =>
      till.refund(order.id, { lines: [{ lineId: lineOf(order, barbers.ben) }], ...everything }),
    );

    expect(movements).toMatchObject({ [`2310:${barbers.ben}`]: 475, '1230': -2515 });
  });

  it('56: refuses one unit above what is left, and gives back exactly that', async () => {
    const order = await sell();
    await till.refund(order.id, { amountCents: 5000, ...everything });

    const refused = await refusal(till.refund(order.id, { amountCents: 2942, ...everything }));
    await till.refund(order.id, { amountCents: 2941, ...everything });

    expect(refused).toMatchObject({
      code: 'REFUND_OVER_REMAINING',
      details: { remainingCents: 2941 },
    });
    expect(await refusal(till.refund(order.id, everything))).toMatchObject({
      code: 'REFUND_NOTHING_LEFT',
    });
  });

  it('57: of refunds at the same time only those that fit are made', async () => {
    const order = await sell();
    const before = await till.balances();

    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, () => till.refund(order.id, { amountCents: 700, ...everything })),
    );

    const made = attempts.filter(({ status }) => status === 'fulfilled');
    expect(made).toHaveLength(11);
    const { items } = await till.refunds.list(till.as(), order.id);
    expect(items.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(7700);
    expect((await till.balances())['1230']).toBe((before['1230'] ?? 0) - 7700);
  });

  it('58: refuses to give back what is not captured yet', async () => {
    const order = await sellByPayPal();
    await till.unit((tx) =>
      tx.execute(`UPDATE payments SET state = 'capture_pending' WHERE order_id = ?`, [order.id]),
    );

    expect(await refusal(till.refund(order.id, everything))).toMatchObject({
      code: 'PAYMENT_NOT_REFUNDABLE',
    });
    expect(await till.refunds.list(till.as(), order.id)).toEqual({ items: [] });
  });

  it('59: refuses another currency', async () => {
    const order = await sell();

    const refused = await refusal(till.refund(order.id, { amountCents: 100, currency: 'EUR' }));

    expect(refused).toMatchObject({
      code: 'REFUND_CURRENCY_DIFFERS',
      details: { currency: 'USD' },
    });
  });

  it('60: never asks a provider for a refund without an amount', async () => {
    const order = await sellByPayPal();

    await till.refund(order.id, everything);

    expect(provider.operations.at(-1)).toMatchObject({ amountCents: 7941 });
    expect(() => RefundOrderDto.create({})).toThrow();
    expect(() => RefundOrderDto.create({ reason: 'x', amountCents: 0 })).toThrow();
  });

  it('61: a refund whose answer was lost is made once, however often it is asked for', async () => {
    const order = await sellByPayPal();
    const idempotency = { scope: 'refunds', key: order.id, requestHash: 'the same' };
    const command = { ...till.as(), idempotency };
    const [first] = (await till.refund(order.id, { amountCents: 1000 }, command)).items;
    expect(first).toMatchObject({ state: 'pending' });
    provider.next = 'succeeded';

    const [again] = (await till.refund(order.id, { amountCents: 1000 }, command)).items;
    await provider.settle(till.shopId, first?.reference ?? '', 'succeeded');

    expect(again).toMatchObject({ id: first?.id, state: 'completed' });
    const entries = await till.reader.query(
      `SELECT 1 FROM journal_entries WHERE source_id = ? AND kind = 'refund'`,
      [first?.id ?? ''],
    );
    expect(entries).toHaveLength(1);
  });

  it('62: after the barber was paid, the commission is owed to the shop', async () => {
    const order = await sell();
    await till.payouts.run(till.as(), { method: 'bank' });

    await till.refund(order.id, { lines: [{ lineId: lineOf(order, barbers.ana) }] });

    expect((await till.balances())[`2320:${barbers.ana}`]).toBe(1498);
    const nobody = till.payouts.run(till.as(), { method: 'bank', barberIds: [barbers.ana] });
    expect(await refusal(nobody)).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });
    await sell();
    const { items } = await till.payouts.run(till.as(), { method: 'bank' });
    expect(items.find(({ barberId }) => barberId === barbers.ana)).toMatchObject({
      commissionCents: 0,
      tipCents: 755,
    });
  });

  it('63: gives back by each payment of a split bill, in proportion or as said', async () => {
    const order = await sell([card(4000), { tender: 'cash', tenderedCents: 4000 }]);
    const [byCard, byCash] = order.payments;

    const halves = await till.refund(order.id, { amountCents: 3000 });
    const said = await till.refund(order.id, {
      amountCents: 900,
      payments: [
        { paymentId: byCard?.id, amountCents: 200 },
        { paymentId: byCash?.id, amountCents: 700 },
      ],
    });

    const amounts = ({ items }: typeof said) =>
      items.map(({ tender, amountCents }) => ({ tender, amountCents }));
    expect(amounts(halves)).toEqual([
      { tender: 'card_terminal', amountCents: 1511 },
      { tender: 'cash', amountCents: 1489 },
    ]);
    expect(amounts(said)).toEqual([
      { tender: 'card_terminal', amountCents: 200 },
      { tender: 'cash', amountCents: 700 },
    ]);
    const over = till.refund(order.id, {
      amountCents: 2300,
      payments: [{ paymentId: byCard?.id, amountCents: 2300 }],
    });
    expect(await refusal(over)).toMatchObject({
      code: 'REFUND_OVER_REMAINING',
      details: { remainingCents: 2289 },
    });
  });

  it('64: what a provider refuses, such as a disputed payment, changes nothing', async () => {
    const order = await sellByPayPal();
    const rows = await till.rowCounts();
    provider.refusal = ORDER_NOT_PAID.error({ isDisputed: true });

    await refusal(till.refund(order.id, { amountCents: 100 }));

    expect(await till.rowCounts()).toEqual(rows);
    expect(await till.refunds.list(till.as(), order.id)).toEqual({ items: [] });
  });

  it('65: a pending refund reserves and books nothing; failed, all is as it was', async () => {
    const order = await sellByPayPal();
    const movements = await moved(async () => {
      const [pending] = (await till.refund(order.id, { amountCents: 7000, ...everything })).items;
      expect(pending).toMatchObject({ state: 'pending', businessDay: null });
      expect(
        await refusal(till.refund(order.id, { amountCents: 1000, ...everything })),
      ).toMatchObject({
        code: 'REFUND_OVER_REMAINING',
        details: { remainingCents: 941 },
      });

      await provider.settle(till.shopId, pending?.reference ?? '', 'declined');
    });

    expect(movements).toEqual({});
    provider.next = 'succeeded';
    const whole = await moved(() => till.refund(order.id, everything));
    expect(whole).toMatchObject({ '1210': -7941, '4080': 5950, '2110': 491, '5010': -2774 });
    const { items } = await till.refunds.list(till.as(), order.id);
    expect(items.map(({ state, failure }) => [state, failure])).toEqual([
      ['failed', 'REFUND_FAILED'],
      ['completed', null],
    ]);
  });

  it('gives back in any number of parts what was sold, to the cent', async () => {
    const order = await sell();

    const movements = await moved(async () => {
      for (const amountCents of [1, 999, 3333, 7, 2000]) {
        await till.refund(order.id, { amountCents, ...everything });
      }
      await till.refund(order.id, everything);
    });

    expect(movements).toEqual({
      '1230': -7941,
      '4080': 5950,
      '2110': 491,
      '5010': -2774,
      [`2310:${barbers.ana}`]: 755,
      [`2310:${barbers.ben}`]: 475,
      [`2310:${barbers.cal}`]: 270,
      [`2320:${barbers.ana}`]: 1498,
      [`2320:${barbers.ben}`]: 848,
      [`2320:${barbers.cal}`]: 428,
    });
    const { payments } = await till.orderQueries.get(till.as(), order.id);
    expect(payments[0]).toMatchObject({ state: 'refunded' });
  });

  it('lets a manager give back up to the limit of the shop, and the owner more', async () => {
    const order = await till.checkOut({
      lines: [{ kind: 'service', catalogId: services.ana, barberId: barbers.ana, quantity: 9 }],
      tenders: [card()],
    });
    const manager = till.as({ kind: 'manager' });
    await till.refund(order.order.id, { amountCents: 15_000 }, manager);

    const refused = await refusal(till.refund(order.order.id, { amountCents: 5001 }, manager));
    await till.refund(order.order.id, { amountCents: 5001 });

    expect(refused).toMatchObject({
      code: 'REFUND_OVER_LIMIT',
      details: { amountCents: 20_001, limitCents: 20_000 },
    });
  });

  it('refuses a line of another order, and an order not paid', async () => {
    const order = await sell();
    const lines = [{ lineId: till.shopId }];
    const open = await till.openOrder({ lines: [{ kind: 'service', catalogId: services.ana }] });

    expect(await refusal(till.refund(order.id, { lines }))).toMatchObject({
      code: 'REFUND_LINE_UNKNOWN',
    });
    expect(await refusal(till.refund(open.id, {}))).toMatchObject({ code: 'ORDER_NOT_PAID' });
  });

  it('gives store credit instead, whatever it was paid with', async () => {
    const order = await sellByPayPal();

    const movements = await moved(async () => {
      const [refund] = (await till.refund(order.id, { ...inCredit, amountCents: 2000 })).items;
      expect(refund).toMatchObject({ state: 'completed', tender: 'store_credit' });
      const credit = await till.storedValues.show(till.shopId, refund?.reference ?? '');
      expect(credit).toMatchObject({ kind: 'store_credit', balanceCents: 2000, state: 'issued' });
    });
    const { payments } = await till.orderQueries.get(till.as(), order.id);

    expect(movements).toMatchObject({ '2220': -2000 });
    expect(movements).not.toHaveProperty('1210');
    expect(payments[0]).toMatchObject({ state: 'partially_refunded', refundedCents: 2000 });
  });

  it('tells everybody of it, and each barber what it takes', async () => {
    const order = await sell();

    await till.refund(order.id, { lines: [{ lineId: lineOf(order, barbers.ben) }] });

    expect(await till.lastEvents(2)).toMatchObject([
      { type: 'order.refunded', data: { orderId: order.id, amountCents: 2040 } },
      {
        type: 'earnings.adjusted',
        barberIds: [barbers.ben],
        data: { commissionCents: -848, tipCents: 0 },
      },
    ]);
  });
});

describe('a refund in cash', () => {
  it('is rounded to coins, and its last part returns what rounding had brought in', async () => {
    const till = await Till.open({ currency: 'CHF', taxBasisPoints: 0 });
    const wax = await till.product('Wax', 1232);
    const { order } = await till.checkOut({
      lines: [{ kind: 'product', catalogId: wax }],
      tenders: [{ tender: 'cash', tenderedCents: 2000 }],
    });
    expect((await till.balances())['1010']).toBe(1230);

    const [part] = (await till.refund(order.id, { amountCents: 333 })).items;
    const [rest] = (await till.refund(order.id, {})).items;

    expect(part).toMatchObject({ amountCents: 333, roundingCents: 2 });
    expect(rest).toMatchObject({ amountCents: 899, roundingCents: -4 });
    expect(await till.balances()).toMatchObject({ '1010': 0, '6025': 0 });
    await till.close();
  });

  it('is refused when the drawer holds less', async () => {
    const till = await Till.open();
    const wax = await till.product('Wax', 1200);
    const { order } = await till.checkOut({
      lines: [{ kind: 'product', catalogId: wax }],
      tenders: [{ tender: 'cash', tenderedCents: 1200 }],
    });
    const { id } = await till.drawers.open(till.as(), { floatCents: 1200 });
    await till.drawers.move(till.as(), id, { kind: 'drop', amountCents: 1000 });

    expect(await refusal(till.refund(order.id, {}))).toMatchObject({ code: 'DRAWER_TOO_LITTLE' });

    await till.close();
  });
});
