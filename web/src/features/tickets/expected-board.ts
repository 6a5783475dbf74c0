import type { Board, Ticket } from '../../lib/api/types';
import type { Outgoing } from '../../lib/outbox/outbox';
import { withTicket } from '../../lib/realtime/board.reducer';

/** How a ticket will be once the server has heard a command; null when that cannot be foreseen. */
function afterCommand(ticket: Ticket, { subject, givenAt }: Outgoing): Ticket | null {
  const at = new Date(givenAt).toISOString();
  switch (subject.action) {
    case 'call':
      return { ...ticket, calledAt: at };
    case 'start':
      return { ...ticket, state: 'in_service', startedAt: at };
    case 'complete':
      return { ...ticket, state: 'completed', endedAt: at };
    case 'requeue':
      return { ...ticket, state: 'waiting', barberId: null, assignedAt: null, calledAt: null };
    case 'no-show':
      return { ...ticket, state: 'no_show', endedAt: at };
    case 'walk-out':
      return { ...ticket, state: 'walked_out', endedAt: at };
    case 'cancel':
      return { ...ticket, state: 'cancelled', endedAt: at };
    case 'here':
      return { ...ticket, isHere: true };
    default:
      return null;
  }
}

/**
 * The board as it will be when all waiting commands are through, so that work goes on without a
 * network. It is only shown: what counts comes from the server, and takes this one's place.
 */
export function expectedBoard(board: Board, waiting: readonly Outgoing[]): Board {
  return waiting.reduce((expected, command) => {
    const { ticketId } = command.subject;
    const ticket = [...expected.queue, ...expected.active, ...expected.unpaid].find(
      ({ id }) => id === ticketId,
    );
    const after = ticket ? afterCommand(ticket, command) : null;
    return after ? withTicket(expected, after) : expected;
  }, board);
}
