import type { BoardFact, TicketFact } from './api';
import type { Floor } from './floor';

/**
 * Looks at the board between two steps: nobody may wait while somebody free could serve him, unless
 * for a barber asked for who is worth waiting for, and the board must be as new as what the admin
 * has heard.
 */
export async function watchBoard(floor: Floor): Promise<void> {
  const { manager, gallery, shop, diary } = floor;
  const head = gallery.headOf(shop.id);
  const board = await manager.get<BoardFact>('/v1/board');
  if (board.sequence !== head) {
    diary.fault(`The board is of sequence ${board.sequence}, the events are at ${head}`);
  }
  const free = board.barbers.filter((barber) => barber.status === 'available');
  for (const ticket of board.queue) {
    const able = free.find(
      (barber) =>
        ticket.requiredSkills.every((skill) => barber.skills.includes(skill)) &&
        (!ticket.onlyRequestedBarber || ticket.requestedBarberId === barber.id),
    );
    if (able && !isPatient(board, ticket))
      diary.fault(`Ticket ${ticket.number} waits although ${able.name} is free for it`);
  }
}

/** Asked for somebody who is at work, and has not waited longer than that is worth. */
function isPatient(board: BoardFact, ticket: TicketFact): boolean {
  const asked = board.barbers.find(({ id }) => id === ticket.requestedBarberId);
  if (!asked || asked.status === 'off_duty') return false;
  const waited = Date.parse(board.at) - Date.parse(ticket.joinedAt);
  return waited < (ticket.waitsForBarberMinutes ?? 0) * 60_000;
}
