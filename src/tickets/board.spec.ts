import { TicketShop } from '../../test/support/ticket-shop';

describe('the board', () => {
  let shop: TicketShop;
  let cut: string;
  let beard: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    beard = await shop.service('Beard', ['beard']);
  });

  afterEach(() => shop.close());

  it('shows queue, chairs and what is to be paid, at a sequence', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    const done = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), done.id, {});
    await shop.lifecycle.complete(shop.as(), done.id, {});
    const seated = await shop.join(cut);
    shop.clock.advanceMinutes(1);
    const first = await shop.join(cut);
    shop.clock.advanceMinutes(1);
    const second = await shop.join(beard);

    const board = await shop.board.read(shop.as());

    expect(board).toMatchObject({
      sequence: await shop.sequence(),
      at: '2026-05-16T09:02:00.000Z',
      businessDay: '2026-05-16',
      barbers: [{ id: ann, code: 'ANN', status: 'busy', ticketId: seated.id }],
      waitingCount: 2,
    });
    expect(board.queue.map(({ id, position }) => [id, position])).toEqual([
      [first.id, 1],
      [second.id, 2],
    ]);
    expect(board.active.map((ticket) => ticket.id)).toEqual([seated.id]);
    expect(board.unpaid.map((ticket) => ticket.id)).toEqual([done.id]);
    expect(board.queue[1]?.services).toHaveLength(1);

    await shop.unit((tx) => shop.tickets.markPaid(tx, done.id));
    expect((await shop.board.read(shop.as())).unpaid).toEqual([]);
  });

  it('shows screens neither notes nor prices nor codes nor whole names', async () => {
    await shop.staff('ANN', ['cut']);
    await shop.join(cut, { customerName: 'Daniel Kowalski', note: 'Scar' });

    const board = await shop.board.read(shop.as({ kind: 'lobby' }));

    expect(board.active).toMatchObject([{ customerName: 'Daniel K.', note: null, services: [] }]);
    expect(board.barbers[0]).not.toHaveProperty('code');
    expect(JSON.stringify(board)).not.toMatch(/Kowalski|Scar|priceCents/);
  });

  it('shows barbers the notes of their own customers only', async () => {
    const ann = await shop.staff('ANN', ['cut']);
    await shop.join(cut, { note: 'For Ann' });
    await shop.staff('BOB', ['cut']);
    await shop.join(cut, { note: 'For Bob' });

    const board = await shop.board.read(shop.asBarber(ann));

    expect(board.active.map((ticket) => ticket.note)).toEqual(['For Ann', null]);
  });

  it('has another tag after every event, on another day and for other eyes', async () => {
    const tags = [await shop.board.tag(shop.as())];
    expect(await shop.board.tag(shop.as({ kind: 'manager' }))).toBe(tags[0]);

    await shop.join(cut);
    tags.push(await shop.board.tag(shop.as()));
    shop.clock.advanceMinutes(24 * 60);
    tags.push(await shop.board.tag(shop.as()));
    tags.push(await shop.board.tag(shop.as({ kind: 'lobby' })));
    tags.push(await shop.board.tag(shop.asBarber('ann')));
    tags.push(await shop.board.tag(shop.asBarber('bob')));

    expect(new Set(tags).size).toBe(tags.length);
    const board = await shop.board.read(shop.as());
    expect(shop.board.tagOf(shop.as(), board)).toBe(await shop.board.tag(shop.as()));
  });

  it('tells customers their place, and who has them', async () => {
    const first = await shop.join(cut, { note: 'Scar' });
    shop.clock.advanceMinutes(1);
    const second = await shop.join(cut);
    const mine = (ticketId: string) =>
      shop.queries.mine(shop.as({ kind: 'customer', id: ticketId }));

    expect(await mine(first.id)).toMatchObject({ position: 1, barber: null });
    expect(await mine(second.id)).toMatchObject({ position: 2, barber: null });

    const ann = await shop.staff('ANN', ['cut']);
    expect(await mine(first.id)).toMatchObject({
      ticket: { id: first.id, state: 'assigned', note: null },
      position: null,
      barber: { id: ann, name: 'ANN' },
    });
    expect((await mine(second.id)).position).toBe(1);
  });
});
