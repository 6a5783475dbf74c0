import { Till } from '../../../test/support/till';
import { TenderQueries } from '../tenders/tender-queries.service';

describe('a payment from phone to phone', () => {
  let till: Till;
  let cut: string;

  beforeAll(async () => {
    till = await Till.open({ currency: 'USD', venmoHandle: '@fade-and-co' });
    await till.staff('ANA');
    cut = await till.service('Haircut', 3000);
  });

  afterAll(() => till.close());

  const openCut = async () => till.openOrder({ ticketId: await till.serve(cut) });
  const venmo = { tender: 'venmo', payer: 'Dan B.' };
  const unverified = async () =>
    (await till.claims.unverified(till.reader, till.shopId)).map(({ id }) => id);

  it('is only claimed: nothing is booked, and the order stays open', async () => {
    const { id } = await openCut();

    const moved = await till.movedBy(async () => {
      const claim = await till.pay(id, venmo);
      expect(claim).toMatchObject({ state: 'claimed', amountCents: 3000, reference: 'Dan B.' });
      expect(claim).toMatchObject({ orderState: 'open', dueCents: 3000 });
      expect(await unverified()).toContain(claim.id);
    });

    expect(moved).toEqual({});
    expect(await till.orderQueries.get(till.as(), id)).toMatchObject({
      state: 'open',
      paidCents: 0,
      claimedCents: 3000,
    });
    expect(await till.lastEvents(1)).toMatchObject([
      { type: 'payment.claimed', data: { orderId: id, tender: 'venmo', amountCents: 3000 } },
    ]);
  });

  it('pays once somebody has seen it: books, ticket and receipt follow', async () => {
    const { id, ticketId } = await openCut();
    const claim = await till.pay(id, venmo);

    const moved = await till.movedBy(async () => {
      expect(await till.claims.confirm(till.as(), claim.id)).toMatchObject({
        state: 'captured',
        orderState: 'paid',
        dueCents: 0,
      });
    });

    expect(moved).toMatchObject({ '1250': 3000, '4010': -3000 });
    expect((await till.ticket(ticketId ?? '')).paidAt).not.toBeNull();
    const paid = await till.orderQueries.get(till.as(), id);
    expect(paid).toMatchObject({ state: 'paid', claimedCents: 0 });
    expect(paid.payments).toHaveLength(1);
    expect(await unverified()).not.toContain(claim.id);
    await expect(till.claims.confirm(till.as(), claim.id)).rejects.toMatchObject({
      code: 'PAYMENT_NOT_CLAIMED',
    });
  });

  it('is due again when it has not come', async () => {
    const { id } = await openCut();
    const claim = await till.pay(id, venmo);

    await till.claims.reject(till.as(), claim.id, 'Not in the app');
    expect(await till.lastEvents(1)).toMatchObject([
      { type: 'payment.rejected', data: { paymentId: claim.id, reason: 'Not in the app' } },
    ]);
    expect(await till.pay(id, { tender: 'cash', tenderedCents: 3000 })).toMatchObject({
      orderState: 'paid',
    });
    await expect(till.claims.reject(till.as(), claim.id, 'x')).rejects.toMatchObject({
      code: 'PAYMENT_NOT_CLAIMED',
    });
    await expect(till.claims.confirm(till.as(), id)).rejects.toMatchObject({
      code: 'PAYMENT_NOT_FOUND',
    });
  });

  it('holds its amount meanwhile: nobody pays it twice, and the bill is not thrown away', async () => {
    const { id } = await openCut();
    await till.pay(id, { ...venmo, amountCents: 2000 });

    await expect(
      till.pay(id, { tender: 'cash', amountCents: 1001, tenderedCents: 2000 }),
    ).rejects.toMatchObject({ code: 'PAYMENT_OVER_DUE', details: { dueCents: 1000 } });
    await expect(till.orders.void(till.as(), id, { reason: 'x' })).rejects.toMatchObject({
      code: 'ORDER_HAS_PAYMENTS',
    });
    expect(await till.pay(id, { tender: 'cash', tenderedCents: 1000 })).toMatchObject({
      amountCents: 1000,
      orderState: 'open',
      dueCents: 2000,
    });
  });

  it('is confirmed after a part in cash: both are in the sale, once', async () => {
    const { id } = await openCut();
    const claim = await till.pay(id, { ...venmo, amountCents: 2000 });
    await till.pay(id, { tender: 'cash', tenderedCents: 1000 });

    const moved = await till.movedBy(() => till.claims.confirm(till.as(), claim.id));

    expect(moved).toMatchObject({ '1250': 2000, '2240': 1000, '4010': -3000 });
  });

  it('lets a till check out, and the order waits', async () => {
    const { order, payments } = await till.checkOut({
      ticketId: await till.serve(cut),
      tenders: [venmo],
    });

    expect(order).toMatchObject({ state: 'open', claimedCents: 3000 });
    expect(payments).toMatchObject([{ state: 'claimed' }]);
  });

  it('is not taken without the handle of the shop, which the list of tenders says', async () => {
    const { id } = await openCut();
    const queries = till.context.get(TenderQueries);

    await expect(till.pay(id, { tender: 'zelle' })).rejects.toMatchObject({
      code: 'TENDER_UNAVAILABLE',
      details: { tender: 'zelle', reason: expect.stringContaining('zelleHandle') },
    });
    await expect(till.pay(id, { tender: 'cash_tag' })).rejects.toMatchObject({
      code: 'TENDER_UNAVAILABLE',
    });
    const { items } = await queries.list(till.shopId);
    const lacks = Object.fromEntries(items.map((item) => [item.tender, item.isAvailable]));
    expect(lacks).toMatchObject({ cash: true, gift_card: true, venmo: true, zelle: false });
    const { unavailable } = items.find(({ tender }) => tender === 'cash_tag') ?? {};
    expect(unavailable?.details).toEqual([expect.stringContaining('cashTag')]);
  });

  it('is listed page by page, and the terminal is counted by itself', async () => {
    const page = await till.claims.list(till.shopId, { limit: 1 });
    const next = await till.claims.list(till.shopId, { limit: 100, cursor: page.nextCursor ?? '' });
    expect(page.items).toHaveLength(1);
    expect(next.items.map(({ id }) => id)).not.toContain(page.items[0]?.id);

    const queries = till.context.get(TenderQueries);
    const before = await queries.terminalTotal(till.shopId);
    const { id } = await openCut();
    await till.pay(id, { tender: 'card_terminal', reference: 'A1', amountCents: 1200 });
    expect(await queries.terminalTotal(till.shopId)).toEqual({
      ...before,
      payments: before.payments + 1,
      totalCents: before.totalCents + 1200,
    });
  });
});
