import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work';
import { toTicketResponse } from '../dto/ticket.response';
import type { TicketEntity } from '../ticket.entity';
import { ticketEvent } from '../ticket.events';
import { TicketRepository } from '../ticket.repository';
import { momentAt } from './day-minutes.rules';
import type { Hold } from './decision';

/** Writes down since when a chair is kept for a party, so that it is not kept for long. */
@Injectable()
export class HeldChairs {
  constructor(private readonly tickets: TicketRepository) {}

  /** What has changed in what is kept; each member of the party is told, with the reason. */
  async note(
    tx: Transaction,
    holds: readonly Hold[],
    waiting: readonly TicketEntity[],
    day: { readonly startsAt: number },
  ): Promise<void> {
    for (const { ticketId, chairHeldSince, explanation } of holds) {
      const ticket = waiting.find(({ id }) => id === ticketId);
      if (!ticket || chairHeldSince === null || ticket.chairHeldSince !== null) continue;
      const changes = { chairHeldSince: Math.min(tx.now, momentAt(chairHeldSince, day)) };
      const held = await this.tickets.update(tx, ticket, changes);
      const view = toTicketResponse(held, await this.tickets.findServices(tx, ticket.id));
      tx.record(ticketEvent('ticket.chair_held', { ticket: view, reason: explanation.text }));
    }
  }
}
