import { describe, expect, it } from 'vitest';
import type { Board, Ticket } from '../api/types';
import { boardAfter } from './board.reducer';
import type { ShopEvent } from './event';

function ticket(id: string, changes: Partial<Ticket> = {}): Ticket {
  return { id, state: 'waiting', queueKey: 1, barberId: null, paidAt: null, ...changes } as Ticket;
}

function boardOf(changes: Partial<Board> = {}): Board {
  const barbers = [{ id: 'ana', status: 'available', ticketId: null }];
  return {
    sequence: 10,
    barbers,
    queue: [],
    active: [],
    unpaid: [],
    waitingCount: 0,
    ...changes,
  } as unknown as Board;
}

const eventOf = (sequence: number, type: string, data: ShopEvent['data']): ShopEvent => ({
  sequence,
  type,
  occurredAt: '2026-05-16T09:00:00Z',
  ticketId: null,
  data,
});
const opened = (sequence: number, one: Ticket) =>
  eventOf(sequence, 'ticket.opened', { ticket: one });

describe('the board after an event', () => {
  it('has a new ticket at its place in the queue, and every place counted anew', () => {
    const first = opened(11, ticket('b', { queueKey: 2 }));
    const second = opened(12, ticket('a', { queueKey: 1 }));

    const board = [first, second].reduce(boardAfter, boardOf());

    expect(board.queue.map(({ id, position }) => [id, position])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(board.waitingCount).toBe(2);
    expect(board.sequence).toBe(12);
  });

  it('is the very same board when it contained the event already', () => {
    const board = boardOf();

    expect(boardAfter(board, opened(10, ticket('a')))).toBe(board);
  });

  it('has the chair taken by the ticket that was assigned, and free again when it is done', () => {
    const waiting = boardAfter(boardOf(), opened(11, ticket('a')));
    const assigned = boardAfter(
      waiting,
      eventOf(12, 'ticket.assigned', {
        ticket: ticket('a', { state: 'assigned', barberId: 'ana' }),
      }),
    );
    const done = boardAfter(
      assigned,
      eventOf(13, 'ticket.completed', {
        ticket: ticket('a', { state: 'completed', barberId: 'ana' }),
      }),
    );

    expect(assigned.queue).toEqual([]);
    expect(assigned.waitingCount).toBe(0);
    expect(assigned.barbers[0]).toMatchObject({ status: 'busy', ticketId: 'a' });
    expect(done.barbers[0]).toMatchObject({ status: 'available', ticketId: null });
    expect(done.unpaid.map(({ id }) => id)).toEqual(['a']);
  });

  it('lets a ticket go once it is paid', () => {
    const unpaid = boardOf({ unpaid: [ticket('a', { state: 'completed' })] });
    const paid = ticket('a', { state: 'completed', paidAt: '2026-05-16T10:00:00Z' });

    expect(boardAfter(unpaid, eventOf(11, 'ticket.paid', { ticket: paid })).unpaid).toEqual([]);
  });

  it('leaves every other ticket the very object that it was', () => {
    const before = boardAfter(boardOf(), opened(11, ticket('a', { queueKey: 1 })));

    const after = boardAfter(before, opened(12, ticket('b', { queueKey: 2 })));

    expect(after.queue[0]).toBe(before.queue[0]);
  });
});
