import { Till } from '../../../test/support/till';
import { SetDiscountsDto } from '../dto/set-discounts.dto';
import { spentAfter } from './promotion.rules';

describe('a promotion', () => {
  let till: Till;
  let cut: string;
  let ana: string;

  beforeAll(async () => {
    till = await Till.open();
    ana = await till.staff('ANA');
    cut = await till.service('Haircut', 3000);
  });

  afterAll(() => till.close());

  const open = (request: object) =>
    till.openOrder({ lines: [{ kind: 'service', catalogId: cut, barberId: ana }], ...request });
  const spentOf = async (code: string) => {
    const { items } = await till.promotions.list(till.shopId, { limit: 100 });
    return items.find((promotion) => promotion.code === code)?.spentCents;
  };
  const inMinutes = (minutes: number) =>
    new Date(till.clock.now() + minutes * 60_000).toISOString();

  it('takes its amount off a bill whose customer names it, in whatever case', async () => {
    await till.promote({
      code: 'welcome5',
      name: 'New customers',
      discount: { kind: 'amount', amountCents: 500 },
    });

    const order = await open({ promotionCodes: [' Welcome5 '] });

    expect(order).toMatchObject({ discountCents: 500, totalCents: 2500 });
    expect(order.promotions).toEqual([{ code: 'WELCOME5', discountCents: 500 }]);
    expect(await spentOf('WELCOME5')).toBe(500);
  });

  it('gives its budget back with a voided order, and moves it with a changed one', async () => {
    const promotion = { name: 'Ten', discount: { kind: 'percent', basisPoints: 1000 } };
    await till.promote({ code: 'TEN', ...promotion });
    const first = await open({ promotionCodes: ['TEN'] });
    const second = await open({ promotionCodes: ['TEN'] });
    expect(await spentOf('TEN')).toBe(600);

    await till.orders.void(till.as(), first.id, { reason: 'Left' });
    expect(await spentOf('TEN')).toBe(300);
    const request = SetDiscountsDto.create({ promotionCodes: [] });
    await till.changes.setDiscounts(till.as(), second.id, request);
    expect(await spentOf('TEN')).toBe(0);
  });

  it('stops where its budget ends, also for two at once', async () => {
    await till.promote({
      code: 'FEW',
      name: 'The first two',
      discount: { kind: 'amount', amountCents: 500 },
      budgetCents: 1200,
    });

    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => open({ promotionCodes: ['FEW'] })),
    );

    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(answers[2]).toMatchObject({
      reason: { code: 'PROMOTION_SPENT', details: { discountCents: 500, leftCents: 200 } },
    });
    expect(await spentOf('FEW')).toBe(1000);
  });

  it('holds between its start and its end', async () => {
    await till.promote({
      code: 'LATER',
      name: 'Happy hour',
      discount: { kind: 'amount', amountCents: 100 },
      startsAt: inMinutes(10),
      endsAt: inMinutes(20),
    });
    const try_ = () => open({ promotionCodes: ['LATER'] });

    await expect(try_()).rejects.toMatchObject({ code: 'PROMOTION_NOT_NOW' });
    till.clock.advanceMinutes(10);
    await expect(try_()).resolves.toMatchObject({ discountCents: 100 });
    till.clock.advanceMinutes(10);
    await expect(try_()).rejects.toMatchObject({ code: 'PROMOTION_NOT_NOW' });
  });

  it('stands alone unless it may be stacked', async () => {
    const discount = { kind: 'amount', amountCents: 1000 };
    await till.promote({ code: 'ALONE', name: 'Alone', discount });
    await till.promote({ code: 'BOTH', name: 'With others', discount, isStackable: true });
    await till.promote({ code: 'BOTH2', name: 'With others', discount, isStackable: true });
    const sorry = { kind: 'amount', amountCents: 100, reason: 'Sorry' };

    const stacked = await open({ promotionCodes: ['BOTH', 'BOTH2'], discount: sorry });
    expect(stacked).toMatchObject({ discountCents: 2100, totalCents: 900 });
    for (const request of [
      { promotionCodes: ['ALONE', 'BOTH'] },
      { promotionCodes: ['ALONE'], discount: sorry },
    ]) {
      await expect(open(request)).rejects.toMatchObject({
        code: 'PROMOTION_NOT_STACKABLE',
        details: { code: 'ALONE' },
      });
    }
  });

  it('takes at most what is left of the bill, and spends no more', async () => {
    const discount = { kind: 'amount', amountCents: 5000 };
    await till.promote({ code: 'FREE', name: 'A cut', discount });

    expect(await open({ promotionCodes: ['FREE'] })).toMatchObject({
      totalCents: 0,
      state: 'paid',
    });
    expect(await spentOf('FREE')).toBe(3000);
  });

  it('is ended, funded and prolonged, but keeps what it promised', async () => {
    const discount = { kind: 'amount', amountCents: 500 };
    const made = await till.promote({ code: 'KEEP', name: 'Keep', discount, budgetCents: 1000 });
    await open({ promotionCodes: ['KEEP'] });

    const lowered = await till.promotions.update(till.as(), made.id, { budgetCents: 100 });
    expect(lowered).toMatchObject({ budgetCents: 500, spentCents: 500, version: 2 });
    await till.promotions.update(till.as(), made.id, { isActive: false });
    await expect(open({ promotionCodes: ['KEEP'] })).rejects.toMatchObject({
      code: 'PROMOTION_NOT_FOUND',
    });
    await expect(
      till.promotions.update(till.as(), made.id, { expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'PROMOTION_VERSION_STALE' });
    await expect(till.promote({ code: 'keep', name: 'Again', discount })).rejects.toMatchObject({
      code: 'PROMOTION_CODE_TAKEN',
    });
  });
});

describe('spentAfter', () => {
  const promotion = { code: 'X', budgetCents: 1000, spentCents: 900 };

  it('lets an order shrink even when nothing is left', () => {
    const lowered = { ...promotion, budgetCents: 800 };

    expect(spentAfter(lowered, { beforeCents: 500, afterCents: 450 })).toBe(850);
  });

  it('refuses one cent too much', () => {
    expect(spentAfter(promotion, { beforeCents: 0, afterCents: 100 })).toBe(1000);
    expect(() => spentAfter(promotion, { beforeCents: 0, afterCents: 101 })).toThrow(
      expect.objectContaining({ code: 'PROMOTION_SPENT' }),
    );
  });
});
