import { refusal } from '../../../test/support/refusal';
import { Till } from '../../../test/support/till';

describe('a drawer', () => {
  let till: Till;
  let ana: string;
  let cut: string;

  beforeEach(async () => {
    till = await Till.open({ taxBasisPoints: 825, pricesIncludeTax: false });
    ana = await till.staff('ANA', 5000);
    cut = await till.service('Cut', 4000);
  });

  afterEach(() => till.close());

  const sellForCash = (registerId?: string) =>
    till.checkOut({
      lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [{ tender: 'cash', tenderedCents: 5000, ...(registerId && { registerId }) }],
    });
  const pieces = (cents: number) => [
    { cents: 100, count: Math.floor(cents / 100) },
    { cents: 1, count: cents % 100 },
  ];

  it('goes from float to count: sales, drops, expenses, tips, and what is short', async () => {
    const { id } = await till.drawers.open(till.as(), { floatCents: 20_000 });
    await sellForCash();
    await till.drawers.move(till.as(), id, { kind: 'cash_in', amountCents: 1000 });
    await till.drawers.move(till.as(), id, { kind: 'paid_out', amountCents: 250, reason: 'Milk' });
    await till.drawers.move(till.as(), id, { kind: 'tip_payout', amountCents: 500, barberId: ana });
    const open = await till.drawers.move(till.as(), id, { kind: 'drop', amountCents: 5000 });

    const counted = await till.drawers.count(till.as(), id, { denominations: pieces(20_005) });

    expect(open).toMatchObject({ state: 'open', expectedCents: null, differenceCents: null });
    expect(counted).toMatchObject({
      state: 'counted',
      expectedCents: 20_080,
      countedCents: 20_005,
      differenceCents: -75,
    });
    expect(counted.movements.map(({ kind }) => kind)).toEqual([
      ...['cash_in', 'paid_out', 'tip_payout', 'drop'],
    ]);
    expect(await till.balances()).toMatchObject({
      '1010': 20_005,
      '1020': -20_000 - 1000 + 5000,
      '6020': 75,
      '6040': 250,
      [`2310:${ana}`]: 0,
    });
  });

  it('is opened with what was left in it without moving anything', async () => {
    const { id } = await till.drawers.open(till.as(), { floatCents: 20_000 });
    await till.drawers.count(till.as(), id, { denominations: pieces(20_000) });
    const before = await till.balances();

    await till.drawers.open(till.as(), { floatCents: 20_000 });

    expect(await till.balances()).toEqual(before);
  });

  it('books what is over as well', async () => {
    const { id } = await till.drawers.open(till.as(), { floatCents: 1000 });

    await till.drawers.count(till.as(), id, { denominations: pieces(1100) });

    expect(await till.balances()).toMatchObject({ '1010': 1100, '6020': -100 });
  });

  it('79: pays no tips that are not in it, and none that are not owed', async () => {
    const { id } = await till.drawers.open(till.as(), { floatCents: 0 });
    await till.checkOut({
      lines: [{ kind: 'service', catalogId: cut, barberId: ana }],
      tip: { kind: 'amount', amountCents: 900 },
      tenders: [{ tender: 'card_terminal', reference: 'A' }],
    });
    const pay = (amountCents: number) =>
      till.drawers.move(till.as(), id, { kind: 'tip_payout', amountCents, barberId: ana });

    expect(await refusal(pay(900))).toMatchObject({ code: 'DRAWER_TOO_LITTLE' });
    await till.drawers.move(till.as(), id, { kind: 'cash_in', amountCents: 5000 });
    expect(await refusal(pay(901))).toMatchObject({
      code: 'TIPS_TOO_LITTLE',
      details: { owedCents: 900 },
    });
    await pay(900);

    expect(await till.balances()).toMatchObject({ '1010': 4100, [`2310:${ana}`]: 0 });
    const { barbers } = await till.reports.dayReport(till.shopId, '2026-05-16');
    expect(barbers[0]).toMatchObject({ tipCents: 900 });
  });

  it('is opened once, and takes nothing after its count', async () => {
    const { id } = await till.drawers.open(till.as(), { floatCents: 0 });

    expect(await refusal(till.drawers.open(till.as(), { floatCents: 0 }))).toMatchObject({
      code: 'DRAWER_OPEN',
      details: { sessionId: id },
    });
    await till.drawers.count(till.as(), id, { denominations: pieces(0) });
    const late = till.drawers.move(till.as(), id, { kind: 'cash_in', amountCents: 1 });
    expect(await refusal(late)).toMatchObject({ code: 'DRAWER_COUNTED' });
    const unknown = till.drawers.count(till.as(), till.shopId, { denominations: pieces(0) });
    expect(await refusal(unknown)).toMatchObject({ code: 'DRAWER_SESSION_NOT_FOUND' });
  });

  it('75: two registers are counted at the same time, each against its own cash', async () => {
    const front = await till.drawers.open(till.as(), { registerId: 'front', floatCents: 1000 });
    const back = await till.drawers.open(till.as(), { registerId: 'back', floatCents: 2000 });
    await sellForCash('front');

    const counts = await Promise.all([
      till.drawers.count(till.as(), front.id, { denominations: pieces(5830) }),
      till.drawers.count(till.as(), back.id, { denominations: pieces(1990) }),
    ]);

    expect(counts.map(({ differenceCents }) => differenceCents)).toEqual([0, -10]);
    expect(await till.balances()).toMatchObject({
      '1010:front': 5830,
      '1010:back': 1990,
      '6020': 10,
    });
  });

  it('74: gives change of what was tendered, and no other', async () => {
    const { payments } = await sellForCash();

    expect(payments[0]).toMatchObject({ amountCents: 4830, tenderedCents: 5000, changeCents: 170 });
    expect((await till.balances())['1010']).toBe(4830);
    const change = { tender: 'cash', tenderedCents: 5000, changeCents: 5001 };
    await expect(async () =>
      till.checkOut({ lines: [{ kind: 'service', catalogId: cut }], tenders: [change] }),
    ).rejects.toThrow('changeCents');
    const tooLittle = till.checkOut({
      lines: [{ kind: 'service', catalogId: cut }],
      tenders: [{ tender: 'cash', tenderedCents: 4329 }],
    });
    expect(await refusal(tooLittle)).toMatchObject({ code: 'CASH_TOO_LITTLE' });
  });
});
