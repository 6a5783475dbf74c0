import { TicketShop } from '../../../test/support/ticket-shop';
import { businessDaySpan } from '../../platform/time/business-day';
import { ShopsService } from '../../shops/shops.service';
import { DemandMemory } from './demand-memory.service';
import { DemandRenewal } from './demand-renewal.service';

describe('demand in the shop', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
  });

  afterEach(() => shop.close());

  const renew = () => shop.get(DemandRenewal).renew(shop.shopId);
  const model = async () => {
    const row = await shop.get(ShopsService).get(shop.reader, shop.shopId);
    const day = businessDaySpan(shop.clock.now(), row);
    return shop.get(DemandMemory).modelOf(shop.reader, row, day);
  };
  /** Ten customers come and go, each asking for Ann. */
  const liveADay = async (ann: string) => {
    for (let count = 0; count < 10; count += 1) {
      const ticket = await shop.join(cut, { requestedBarberId: ann });
      await shop.lifecycle.start(shop.as(), ticket.id, {});
      shop.clock.advanceMinutes(6);
      await shop.lifecycle.complete(shop.as(), ticket.id, {});
    }
  };

  it('is learned from the days before, once a day', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    await liveADay(ann);
    expect(await renew()).toBe(true);
    expect((await model()).profiles).toEqual([]);

    shop.clock.set('2026-05-23T09:00:00Z');
    expect(await renew()).toBe(true);
    expect(await renew()).toBe(false);

    const learned = await model();
    expect(learned.profiles[0]).toMatchObject({
      service: cut,
      requestedBarberId: ann,
      menuMinutes: 30,
      price: 3000,
    });
    expect(learned.profiles[0]?.share).toBeCloseTo(0.25, 9);
    // Ten o'clock in London, six hours after the day has begun.
    expect((learned.arrivalsPerMinute[6] ?? 0) * 60).toBeGreaterThan(5);
    expect(learned.lastJoinAt).toBe(14 * 60);
    expect(await model()).toBe(learned);
  });

  it('knows how long those stayed who left', async () => {
    await shop.staff('ANN', ['cut']);
    await shop.join(cut);
    for (let count = 0; count < 25; count += 1) {
      const impatient = await shop.join(cut);
      shop.clock.advanceMinutes(8);
      await shop.lifecycle.cancel(shop.as(), impatient.id, { reason: 'Went home.' });
    }
    shop.clock.set('2026-05-23T09:00:00Z');
    await renew();

    const { patienceMedianMinutes } = await model();

    // All were gone after eight minutes, and nobody is known to have stayed longer.
    expect(patienceMedianMinutes).toBeGreaterThan(0);
    expect(patienceMedianMinutes).toBeLessThan(8);
  });

  it('makes the dispatcher keep a barber for those who ask for him', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    for (const day of ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21']) {
      shop.clock.set(`${day}T09:00:00Z`);
      await liveADay(ann);
    }
    await shop.shifts.clockOut(shop.as(), ann);
    shop.clock.set('2026-05-22T09:00:00Z');
    await shop.shifts.clockIn(shop.as(), ann);
    const bob = await shop.staff('BOB', ['cut']);
    await renew();

    const ticket = await shop.join(cut);

    expect(ticket.barberId).toBe(bob);
    const { decisions } = await shop.queries.explain(shop.as(), ticket.id);
    const termsOf = (id: string) =>
      decisions[0]?.candidates.find(({ barberId }) => barberId === id)?.terms;
    expect(termsOf(ann)?.requests).toBeGreaterThan(20);
    expect(termsOf(bob)?.requests).toBe(0);
  });
});
