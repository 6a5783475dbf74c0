import type { BoardFact } from './api';
import type { Floor } from './floor';

/**
 * Looks at the board between two steps: nobody may wait while somebody free could serve him, and
 * the board must be as new as what the admin has heard.
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
    if (able) diary.fault(`Ticket ${ticket.number} waits although ${able.name} is free for it`);
  }
}
