import { Till } from '../../test/support/till';
import { AddLineDto } from './dto/add-line.dto';
import { ChangeLineDto } from './dto/change-line.dto';
import { SetDiscountsDto } from './dto/set-discounts.dto';

describe('an open order', () => {
  let till: Till;
  let ana: string;
  let ben: string;
  let cut: string;
  let beard: string;
  let wax: string;

  beforeAll(async () => {
    till = await Till.open({ taxBasisPoints: 1000, pricesIncludeTax: false });
    ana = await till.staff('ANA');
    ben = await till.staff('BEN');
    cut = await till.service('Haircut', 3000);
    beard = await till.service('Beard', 1500);
    wax = await till.product('Wax', 1000);
    await till.package('Cut and beard', 4000, [cut, beard]);
  });

  afterAll(() => till.close());

  const sell = (...catalogIds: string[]) => ({
    lines: catalogIds.map((catalogId) => ({
      kind: catalogId === wax ? 'product' : 'service',
      catalogId,
      ...(catalogId !== wax && { barberId: ana }),
    })),
  });
  const addLine = (id: string, line: object, command = till.as()) =>
    till.changes.addLine(command, id, AddLineDto.create({ line }));
  const changeLine = (
    id: string,
    lineId: string | undefined,
    change: object,
    command = till.as(),
  ) => till.changes.changeLine(command, id, lineId ?? '', ChangeLineDto.create(change));
  const setDiscounts = (id: string, request: object, command = till.as()) =>
    till.changes.setDiscounts(command, id, SetDiscountsDto.create(request));

  it('becomes a package when its last service is added, and falls apart without it', async () => {
    const { id } = await till.openOrder(sell(cut));

    const packed = await addLine(id, { kind: 'service', catalogId: beard, barberId: ben });
    expect(packed.lines.map((line) => line.unitPriceCents)).toEqual([2667, 1333]);
    expect(packed).toMatchObject({ listCents: 4000, taxCents: 400, totalCents: 4400, version: 2 });

    const apart = await till.changes.removeLine(till.as(), id, packed.lines[1]?.id ?? '');
    expect(apart).toMatchObject({ listCents: 3000, totalCents: 3300, version: 3 });
    expect(apart.lines[0]).toMatchObject({ packageId: null, unitPriceCents: 3000 });
    expect(await till.orderQueries.get(till.as(), id)).toEqual(apart);
  });

  it('leaves the package out when it is told to, and refuses one that is not complete', async () => {
    const { id } = await till.openOrder({ ...sell(cut, beard), packageIds: [] });
    const other = await till.package('Two cuts', 5000, [cut, cut]);

    expect((await setDiscounts(id, { packageIds: null })).listCents).toBe(4000);
    await expect(setDiscounts(id, { packageIds: [other] })).rejects.toMatchObject({
      code: 'PACKAGE_INCOMPLETE',
    });
    await expect(setDiscounts(id, { packageIds: [id] })).rejects.toMatchObject({
      code: 'PACKAGE_NOT_FOUND',
    });
    expect(await till.orderQueries.get(till.as(), id)).toMatchObject({
      listCents: 4000,
      version: 2,
    });
  });

  it('keeps its prices when only the tip changes, whatever is offered by then', async () => {
    const wash = await till.service('Wash', 800);
    const dry = await till.service('Dry', 700);
    const { id } = await till.openOrder(sell(wash, dry));
    await till.package('Wash and dry', 1000, [wash, dry]);

    const tipped = await till.setTip(id, { tip: { kind: 'percent', basisPoints: 1000 } });

    expect(tipped).toMatchObject({ listCents: 1500, tipCents: 150 });
  });

  it('takes discounts off a line and off the rest, each with its reason', async () => {
    const { id, lines } = await till.openOrder(sell(cut, wax));

    await changeLine(id, lines[0]?.id, {
      discount: { kind: 'percent', basisPoints: 1000, reason: 'Regular' },
    });
    const both = await setDiscounts(id, {
      discount: { kind: 'amount', amountCents: 370, reason: 'Waited' },
    });

    expect(both.lines.map((line) => line.discountCents)).toEqual([570, 100]);
    expect(both).toMatchObject({ discountCents: 670, netCents: 3330, totalCents: 3663 });
    expect(both.lines[0]?.discount).toMatchObject({ reason: 'Regular' });
    expect((await setDiscounts(id, { discount: null })).discountCents).toBe(300);
    expect((await changeLine(id, lines[0]?.id, { discount: null })).discountCents).toBe(0);
  });

  it('lets barbers and managers give as much as the shop allows, owners more', async () => {
    const ticketId = await till.serve(cut);
    const { barberId } = await till.ticket(ticketId);
    const { id } = await till.openOrder({ ticketId });
    const barber = till.asBarber(barberId ?? '');
    const off = (amountCents: number) => ({
      discount: { kind: 'amount', amountCents, reason: 'Sorry' },
    });

    await expect(setDiscounts(id, off(601), barber)).rejects.toMatchObject({
      code: 'DISCOUNT_OVER_LIMIT',
      details: { discountCents: 601, limitCents: 600 },
    });
    await expect(setDiscounts(id, off(600), barber)).resolves.toMatchObject({ discountCents: 600 });
    const manager = till.as({ kind: 'manager' });
    await expect(setDiscounts(id, off(3000), manager)).resolves.toMatchObject({ totalCents: 0 });
  });

  it('changes quantity and barber of a line at the price of its moment', async () => {
    const { id, lines } = await till.openOrder(sell(wax));

    const changed = await changeLine(id, lines[0]?.id, { quantity: 3, barberId: ben });

    expect(changed.lines[0]).toMatchObject({ quantity: 3, barberId: ben, listCents: 3000 });
    expect(await till.lastEvents(1)).toMatchObject([
      { type: 'order.repriced', data: { order: { id, version: 2 } } },
    ]);
  });

  it('shares the tip as the customer says, to the cent, or by weight', async () => {
    const { id } = await till.openOrder(sell(cut));
    await addLine(id, { kind: 'service', catalogId: cut, barberId: ben });
    const tip = { kind: 'amount', amountCents: 500 };
    const share = (tipSplit: object) => till.setTip(id, { tip, tipSplit });
    const sharesOf = (order: Awaited<ReturnType<typeof share>>) =>
      order.tipShares.map(({ tipCents }) => tipCents).sort((a, b) => a - b);

    const stated = await share({
      kind: 'shares',
      shares: [
        { barberId: ana, tipCents: 1 },
        { barberId: ben, tipCents: 499 },
      ],
    });
    expect(sharesOf(stated)).toEqual([1, 499]);
    const pool = [
      { barberId: ana, weight: 1 },
      { barberId: ben, weight: 2 },
    ];
    expect(sharesOf(await share({ kind: 'pool', members: pool }))).toEqual([167, 333]);
    await expect(
      share({ kind: 'shares', shares: [{ barberId: ana, tipCents: 499 }] }),
    ).rejects.toMatchObject({ code: 'TIP_SHARES_MISMATCH' });
    await expect(
      share({ kind: 'pool', members: [{ barberId: id, weight: 1 }] }),
    ).rejects.toMatchObject({ code: 'BARBER_NOT_FOUND' });
    expect(sharesOf(await till.setTip(id, { tip }))).toEqual([250, 250]);
  });

  it('offers tips on what was done', async () => {
    const { id } = await till.openOrder(sell(cut, wax));

    const { presets } = await till.orderQueries.tipPresets(till.as(), id);

    expect(presets[0]).toEqual({ choice: 'percent', amountCents: 450, basisPoints: 1500 });
    expect(presets.at(-1)).toMatchObject({ choice: 'none', amountCents: 0 });
  });

  it('is settled when a change leaves exactly what is paid, and never less', async () => {
    const { id, lines } = await till.openOrder(sell(cut, wax));
    await till.pay(id, { tender: 'card_terminal', reference: 'A1', amountCents: 3300 });

    await expect(till.changes.removeLine(till.as(), id, lines[0]?.id ?? '')).rejects.toMatchObject({
      code: 'ORDER_HAS_PAYMENTS',
      details: { paidCents: 3300 },
    });
    const paid = await till.changes.removeLine(till.as(), id, lines[1]?.id ?? '');

    expect(paid).toMatchObject({ state: 'paid', totalCents: 3300, dueCents: 0 });
    await expect(
      addLine(id, { kind: 'product', catalogId: wax, quantity: 1 }),
    ).rejects.toMatchObject({ code: 'ORDER_NOT_OPEN' });
  });

  it('refuses what makes no sense and changes nothing', async () => {
    const { id, lines } = await till.openOrder({
      ...sell(cut),
      giftCards: [{ amountCents: 2000 }],
    });
    const counts = await till.rowCounts();

    await expect(changeLine(id, lines[1]?.id, { quantity: 2 })).rejects.toMatchObject({
      code: 'ORDER_LINE_FIXED',
    });
    await expect(changeLine(id, id, { quantity: 2 })).rejects.toMatchObject({
      code: 'ORDER_LINE_NOT_FOUND',
    });
    await expect(
      addLine(id, { kind: 'product', catalogId: wax, expectedUnitPriceCents: 999 }),
    ).rejects.toMatchObject({
      code: 'PRICE_DIFFERS',
      details: { expectedUnitPriceCents: 999, unitPriceCents: 1000 },
    });
    await expect(
      till.changes.addLine(till.as(), id, {
        line: { kind: 'product', catalogId: wax, quantity: 1 },
        expectedVersion: 7,
      }),
    ).rejects.toMatchObject({ code: 'ORDER_VERSION_STALE' });
    expect(await till.rowCounts()).toEqual(counts);

    await till.changes.removeLine(till.as(), id, lines[1]?.id ?? '');
    await expect(till.changes.removeLine(till.as(), id, lines[0]?.id ?? '')).rejects.toMatchObject({
      code: 'ORDER_LINE_LAST',
    });
  });

  it('is billed at the prices of joining, or at those of today if the shop says so', async () => {
    const trim = await till.service('Trim', 1000);
    const [kept, renewed] = [await till.serve(trim), await till.serve(trim)];
    await till.unit((tx) =>
      tx.execute('UPDATE services SET price_cents = 1200 WHERE id = ?', [trim]),
    );

    expect(await till.openOrder({ ticketId: kept })).toMatchObject({ listCents: 1000 });
    await till.unit((tx) => tx.execute('UPDATE shops SET honours_quoted_prices = 0', []));
    expect(await till.openOrder({ ticketId: renewed })).toMatchObject({ listCents: 1200 });
    await till.unit((tx) => tx.execute('UPDATE shops SET honours_quoted_prices = 1', []));
  });
});
