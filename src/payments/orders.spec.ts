import { Till } from '../../test/support/till';

describe('an order', () => {
  let till: Till;
  let ana: string;
  let cut: string;
  let wax: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 2000, pricesIncludeTax: true });
    ana = await till.staff('ANA');
    cut = await till.service('Haircut', 3000);
    wax = await till.product('Wax', 1200);
  });

  afterAll(() => till.close());

  const openCut = async (request: object = {}) =>
    till.openOrder({ ticketId: await till.serve(cut), ...request });

  it('shows net and tax of prices that contain it', async () => {
    const order = await openCut();

    expect(order).toMatchObject({
      state: 'open',
      listCents: 3000,
      netCents: 2500,
      taxCents: 500,
      totalCents: 3000,
      paidCents: 0,
      dueCents: 3000,
      payments: [],
      version: 1,
    });
  });

  it('is found by day, ticket and state, page by page', async () => {
    const first = await openCut();
    const second = await openCut();

    const all = await till.orderQueries.list(till.shopId, { limit: 200, state: 'open' });
    const ofTicket = await till.orderQueries.list(till.shopId, {
      limit: 50,
      ticketId: second.ticketId ?? '',
    });
    const page = await till.orderQueries.list(till.shopId, { limit: 1 });
    const next = await till.orderQueries.list(till.shopId, {
      limit: 200,
      cursor: page.nextCursor ?? '',
    });

    expect(all.items).toEqual(expect.arrayContaining([first, second]));
    expect(ofTicket).toEqual({ items: [second], nextCursor: null });
    expect(page.items).toHaveLength(1);
    expect(next.items.map(({ id }) => id)).not.toContain(page.items[0]?.id);
    expect(next.items).toContainEqual(second);
    expect(
      await till.orderQueries.list(till.shopId, { limit: 50, businessDay: '2020-01-01' }),
    ).toEqual({ items: [], nextCursor: null });
  });

  it('is settled at once when there is nothing to pay', async () => {
    const order = await openCut({
      discount: { kind: 'amount', amountCents: 3000, reason: 'Birthday' },
    });

    expect(order).toMatchObject({ state: 'paid', totalCents: 0, payments: [] });
  });

  it('is opened once for a ticket', async () => {
    const { id, ticketId } = await openCut();

    await expect(till.openOrder({ ticketId })).rejects.toMatchObject({
      code: 'ORDER_EXISTS',
      details: { orderId: id },
    });
    await expect(
      till.checkOut({ ticketId, tenders: [{ tender: 'cash', tenderedCents: 3000 }] }),
    ).rejects.toMatchObject({ code: 'ORDER_EXISTS' });
  });

  it('gives way to another once it is voided', async () => {
    const { id, ticketId } = await openCut();

    const voided = await till.orders.void(till.as(), id, { reason: 'Rung up twice' });

    expect(voided).toMatchObject({ state: 'voided', dueCents: 0, version: 2 });
    expect(await till.lastEvents(1)).toMatchObject([
      { type: 'order.voided', data: { order: voided, reason: 'Rung up twice' } },
    ]);
    await expect(till.openOrder({ ticketId })).resolves.toMatchObject({ state: 'open' });
  });

  describe('with a tip', () => {
    it.each([
      ['of 20 %', { kind: 'percent', basisPoints: 2000 }, 600],
      ['of an amount', { kind: 'amount', amountCents: 450 }, 450],
      ['that rounds up', { kind: 'round_up', toCents: 700 }, 500],
      ['of nothing', { kind: 'none' }, 0],
    ])('%s', async (_, tip, tipCents) => {
      const { id } = await openCut({ tip: { kind: 'amount', amountCents: 100 } });

      const order = await till.setTip(id, { tip, expectedVersion: 1 });

      expect(order).toMatchObject({ tip, tipCents, totalCents: 3000 + tipCents, version: 2 });
      expect(order.tipShares).toEqual(tipCents === 0 ? [] : [{ barberId: ana, tipCents }]);
      expect(await till.orderQueries.get(till.as(), id)).toEqual(order);
      expect(await till.lastEvents(1)).toMatchObject([{ type: 'order.repriced', data: { order } }]);
    });

    it('keeps the rates of its day when the shop changes them', async () => {
      const { id } = await openCut();
      await till.unit(async (tx) => {
        await tx.execute('UPDATE shops SET tax_basis_points = 500, prices_include_tax = 0');
      });

      const order = await till.setTip(id, { tip: { kind: 'amount', amountCents: 100 } });
      const payment = await till.pay(id, { tender: 'cash', tenderedCents: 3100 });

      expect(order).toMatchObject({ netCents: 2500, taxCents: 500, totalCents: 3100 });
      expect(payment).toMatchObject({ orderState: 'paid', changeCents: 0 });
      await till.unit(async (tx) => {
        await tx.execute('UPDATE shops SET tax_basis_points = 2000, prices_include_tax = 1');
      });
    });

    it('is settled when a lower tip leaves nothing due, and never pays back', async () => {
      const { id } = await openCut({ tip: { kind: 'amount', amountCents: 1000 } });
      await till.pay(id, { tender: 'cash', amountCents: 3500, tenderedCents: 3500 });

      await expect(till.setTip(id, { tip: { kind: 'none' } })).rejects.toMatchObject({
        code: 'ORDER_HAS_PAYMENTS',
        details: { paidCents: 3500, totalCents: 3000 },
      });
      const order = await till.setTip(id, { tip: { kind: 'amount', amountCents: 500 } });

      expect(order).toMatchObject({ state: 'paid', totalCents: 3500, paidCents: 3500 });
    });

    it('refuses one that nobody can have meant', async () => {
      const { id } = await openCut();
      const counts = await till.rowCounts();

      await expect(
        till.setTip(id, { tip: { kind: 'percent', basisPoints: 10_100 } }),
      ).rejects.toMatchObject({ code: 'TIP_OVER_LIMIT' });
      await expect(
        till.setTip(id, { tip: { kind: 'none' }, expectedVersion: 7 }),
      ).rejects.toMatchObject({ code: 'ORDER_VERSION_STALE', details: { currentVersion: 1 } });

      expect(await till.rowCounts()).toEqual(counts);
    });
  });

  it('changes no more once it is paid', async () => {
    const { id } = await openCut();
    await till.pay(id, { tender: 'card_terminal', reference: 'A1' });

    const refused = { code: 'ORDER_NOT_OPEN', details: { state: 'paid' } };
    await expect(till.setTip(id, { tip: { kind: 'none' } })).rejects.toMatchObject(refused);
    await expect(till.orders.void(till.as(), id, { reason: 'x' })).rejects.toMatchObject(refused);
    await expect(till.pay(id, { tender: 'cash', tenderedCents: 3000 })).rejects.toMatchObject(
      refused,
    );
  });

  it('is there for its own barber and shop alone', async () => {
    const { id } = await openCut();
    const withoutTicket = await till.openOrder({ lines: [{ kind: 'product', catalogId: wax }] });
    const missing = { code: 'ORDER_NOT_FOUND' };
    const other = till.asBarber(till.shopId);

    await expect(till.orderQueries.get(till.asBarber(ana), id)).resolves.toMatchObject({ id });
    await expect(till.orderQueries.get(other, id)).rejects.toMatchObject(missing);
    await expect(till.orderQueries.get(till.asBarber(ana), withoutTicket.id)).rejects.toMatchObject(
      missing,
    );
    await expect(till.orderQueries.get({ ...till.as(), shopId: ana }, id)).rejects.toMatchObject(
      missing,
    );
    await expect(till.setTip(id, { tip: { kind: 'none' } }, other)).rejects.toMatchObject(missing);
    await expect(
      till.pay('no such id', { tender: 'cash', tenderedCents: 1 }),
    ).rejects.toMatchObject(missing);
  });

  it.each([
    ['an unknown service', { kind: 'service', catalogId: 'wax' }, 'SERVICE_NOT_FOUND'],
    ['an unknown product', { kind: 'product', catalogId: 'cut' }, 'PRODUCT_NOT_FOUND'],
    [
      'an unknown seller',
      { kind: 'product', catalogId: 'wax', barberId: 'cut' },
      'BARBER_NOT_FOUND',
    ],
  ])('refuses %s', async (_, line, code) => {
    const ids: Record<string, string> = { cut, wax };
    const named = Object.fromEntries(
      Object.entries(line).map(([member, value]) => [member, ids[value] ?? value]),
    );

    await expect(till.openOrder({ lines: [named] })).rejects.toMatchObject({ code });
  });
});
