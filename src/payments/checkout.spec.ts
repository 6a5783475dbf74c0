import { Till } from '../../test/support/till';

describe('checkout', () => {
  let till: Till;
  let ana: string;
  let cut: string;
  let wax: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
    ana = await till.staff('ANA');
    cut = await till.service('Haircut', 3500);
    wax = await till.product('Wax', 1450);
  });

  afterAll(() => till.close());

  const cash = (tenderedCents: number) => ({ tender: 'cash', tenderedCents });
  const card = (amountCents?: number) => ({
    tender: 'card_terminal',
    reference: 'A1',
    ...(amountCents !== undefined && { amountCents }),
  });

  it('pays a ticket in cash with tip and change, and closes it', async () => {
    const ticketId = await till.serve(cut);

    const { order, payments } = await till.checkOut({
      ticketId,
      tip: { kind: 'percent', basisPoints: 2000 },
      tenders: [cash(5000)],
      expectedTotalCents: 4489,
    });

    expect(order).toMatchObject({
      ticketId,
      state: 'paid',
      listCents: 3500,
      taxCents: 289,
      tipCents: 700,
      totalCents: 4489,
      paidCents: 4489,
      dueCents: 0,
      tipShares: [{ barberId: ana, tipCents: 700 }],
      version: 2,
    });
    expect(order.lines).toEqual([
      expect.objectContaining({ kind: 'service', catalogId: cut, barberId: ana, netCents: 3500 }),
    ]);
    expect(payments).toEqual([
      expect.objectContaining({ tender: 'cash', amountCents: 4489, changeCents: 511 }),
    ]);
    expect(await till.orderQueries.get(till.as(), order.id)).toEqual(order);
  });

  it('writes the sale and the commission into the books', async () => {
    const ticketId = await till.serve(cut);
    const before = await till.balances();

    await till.checkOut({ ticketId, tip: { kind: 'amount', amountCents: 500 }, tenders: [card()] });

    const after = await till.balances();
    const moved = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
    expect(moved('1230')).toBe(4289);
    expect(moved('4010')).toBe(-3500);
    expect(moved('2110')).toBe(-289);
    expect(moved(`2310:${ana}`)).toBe(-500);
    expect(moved('5010')).toBe(1750);
    expect(moved(`2320:${ana}`)).toBe(-1750);
  });

  it('tells the story in its order, and earnings only to their barber', async () => {
    const ticketId = await till.serve(cut);

    const { order } = await till.checkOut({ ticketId, tenders: [cash(4000)] });

    const events = await till.lastEvents(5);
    expect(events.map(({ type }) => type)).toEqual([
      'order.opened',
      'payment.captured',
      'ticket.paid',
      'order.paid',
      'earnings.credited',
    ]);
    expect(events[3]).toMatchObject({ ticketId, data: { order } });
    expect(events[4]).toEqual({
      type: 'earnings.credited',
      ticketId: null,
      barberIds: [ana],
      data: { orderId: order.id, ticketId, barberId: ana, commissionCents: 1750, tipCents: 0 },
    });
  });

  it('sells products beside the services, to the barber who sold them', async () => {
    const ticketId = await till.serve(cut);

    const { order } = await till.checkOut({
      ticketId,
      products: [{ productId: wax, quantity: 2, barberId: ana }],
      tenders: [cash(10_000)],
    });

    expect(order.lines.map(({ name, quantity, listCents }) => [name, quantity, listCents])).toEqual(
      [
        ['Haircut', 1, 3500],
        ['Wax', 2, 2900],
      ],
    );
  });

  it('sells to somebody without a ticket', async () => {
    const { order } = await till.checkOut({
      lines: [{ kind: 'product', catalogId: wax }],
      tenders: [card()],
    });

    expect(order).toMatchObject({ ticketId: null, state: 'paid', totalCents: 1570, tipShares: [] });
  });

  it('splits the payment over tenders, the last one paying what is left', async () => {
    const ticketId = await till.serve(cut);
    const before = await till.balances();

    const { order, payments } = await till.checkOut({
      ticketId,
      tenders: [card(2000), cash(2000)],
    });

    expect(payments.map(({ tender, amountCents }) => [tender, amountCents])).toEqual([
      ['card_terminal', 2000],
      ['cash', 1789],
    ]);
    expect(order.state).toBe('paid');
    const after = await till.balances();
    expect((after['1010'] ?? 0) - (before['1010'] ?? 0)).toBe(1789);
    expect(after['2240'] ?? 0).toBe(0);
  });

  it('keeps the price that the ticket had when the customer chose the service', async () => {
    const shave = await till.service('Shave', 1800);
    const ticketId = await till.serve(shave);
    await till.unit(async (tx) => {
      await tx.execute('UPDATE services SET price_cents = 9900 WHERE id = ?', [shave]);
    });

    const { order } = await till.checkOut({ ticketId, tenders: [cash(5000)] });

    expect(order.listCents).toBe(1800);
  });

  it('settles a free order without a payment', async () => {
    const ticketId = await till.serve(cut);

    const { order, payments } = await till.checkOut({
      ticketId,
      discount: { kind: 'percent', basisPoints: 10_000, reason: 'Apology' },
      tenders: [],
    });

    expect(order).toMatchObject({ state: 'paid', discountCents: 3500, totalCents: 0 });
    expect(payments).toEqual([]);
  });

  it('takes a tip on a service that was given away', async () => {
    const ticketId = await till.serve(cut);

    const { order } = await till.checkOut({
      ticketId,
      discount: { kind: 'percent', basisPoints: 10_000, reason: 'Apology' },
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [cash(500)],
    });

    expect(order).toMatchObject({ totalCents: 500, tipShares: [{ barberId: ana, tipCents: 500 }] });
  });

  it('answers a repetition from memory', async () => {
    const ticketId = await till.serve(cut);
    const request = { ticketId, tenders: [cash(4000)] };
    const command = {
      ...till.as(),
      idempotency: { scope: 'till', key: ticketId, requestHash: 'same' },
    };

    const first = await till.checkOut(request, command);
    const counts = await till.rowCounts();
    const second = await till.checkOut(request, command);

    expect(second).toEqual(first);
    expect(await till.rowCounts()).toEqual(counts);
  });

  it('is open to the barber of the ticket, and to no other', async () => {
    const ticketId = await till.serve(cut);
    const request = { ticketId, tenders: [cash(4000)] };

    await expect(till.checkOut(request, till.asBarber(till.shopId))).rejects.toMatchObject({
      code: 'TICKET_NOT_FOUND',
    });
    await expect(till.checkOut(request, till.asBarber(ana))).resolves.toMatchObject({
      order: { state: 'paid' },
    });
    await expect(
      till.checkOut(
        { lines: [{ kind: 'product', catalogId: wax }], tenders: [card()] },
        till.asBarber(ana),
      ),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  describe('refuses, and leaves nothing behind,', () => {
    let ticketId: string;

    beforeAll(async () => {
      ticketId = await till.serve(cut);
    });

    it.each([
      ['another total', { expectedTotalCents: 3500 }, 'TOTAL_DIFFERS'],
      ['too little', { tenders: [card(3788)] }, 'ORDER_NOT_SETTLED'],
      ['nothing', { tenders: [] }, 'ORDER_NOT_SETTLED'],
      ['too much on the card', { tenders: [card(3790)] }, 'PAYMENT_OVER_DUE'],
      ['a tender too many', { tenders: [card(), cash(100)] }, 'PAYMENT_OVER_DUE'],
      ['too little cash', { tenders: [cash(3788)] }, 'CASH_TOO_LITTLE'],
      ['a giant tip', { tip: { kind: 'amount', amountCents: 3501 } }, 'TIP_OVER_LIMIT'],
      [
        'a discount over the price',
        { discount: { kind: 'amount', amountCents: 3501, reason: 'x' } },
        'DISCOUNT_OVER_TOTAL',
      ],
      [
        'an unknown product',
        { products: [{ productId: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21' }] },
        'PRODUCT_NOT_FOUND',
      ],
    ])('%s', async (_, change, code) => {
      const counts = await till.rowCounts();

      await expect(
        till.checkOut({ ticketId, tenders: [cash(10_000)], ...change }),
      ).rejects.toMatchObject({ code });

      expect(await till.rowCounts()).toEqual(counts);
    });

    it('a tip that nobody could get', async () => {
      await expect(
        till.checkOut({
          lines: [{ kind: 'product', catalogId: wax }],
          tip: { kind: 'amount', amountCents: 100 },
          tenders: [card()],
        }),
      ).rejects.toMatchObject({ code: 'TIP_WITHOUT_BARBER' });
    });

    it('a ticket that is still in the chair, and one that is paid', async () => {
      const waiting = await till.join([cut]);
      const request = { ticketId: waiting.id, tenders: [cash(4000)] };

      await expect(till.checkOut(request)).rejects.toMatchObject({ code: 'TICKET_NOT_COMPLETED' });
      await till.lifecycle.start(till.as(), waiting.id, {});
      await till.lifecycle.complete(till.as(), waiting.id, {});
      await till.checkOut(request);
      await expect(till.checkOut(request)).rejects.toMatchObject({ code: 'TICKET_ALREADY_PAID' });
    });
  });
});
