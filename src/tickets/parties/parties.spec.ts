import { refusal } from '../../../test/support/refusal';
import { TicketShop } from '../../../test/support/ticket-shop';
import type { PartyMode } from '../ticket.entity';
import type { Wish } from '../tickets.service';

describe('parties', () => {
  let shop: TicketShop;
  let cut: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
  });

  afterEach(() => shop.close());

  const join = async (
    mode: PartyMode,
    members: readonly Partial<Wish>[] = [{}, {}],
    arrivesInMinutes?: number,
  ) => {
    const whole = members.map((one) => ({ serviceIds: [cut], onlyRequestedBarber: false, ...one }));
    return shop.parties.open(shop.as(), { mode, members: whole, arrivesInMinutes });
  };
  const ids = async (party: ReturnType<typeof join>) =>
    (await party).tickets.map(({ ticket }) => ticket.id) as [string, string, ...string[]];
  const start = (id: string) => shop.lifecycle.start(shop.as(), id, {});
  const complete = (id: string) => shop.lifecycle.complete(shop.as(), id, {});
  const states = async (...tickets: string[]) =>
    Promise.all(tickets.map(async (id) => (await shop.view(id)).state));
  const queue = async () => (await shop.board.read(shop.as())).queue.map(({ id }) => id);
  const heldSince = async (id: string) => (await shop.view(id)).chairHeldSince;

  it('get a ticket and a link for each, and one place', async () => {
    const party = await join('together', [{ customerName: 'Father' }, { customerName: 'Son' }]);

    expect(party.tickets.map(({ ticket }) => [ticket.number, ticket.customerName])).toEqual([
      [1, 'Father'],
      [2, 'Son'],
    ]);
    for (const { ticket } of party.tickets) {
      expect(ticket).toMatchObject({ partyId: party.partyId, partyMode: 'together' });
    }
    expect(new Set(party.tickets.map(({ accessToken }) => accessToken)).size).toBe(2);
    expect(new Set(party.tickets.map(({ ticket }) => ticket.queueKey)).size).toBe(1);
  });

  it('join all or not at all', async () => {
    const ann = await shop.hire('ANN', ['shave']);
    const impossible = { requestedBarberId: ann, onlyRequestedBarber: true };

    expect(await refusal(join('together', [{}, impossible]))).toMatchObject({
      code: 'BARBER_LACKS_SKILL',
    });
    expect(await queue()).toEqual([]);
  });

  it('together take the chairs as they come free, before those who came later', async () => {
    await shop.staff('ANN', ['cut']);
    const first = await shop.join(cut);
    const [father, son] = await ids(join('together'));
    const later = await shop.join(cut);
    await start(first.id);
    await complete(first.id);
    expect(await states(father, son, later.id)).toEqual(['assigned', 'waiting', 'waiting']);

    await start(father);
    await complete(father);

    expect(await states(father, son, later.id)).toEqual(['completed', 'assigned', 'waiting']);
  });

  describe('side by side', () => {
    it('sit down at one time when there are chairs', async () => {
      await shop.staff('ANN', ['cut']);
      await shop.staff('BOB', ['cut']);

      expect(await states(...(await ids(join('side_by_side'))))).toEqual(['assigned', 'assigned']);
    });

    /** ANN is free; BOB has a customer for 29 minutes already, of 30 on the menu. */
    const oneShort = async () => {
      const bob = await shop.staff('BOB', ['cut']);
      const busy = await shop.join(cut);
      await start(busy.id);
      shop.clock.advanceMinutes(29);
      const ann = await shop.staff('ANN', ['cut']);
      return { ann, bob, busy: busy.id };
    };

    it('have a chair kept when the missing one is nearly free, and everybody is told why', async () => {
      const { ann, busy } = await oneShort();
      const before = await shop.sequence();

      const [father, son] = await ids(join('side_by_side'));

      expect(await states(father, son)).toEqual(['waiting', 'waiting']);
      expect(await heldSince(father)).toBe(new Date(shop.clock.now()).toISOString());
      const told = (await shop.eventsAfter(before)).filter(
        ({ type }) => type === 'ticket.chair_held',
      );
      expect(told.map(({ data }) => (JSON.parse(data) as { reason: string }).reason)).toEqual([
        'We are waiting for another chair, so that you can sit side by side.',
        'We are waiting for another chair, so that you can sit side by side.',
      ]);
      const walkIn = await shop.join(cut);
      expect(walkIn.state).toBe('waiting');
      expect(await shop.chairOf(ann)).toBeNull();

      shop.clock.advanceMinutes(5);
      await complete(busy);
      expect(await states(father, son, walkIn.id)).toEqual(['assigned', 'assigned', 'waiting']);
    });

    it('have it kept for 10 minutes and no longer, and not a second time', async () => {
      const { ann, busy } = await oneShort();
      const [father, son] = await ids(join('side_by_side'));
      await shop.timePasses(9);
      expect(await states(father, son)).toEqual(['waiting', 'waiting']);
      const since = await heldSince(son);

      await shop.timePasses(1);

      expect(await states(father, son)).toEqual(['assigned', 'waiting']);
      expect(await shop.chairOf(ann)).toBe(father);
      expect(await heldSince(son)).toBe(since);
      await complete(busy);
      expect(await states(son)).toEqual(['assigned']);
    });

    it('have it kept after a restart as long as before, because it is written down', async () => {
      await oneShort();
      const [father] = await ids(join('side_by_side'));
      const since = await heldSince(father);
      shop.clock.advanceMinutes(3);
      await shop.join(cut);

      expect(await heldSince(father)).toBe(since);
    });

    it('free the chair at once when one of two goes', async () => {
      const { ann } = await oneShort();
      const [father, son] = await ids(join('side_by_side'));

      await shop.lifecycle.cancel(shop.as(), son, {});

      expect(await states(father)).toEqual(['assigned']);
      expect(await shop.chairOf(ann)).toBe(father);
    });

    it('are not held for a wish that no chair can meet in time', async () => {
      await shop.staff('ANN', ['cut']);
      const zoe = await shop.hire('ZOE', ['cut']);
      const only = { requestedBarberId: zoe, onlyRequestedBarber: true };

      expect(await states(...(await ids(join('side_by_side', [{}, only]))))).toEqual([
        'assigned',
        'waiting',
      ]);
    });
  });

  it('lose nobody’s place by the absence of one', async () => {
    await shop.staff('ANN', ['cut']);
    const [father, son] = await ids(join('together'));
    const later = await shop.join(cut);
    const key = (await shop.view(son)).queueKey;

    await shop.lifecycle.noShow(shop.as(), father, {});

    expect(await states(father, son, later.id)).toEqual(['no_show', 'assigned', 'waiting']);
    expect((await shop.view(son)).queueKey).toBe(key);
  });

  it('from afar are here as soon as one of them is, but for who comes later alone', async () => {
    const [father, son, friend] = await ids(join('side_by_side', [{}, {}, {}], 20));
    await shop.arrivals.runningLate(shop.as(), friend!, { minutes: 15 });
    await shop.staff('ANN', ['cut']);
    await shop.staff('BOB', ['cut']);
    expect(await states(father, son)).toEqual(['waiting', 'waiting']);

    const arrived = await shop.arrivals.here(shop.as(), father, {});

    expect(arrived.state).toBe('assigned');
    expect(await states(father, son, friend!)).toEqual(['assigned', 'assigned', 'waiting']);
    expect(await shop.view(friend!)).toMatchObject({ isHere: false });
  });

  it('move as one, and nobody is put between them', async () => {
    const first = await shop.join(cut);
    const second = await shop.join(cut);
    const [father, son] = await ids(join('together'));
    const third = await shop.join(cut);
    const move = (id: string, before: string | null) =>
      shop.moves.move(shop.as(), id, { before, reason: 'Because' });

    await move(son, second.id);
    expect(await queue()).toEqual([first.id, father, son, second.id, third.id]);
    await move(third.id, son);
    expect(await queue()).toEqual([first.id, third.id, father, son, second.id]);
    await move(father, null);
    expect(await queue()).toEqual([first.id, third.id, second.id, father, son]);
    expect(await refusal(move(father, son))).toMatchObject({ code: 'TICKET_NOT_IN_QUEUE' });
  });
});
