import type { Barber, Board, Ticket } from '../api/types';
import type { ShopEvent } from './event';

type Queued = Board['queue'][number];

/** Order of the queue, as the server has it. */
function byPlace(a: Ticket, b: Ticket): number {
  return a.queueKey - b.queueKey || (a.id < b.id ? -1 : 1);
}

/** Everything keeps its identity that did not change, so that only what changed is drawn anew. */
function queueWith(queue: readonly Queued[], ticket: Ticket): Queued[] {
  const others: Ticket[] = queue.filter(({ id }) => id !== ticket.id);
  const waiting = ticket.state === 'waiting' ? [...others, ticket].sort(byPlace) : others;
  const known = new Map(queue.map((queued) => [queued.id, queued]));
  return waiting.map((one, index) => {
    const before = known.get(one.id);
    return before === one && before.position === index + 1
      ? before
      : { ...one, position: index + 1 };
  });
}

function listWith(list: readonly Ticket[], ticket: Ticket, belongs: boolean): Ticket[] {
  const index = list.findIndex(({ id }) => id === ticket.id);
  if (index === -1) return belongs ? [...list, ticket] : [...list];
  return belongs ? list.with(index, ticket) : list.toSpliced(index, 1);
}

/** A chair is taken by the ticket that has it: no event of its own tells of that. */
function seated(barber: Barber, active: readonly Ticket[]): Barber {
  const ticketId = active.find(({ barberId }) => barberId === barber.id)?.id ?? null;
  if (ticketId === barber.ticketId) return barber;
  if (ticketId !== null) return { ...barber, status: 'busy', ticketId };
  return { ...barber, status: barber.status === 'busy' ? 'available' : barber.status, ticketId };
}

export function withTicket(board: Board, ticket: Ticket): Board {
  const isActive = ticket.state === 'assigned' || ticket.state === 'in_service';
  const isUnpaid = ticket.state === 'completed' && ticket.paidAt === null;
  const wasWaiting = board.queue.some(({ id }) => id === ticket.id);
  const isWaiting = ticket.state === 'waiting';
  const active = listWith(board.active, ticket, isActive);
  return {
    ...board,
    queue: queueWith(board.queue, ticket),
    active,
    unpaid: listWith(board.unpaid, ticket, isUnpaid),
    barbers: board.barbers.map((barber) => seated(barber, active)),
    waitingCount: board.waitingCount + Number(isWaiting) - Number(wasWaiting),
  };
}

function withBarber(board: Board, barber: Barber): Board {
  const index = board.barbers.findIndex(({ id }) => id === barber.id);
  const barbers = index === -1 ? [...board.barbers, barber] : board.barbers.with(index, barber);
  return { ...board, barbers };
}

/** The board after an event. One that it contains already changes nothing. */
export function boardAfter(board: Board, event: ShopEvent): Board {
  if (event.sequence <= board.sequence) return board;
  const { ticket, barber } = event.data;
  const next = { ...board, sequence: event.sequence };
  if (event.type.startsWith('ticket.') && ticket) return withTicket(next, ticket);
  if (event.type.startsWith('barber.') && barber) return withBarber(next, barber);
  return next;
}
