import { refusal } from '../../../test/support/refusal';
import { TicketShop } from '../../../test/support/ticket-shop';
import { LapseSweep } from '../arrival/lapse-sweep.service';

describe('booked slots in the live shop', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
  });

  afterEach(() => shop.close());

  const inMinutes = (minutes: number) =>
    new Date(shop.clock.now() + minutes * 60_000).toISOString();
  const book = async (minutes: number, barberId?: string) => {
    const wish = { at: inMinutes(minutes), customerName: 'Dan', serviceIds: [cut], barberId };
    return (await shop.bookings.book(shop.as(), wish)).ticket;
  };
  const serve = async (id: string, minutes: number) => {
    await shop.lifecycle.start(shop.as(), id, {});
    shop.clock.advanceMinutes(minutes);
    await shop.lifecycle.complete(shop.as(), id, {});
  };
  const state = async (id: string) => (await shop.view(id)).state;

  it('are out of the queue until their customers are here, and on the list of their day', async () => {
    const tomorrow = await book(24 * 60);

    expect(tomorrow).toMatchObject({ state: 'booked', isHere: false, businessDay: '2026-05-17' });
    expect(tomorrow.bookedAt).toBe(inMinutes(24 * 60));
    expect((await shop.board.read(shop.as())).queue).toEqual([]);
    const query = { state: 'booked' as const, businessDay: '2026-05-17', limit: 10 };
    const { items } = await shop.queries.list(shop.as(), { ...query, cursor: undefined });
    expect(items.map(({ id }) => id)).toEqual([tomorrow.id]);
  });

  it('are not run into by more than ten minutes; others may serve meanwhile', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    await book(15, ann);

    const walkIn = await shop.join(cut);
    expect(walkIn.state).toBe('waiting');
    const bob = await shop.staff('BOB', ['cut']);

    expect(await shop.view(walkIn.id)).toMatchObject({ state: 'assigned', barberId: bob });
    expect(await shop.chairOf(ann)).toBeNull();
  });

  it('go first when their time has come, and say so', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const first = await shop.join(cut);
    const booked = await book(40, ann);
    const walkIn = await shop.join(cut);
    await serve(first.id, 35);
    await shop.arrivals.here(shop.as(), booked.id, {});

    expect(await state(booked.id)).toBe('assigned');
    expect(await state(walkIn.id)).toBe('waiting');
    const { decisions } = await shop.queries.explain(shop.as(), booked.id);
    expect(decisions[0]).toMatchObject({
      sentence: 'It is time for your appointment with ANN.',
      reasons: { code: 'assignment.booked', waitedMinutes: 0 },
    });
  });

  it('are given to who waits twelve minutes after their time', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const booked = await book(5, ann);
    const walkIn = await shop.join(cut);
    await shop.timePasses(16);
    expect(await state(walkIn.id)).toBe('waiting');
    await shop.timePasses(1);
    expect(await state(walkIn.id)).toBe('assigned');

    // Too late for the slot: a walk-in like any other, and anybody may serve.
    const before = await shop.join(cut);
    shop.clock.advanceMinutes(1);
    const late = await shop.arrivals.here(shop.as(), booked.id, {});
    expect(late).toMatchObject({ state: 'waiting', joinedAt: inMinutes(0) });
    const bob = await shop.staff('BOB', ['cut']);
    expect(await shop.view(before.id)).toMatchObject({ barberId: bob });
    expect(await state(booked.id)).toBe('waiting');
  });

  it('are given up when nobody comes at all', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const booked = await book(5, ann);
    const sweep = shop.get(LapseSweep);
    shop.clock.advanceMinutes(34);
    expect(await sweep.sweep()).toBe(0);
    shop.clock.advanceMinutes(1);

    expect(await sweep.sweep()).toBe(1);
    expect(await shop.view(booked.id)).toMatchObject({ state: 'no_show' });
  });

  it('can be cancelled by the customer’s own link, and free the time', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const booked = await book(15, ann);
    const walkIn = await shop.join(cut);
    expect(walkIn.state).toBe('waiting');

    await shop.lifecycle.cancel(shop.as({ kind: 'customer', id: booked.id }), booked.id, {});

    expect(await state(walkIn.id)).toBe('assigned');
  });

  it('are never two at one time of one barber, also when both are booked at once', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const bob = await shop.staff('BOB', ['cut']);
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => book(60 + (index % 3) * 10, ann)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const error = await refusal(book(70, ann));
    expect(error).toMatchObject({
      code: 'SLOT_TAKEN',
      details: { taken: { from: inMinutes(60), until: inMinutes(90) } },
    });

    expect(await book(90, ann)).toMatchObject({ state: 'booked' });
    expect(await book(60, bob)).toMatchObject({ state: 'booked' });
    expect(await book(60)).toMatchObject({ state: 'booked', requestedBarberId: null });
  });

  it('lie ahead, and are with somebody who can do it', async () => {
    const zoe = await shop.staff('ZOE', ['shave']);

    expect(await refusal(book(-1))).toMatchObject({ code: 'SLOT_PASSED' });
    expect(await refusal(book(60, zoe))).toMatchObject({ code: 'BARBER_LACKS_SKILL' });
  });
});
