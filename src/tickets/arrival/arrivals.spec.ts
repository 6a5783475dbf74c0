import { refusal } from '../../../test/support/refusal';
import { TicketShop } from '../../../test/support/ticket-shop';
import { LapseSweep } from './lapse-sweep.service';

describe('customers who join from afar', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut'], 2500);
  });

  afterEach(() => shop.close());

  const typesAfter = async (sequence: number) =>
    (await shop.eventsAfter(sequence)).map(({ type }) => type);
  const customer = (id: string) => shop.as({ kind: 'customer', id });
  const queue = async () => (await shop.board.read(shop.as())).queue.map(({ number }) => number);

  it('wait without a barber until they are here, and then get one at once', async () => {
    const ann = await shop.staff('ANN', ['cut']);

    const joined = await shop.join(cut, { arrivesInMinutes: 15 });
    expect(joined).toMatchObject({
      state: 'waiting',
      isHere: false,
      expectedAt: '2026-05-16T09:15:00.000Z',
    });
    const before = await shop.sequence();
    const arrived = await shop.arrivals.here(customer(joined.id), joined.id, {});

    expect(arrived).toMatchObject({ state: 'assigned', barberId: ann, isHere: true });
    expect(await typesAfter(before)).toEqual(['ticket.arrived', 'ticket.assigned']);
  });

  it('do not get a barber by hand either', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const away = await shop.join(cut, { arrivesInMinutes: 15 });

    const error = await refusal(shop.handOver.assign(shop.as(), away.id, { barberId: ann }));

    expect(error).toMatchObject({ code: 'TICKET_NOT_HERE' });
  });

  it('let the three who sit in the shop go first, are told, and keep their places', async () => {
    await shop.staff('ANN', ['cut']);
    const inChair = await shop.join(cut);
    const away = await shop.join(cut, { arrivesInMinutes: 30 });
    shop.clock.advanceMinutes(1);
    const sitting = [await shop.join(cut), await shop.join(cut)];
    const farther = await shop.join(cut, { arrivesInMinutes: 60 });
    expect(await queue()).toEqual([2, 3, 4, 5]);

    await shop.lifecycle.start(shop.as(), inChair.id, {});
    const before = await shop.sequence();
    await shop.lifecycle.complete(shop.as(), inChair.id, {});

    expect(await shop.view(sitting[0]!.id)).toMatchObject({ state: 'assigned' });
    expect(await shop.view(away.id)).toMatchObject({
      state: 'waiting',
      passedOverReason: 'Number 3 was here already and went first; the place is kept.',
    });
    expect(await shop.view(farther.id)).toMatchObject({ passedOverAt: null });
    expect(await typesAfter(before)).toEqual([
      'ticket.completed',
      'ticket.assigned',
      'ticket.passed_over',
    ]);

    shop.clock.advanceMinutes(10);
    await shop.arrivals.here(shop.as(), away.id, {});
    expect(await queue()).toEqual([2, 4, 5]);
  });

  it('go behind those who are here when they come later than they said', async () => {
    const away = await shop.join(cut, { arrivesInMinutes: 10 });
    shop.clock.advanceMinutes(1);
    await shop.join(cut);
    expect(await queue()).toEqual([1, 2]);

    shop.clock.advanceMinutes(15);
    await shop.arrivals.here(shop.as(), away.id, {});

    expect(await queue()).toEqual([2, 1]);
  });

  it('are noted by any barber, who does not learn their notes by it', async () => {
    const ann = await shop.hire('ANN', ['cut']);
    const away = await shop.join(cut, { arrivesInMinutes: 10, note: 'allergic' });

    const arrived = await shop.arrivals.here(shop.asBarber(ann), away.id, {});
    const again = await shop.arrivals.here(shop.asBarber(ann), away.id, {});

    expect(arrived).toMatchObject({ isHere: true, note: null });
    expect(again).toEqual(arrived);
  });

  it('may be late twice, each minute for a minute of the place', async () => {
    const away = await shop.join(cut, { arrivesInMinutes: 10 });
    shop.clock.advanceMinutes(5);
    await shop.join(cut);

    await shop.arrivals.runningLate(customer(away.id), away.id, { minutes: 10 });
    expect(await queue()).toEqual([2, 1]);
    expect(await shop.queries.mine(customer(away.id))).toMatchObject({
      ticket: { deferredUntil: '2026-05-16T09:20:00.000Z' },
      position: 2,
      heldUntil: '2026-05-16T09:50:00.000Z',
    });
    await shop.arrivals.runningLate(customer(away.id), away.id, { minutes: 5 });
    const third = shop.arrivals.runningLate(customer(away.id), away.id, { minutes: 5 });

    expect(await refusal(third)).toMatchObject({ code: 'TICKET_DEFERRED_TOO_OFTEN' });
  });

  it('give back the barber who was given, to whoever is next', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const called = await shop.join(cut);
    const next = await shop.join(cut);
    const before = await shop.sequence();

    const late = await shop.arrivals.runningLate(customer(called.id), called.id, { minutes: 10 });

    expect(late).toMatchObject({ state: 'waiting', barberId: null, isHere: false });
    expect(await shop.chairOf(ann)).toBe(next.id);
    expect(await typesAfter(before)).toEqual(['ticket.deferred', 'ticket.assigned']);
  });

  it('lose the ticket when they do not come, and nobody else does', async () => {
    const sweep = shop.get(LapseSweep);
    const away = await shop.join(cut, { arrivesInMinutes: 10 });
    const here = await shop.join(cut);
    shop.clock.set('2026-05-16T09:39:59Z');
    expect(await sweep.sweep()).toBe(0);
    const before = await shop.sequence();

    shop.clock.set('2026-05-16T09:40:00Z');
    expect(await sweep.sweep()).toBe(1);
    expect(await sweep.sweep()).toBe(0);

    expect(await shop.view(away.id)).toMatchObject({ state: 'no_show', endReason: 'not_arrived' });
    expect(await shop.view(here.id)).toMatchObject({ state: 'waiting' });
    expect(await typesAfter(before)).toEqual(['ticket.no_show']);
  });
});

describe('the order of the queue', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut'], 2500);
  });

  afterEach(() => shop.close());

  it('is changed by hand with a reason, for the board and for who is served next', async () => {
    const [first, , third] = [await shop.join(cut), await shop.join(cut), await shop.join(cut)];
    const before = await shop.sequence();
    const reason = 'Waited outside since nine';

    await shop.moves.move(shop.as({ kind: 'manager' }), third.id, { before: first.id, reason });

    const board = await shop.board.read(shop.as());
    expect(board.queue.map(({ number }) => number)).toEqual([3, 1, 2]);
    const [event] = await shop.eventsAfter(before);
    expect(event?.type).toBe('ticket.moved');
    expect(JSON.parse(event?.data ?? '')).toMatchObject({ reason, ticket: { number: 3 } });
    const ann = await shop.staff('ANN', ['cut']);
    expect(await shop.chairOf(ann)).toBe(third.id);
  });

  it('knows no place before somebody who does not wait', async () => {
    const one = await shop.join(cut);
    const gone = await shop.join(cut);
    await shop.lifecycle.walkOut(shop.as(), gone.id, { reasonCode: 'wait_too_long' });
    expect(await shop.view(gone.id)).toMatchObject({ endReasonCode: 'wait_too_long' });

    for (const before of [gone.id, one.id]) {
      const error = await refusal(shop.moves.move(shop.as(), one.id, { before, reason: 'x' }));
      expect(error).toMatchObject({ code: 'TICKET_NOT_IN_QUEUE' });
    }
  });

  it('holds when several change it at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await shop.join(cut)).id);

    await Promise.all(
      ids.slice(1).map((id) => shop.moves.move(shop.as(), id, { before: ids[0]!, reason: 'x' })),
    );

    const board = await shop.board.read(shop.as());
    expect(board.queue.map(({ number }) => number)).toEqual([2, 3, 4, 5, 1]);
  });
});
