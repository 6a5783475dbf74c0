import { TicketShop } from '../../../test/support/ticket-shop';
import { LiveEstimates } from './live-estimates.service';
import { WaitQuoteRepository } from './wait-quote.repository';

interface Told {
  type: string;
  data: {
    ticket: { id: string; estimate: { reason: { code: string; text: string } } };
    reason: string;
  };
}

describe('estimates in the shop', () => {
  let shop: TicketShop;
  let cut: string;
  let ann: string;

  beforeEach(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    ann = await shop.staff('ANN', ['cut']);
  });

  afterEach(() => shop.close());

  const refresh = () => shop.get(LiveEstimates).refresh(shop.shopId);
  const estimateOf = async (ticketId: string) => (await shop.view(ticketId)).estimate;
  /** Ann has somebody in the chair from now on. */
  const occupy = async () => {
    const ticket = await shop.join(cut);
    await shop.lifecycle.start(shop.as(), ticket.id, {});
    return ticket.id;
  };
  const toldAfter = async (sequence: number): Promise<Told[]> =>
    (await shop.eventsAfter(sequence))
      .filter(({ type }) => type === 'ticket.estimate_changed')
      .map(({ type, data }) => ({ type, data: JSON.parse(data) as Told['data'] }));

  it('tell those who must wait how long, as a range and as clock times', async () => {
    const served = await occupy();
    const first = await shop.join(cut);
    shop.clock.advanceMinutes(1);
    const second = await shop.join(cut);

    expect(await refresh()).toBe(2);

    const [early, late] = [await estimateOf(first.id), await estimateOf(second.id)];
    expect(early?.wait?.medianMinutes).toBeGreaterThan(20);
    // Less than a whole cut more, since the first may leave or be gone.
    expect(late?.wait?.medianMinutes).toBeGreaterThan(early!.wait!.medianMinutes + 12);
    expect(Date.parse(early!.wait!.startsAt) - Date.parse(early!.computedAt)).toBe(
      early!.wait!.medianMinutes * 60_000,
    );
    expect(early?.reason.text).toBe('First estimate.');
    expect(await estimateOf(served)).toBeNull();
  });

  it('say the same in the event, on the board, on the own ticket and in lists', async () => {
    await occupy();
    const before = await shop.sequence();
    const waiting = await shop.join(cut, { customerName: 'Dan Kowalski' });
    await refresh();

    const [told] = await toldAfter(before);
    const estimate = told!.data.ticket.estimate;
    const board = await shop.board.read(shop.as());
    const lobby = await shop.board.read(shop.as({ kind: 'lobby' }));
    const mine = await shop.queries.mine(shop.as({ kind: 'customer', id: waiting.id }));
    const list = await shop.queries.list(shop.as(), { limit: 10, state: 'waiting' });
    expect(board.queue[0]?.estimate).toEqual(estimate);
    expect(board.sequence).toBe(await shop.sequence());
    expect(lobby.queue[0]).toMatchObject({ estimate, customerName: 'Dan K.' });
    expect(mine.ticket.estimate).toEqual(estimate);
    expect(list.items[0]?.estimate).toEqual(estimate);
  });

  it('say nothing anew while all goes as expected, and do not outdate what staff sees', async () => {
    await occupy();
    const waiting = await shop.join(cut);
    await refresh();
    const told = await estimateOf(waiting.id);
    const before = await shop.sequence();

    for (let minute = 0; minute < 8; minute += 1) {
      shop.clock.advanceMinutes(1);
      await refresh();
    }

    expect(await toldAfter(before)).toEqual([]);
    expect(await estimateOf(waiting.id)).toEqual(told);
    expect((await shop.view(waiting.id)).version).toBe(1);
  });

  it('say why when a service takes longer, and never promise the past', async () => {
    await occupy();
    const waiting = await shop.join(cut);
    await refresh();
    const first = await estimateOf(waiting.id);
    const before = await shop.sequence();

    for (let minute = 0; minute < 45; minute += 1) {
      shop.clock.advanceMinutes(1);
      await refresh();
    }

    const told = await toldAfter(before);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ data }) => data.reason))).toEqual(
      new Set(['A service takes longer than expected.']),
    );
    const now = await estimateOf(waiting.id);
    expect(Date.parse(now!.wait!.startsAt)).toBeGreaterThan(Date.parse(first!.wait!.startsAt));
    expect(Date.parse(now!.wait!.latestAt)).toBeGreaterThan(shop.clock.now());
  });

  it('name what happened: a break, somebody who left, a barber who came', async () => {
    await occupy();
    const ahead = await shop.join(cut);
    shop.clock.advanceMinutes(1);
    const waiting = await shop.join(cut);
    await refresh();
    const reasonAfter = async (step: () => Promise<unknown>) => {
      shop.clock.advanceMinutes(1);
      await step();
      await refresh();
      return (await estimateOf(waiting.id))?.reason;
    };

    expect(await reasonAfter(() => shop.shifts.startBreak(shop.as(), ann))).toEqual({
      code: 'barber_break_next',
      barber: 'ANN',
      text: 'ANN takes a break after this customer.',
    });
    expect(await reasonAfter(() => shop.lifecycle.walkOut(shop.as(), ahead.id, {}))).toMatchObject({
      text: 'Somebody ahead left.',
    });
    const bob = await shop.hire('BOB', ['shave']);
    await shop.shifts.clockIn(shop.as(), bob);
    expect(await reasonAfter(() => shop.shifts.withdrawPlan(shop.as(), ann))).toMatchObject({
      code: 'barber_changed',
    });
  });

  it('take a promise back when nobody is left who could keep it', async () => {
    const served = await occupy();
    const waiting = await shop.join(cut);
    await refresh();
    await shop.shifts.clockOut(shop.as(), ann);
    await shop.lifecycle.complete(shop.as(), served, {});

    await refresh();

    expect(await estimateOf(waiting.id)).toMatchObject({
      wait: null,
      reason: { code: 'nobody_at_work' },
    });
  });

  it('expect somebody on the way when he said to come', async () => {
    await occupy();
    const away = await shop.join(cut, { arrivesInMinutes: 60 });

    await refresh();

    expect((await estimateOf(away.id))?.wait?.lowMinutes).toBeGreaterThanOrEqual(59);
  });

  describe('are held against what comes', () => {
    const quoteOf = (ticketId: string) => shop.get(WaitQuoteRepository).find(shop.reader, ticketId);

    it('when the customer is called', async () => {
      const served = await occupy();
      const waiting = await shop.join(cut);
      await refresh();
      const quote = await quoteOf(waiting.id);
      shop.clock.advanceMinutes(33);
      await shop.lifecycle.complete(shop.as(), served, {});

      await refresh();

      expect(await quoteOf(waiting.id)).toEqual({
        ...quote,
        outcome: 'called',
        waitedMs: 33 * 60_000,
      });
      const { scores } = await shop.get(WaitQuoteRepository).calibration(shop.reader, shop.shopId);
      expect(scores).toHaveLength(1);
    });

    it('when the customer leaves, which says only that it would have been longer', async () => {
      await occupy();
      const waiting = await shop.join(cut);
      await refresh();
      shop.clock.advanceMinutes(5);
      await shop.lifecycle.walkOut(shop.as(), waiting.id, {});

      await refresh();

      expect(await quoteOf(waiting.id)).toMatchObject({ outcome: 'left', waitedMs: 300_000 });
      const { scores } = await shop.get(WaitQuoteRepository).calibration(shop.reader, shop.shopId);
      expect(scores).toEqual([]);
    });

    it('by the first quote only, and not where there was none', async () => {
      const served = await occupy();
      const waiting = await shop.join(cut);
      await refresh();
      const quote = await quoteOf(waiting.id);
      shop.clock.advanceMinutes(1);
      await shop.shifts.startBreak(shop.as(), ann);
      await refresh();

      expect(await quoteOf(waiting.id)).toEqual(quote);
      expect(await quoteOf(served)).toBeNull();
    });
  });
});
