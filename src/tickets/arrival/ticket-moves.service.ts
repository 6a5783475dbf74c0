import { Injectable } from '@nestjs/common';
import type { Command } from '../../platform/database/command';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TicketResponse } from '../dto/ticket.response';
import { TICKET_NOT_IN_QUEUE } from '../ticket.problems';
import { TicketRepository } from '../ticket.repository';
import { TicketDesk } from '../ticket-desk.service';
import { TicketListRepository } from '../ticket-list.repository';
import { keysAfterPartyMove } from './queue-order.policy';

/** Another place for a ticket, and why. */
export interface Move {
  readonly before: string | null;
  readonly reason: string;
  readonly expectedVersion?: number | undefined;
}

/**
 * The order of the queue, changed by those who run the shop; the event keeps by whom and why. A
 * party moves as one, and nobody is put between the members of another.
 */
@Injectable()
export class TicketMoves {
  constructor(
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly lists: TicketListRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws what `TicketDesk.admit` does, TICKET_NOT_IN_QUEUE */
  move(command: Command, ticketId: string, given: Move): Promise<TicketResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { ticket } = await this.desk.admit(tx, 'move', ticketId, given.expectedVersion);
      const { before, reason } = given;
      const queue = await this.lists.findQueue(tx, tx.shopId, Number.MAX_SAFE_INTEGER);
      const keys = keysAfterPartyMove(queue, ticket.id, before);
      if (keys === null) throw TICKET_NOT_IN_QUEUE.error({ before });

      let moved = ticket;
      for (const place of queue) {
        const queueKey = keys.get(place.id);
        if (queueKey === undefined) continue;
        const changed = await this.tickets.update(tx, place, { queueKey });
        await this.desk.tell(tx, 'ticket.moved', changed, { reason });
        if (place.id === ticket.id) moved = changed;
      }
      return this.desk.view(tx, moved);
    });
  }
}
