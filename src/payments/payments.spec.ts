import { Till } from '../../test/support/till';

describe('payments of an order', () => {
  let till: Till;
  let ana: string;
  let cut: string;

  beforeAll(async () => {
    till = await Till.open({ currency: 'CHF', taxBasisPoints: 0 });
    ana = await till.staff('ANA', 4000);
    cut = await till.service('Haircut', 3333);
  });

  afterAll(() => till.close());

  const openCut = async (tipCents = 0) =>
    till.openOrder({
      ticketId: await till.serve(cut),
      tip: { kind: 'amount', amountCents: tipCents },
    });

  async function movedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await till.balances();
    await work();
    const after = await till.balances();
    const accounts = Object.keys(after).filter((code) => after[code] !== (before[code] ?? 0));
    return Object.fromEntries(
      accounts.map((code) => [code, (after[code] ?? 0) - (before[code] ?? 0)]),
    );
  }

  it('are held until the last one, which settles the order', async () => {
    const { id, ticketId } = await openCut(500);

    const first = await till.pay(id, {
      tender: 'card_terminal',
      amountCents: 1000,
      reference: 'A1',
    });
    const held = await till.orderQueries.get(till.as(), id);
    const last = await till.pay(id, { tender: 'cash', tenderedCents: 5000 });

    expect(first).toMatchObject({ amountCents: 1000, orderState: 'open', dueCents: 2833 });
    expect(held).toMatchObject({ state: 'open', paidCents: 1000, dueCents: 2833, version: 2 });
    // In coins of 5: 28.35 for 28.33.
    expect(last).toMatchObject({
      amountCents: 2833,
      roundingCents: 2,
      changeCents: 2165,
      orderState: 'paid',
      dueCents: 0,
    });
    const paid = await till.orderQueries.get(till.as(), id);
    expect(paid).toMatchObject({ state: 'paid', paidCents: 3833, version: 3 });
    expect(paid.payments).toHaveLength(2);
    expect(await till.lastEvents(4)).toMatchObject([
      { type: 'payment.captured', ticketId, data: { orderId: id, amountCents: 2833 } },
      { type: 'ticket.paid', ticketId },
      { type: 'order.paid', ticketId },
      { type: 'earnings.credited', data: { commissionCents: 1333, tipCents: 500 } },
    ]);
  });

  it('move money from the held account to sales, and rounding to its own', async () => {
    const { id } = await openCut(500);

    const part = await movedBy(() =>
      till.pay(id, { tender: 'card_terminal', amountCents: 1000, reference: 'A1' }),
    );
    const rest = await movedBy(() => till.pay(id, { tender: 'cash', tenderedCents: 2835 }));

    expect(part).toEqual({ '1230': 1000, '2240': -1000 });
    expect(rest).toEqual({
      '1010': 2835,
      '2240': 1000,
      '4010': -3333,
      [`2310:${ana}`]: -500,
      '6025': -2,
      '5010': 1333,
      [`2320:${ana}`]: -1333,
    });
  });

  it('may be several in cash, of which only the last is rounded', async () => {
    const { id } = await openCut();

    const part = await till.pay(id, { tender: 'cash', amountCents: 1001, tenderedCents: 1000 });
    const rest = await till.pay(id, { tender: 'cash', tenderedCents: 2335 });

    expect(part).toMatchObject({ amountCents: 1000, roundingCents: 0, dueCents: 2333 });
    expect(rest).toMatchObject({ amountCents: 2333, roundingCents: 2, dueCents: 0 });
  });

  it('taken with the same key are one payment', async () => {
    const { id } = await openCut();
    const command = { ...till.as(), idempotency: { scope: 'pay', key: id, requestHash: 'same' } };
    const request = { tender: 'cash', amountCents: 1000, tenderedCents: 1000 };

    const answers = await Promise.all([
      till.pay(id, request, command),
      till.pay(id, request, command),
    ]);

    expect(answers[1]).toEqual(answers[0]);
    expect(await till.orderQueries.get(till.as(), id)).toMatchObject({ paidCents: 1000 });
    await expect(
      till.pay(id, request, {
        ...command,
        idempotency: { ...command.idempotency, requestHash: 'other' },
      }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('with two keys at once pay what is due once', async () => {
    const { id } = await openCut();
    const request = { tender: 'card_terminal', reference: 'A1' };

    const answers = await Promise.allSettled([till.pay(id, request), till.pay(id, request)]);

    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(answers[1]).toMatchObject({ reason: { code: 'ORDER_NOT_OPEN' } });
    expect((await till.orderQueries.get(till.as(), id)).payments).toHaveLength(1);
  });

  it.each([
    [
      'more than is due',
      { tender: 'card_terminal', amountCents: 3334, reference: 'A1' },
      'PAYMENT_OVER_DUE',
    ],
    ['too little cash', { tender: 'cash', tenderedCents: 3330 }, 'CASH_TOO_LITTLE'],
    ['coins that there are not', { tender: 'cash', tenderedCents: 3336 }, 'CASH_NOT_PAYABLE'],
  ])('refuse %s and change nothing', async (_, request, code) => {
    const { id } = await openCut();
    const counts = await till.rowCounts();

    await expect(till.pay(id, request)).rejects.toMatchObject({ code });

    expect(await till.rowCounts()).toEqual(counts);
  });

  it('keep a voided order from being lost', async () => {
    const { id } = await openCut();
    await till.pay(id, { tender: 'cash', amountCents: 1000, tenderedCents: 1000 });

    await expect(till.orders.void(till.as(), id, { reason: 'x' })).rejects.toMatchObject({
      code: 'ORDER_HAS_PAYMENTS',
      details: { paidCents: 1000 },
    });
  });

  it('go to both barbers of a ticket that was handed over, by what each did', async () => {
    const shave = await till.service('Shave', 1667);
    const ben = await till.staff('BEN', 6000);
    const { id, services } = await till.join([cut, shave]);
    await till.lifecycle.start(till.as(), id, {});
    const { barberId } = await till.ticket(id);
    const other = barberId === ana ? ben : ana;
    await till.handOver.transfer(till.as(), id, {
      barberId: other,
      servicesDone: [services[0]?.id ?? ''],
      reason: 'Shift ends',
    });
    await till.lifecycle.complete(till.as(), id, {});

    const { order } = await till.checkOut({
      ticketId: id,
      tip: { kind: 'amount', amountCents: 1000 },
      tenders: [{ tender: 'cash', tenderedCents: 6000 }],
    });

    const shares = Object.fromEntries(order.tipShares.map((s) => [s.barberId, s.tipCents]));
    expect(shares).toEqual({ [barberId ?? '']: 667, [other]: 333 });
    const events = (await till.lastEvents(2)).map(({ data }) => [data.barberId, data.tipCents]);
    expect(events).toEqual([
      [barberId, 667],
      [other, 333],
    ]);
  });

  it('freeze the commission at the rate of the day', async () => {
    const { id } = await openCut();
    await till.pay(id, { tender: 'card_terminal', reference: 'A1' });
    const frozen = async () =>
      till.reader.query(
        'SELECT commission_basis_points AS rate, commission_cents AS cents FROM order_lines WHERE order_id = ?',
        [id],
      );
    const before = await frozen();

    await till.unit(async (tx) => {
      await tx.execute('UPDATE barbers SET commission_basis_points = 0 WHERE id = ?', [ana]);
    });

    expect(before).toHaveLength(1);
    expect(await frozen()).toEqual(before);
    await till.unit(async (tx) => {
      await tx.execute('UPDATE barbers SET commission_basis_points = 4000 WHERE id = ?', [ana]);
    });
  });
});
