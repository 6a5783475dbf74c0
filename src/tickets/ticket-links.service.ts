import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import type { Identity } from '../platform/http/request-context';
import { Clock } from '../platform/time/clock';
import { TicketRepository } from './ticket.repository';

/** Long enough for the longest day and the receipt afterwards. */
const LINK_MS_MAX = 48 * 3_600_000;

/** Customers' own links: whoever holds the token is the ticket's customer, for two days. */
@Injectable()
export class TicketLinks {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRepository,
    private readonly clock: Clock,
  ) {}

  async identify(tokenHash: string): Promise<Identity | null> {
    const ticket = await this.tickets.findByAccessToken(this.database.reader, tokenHash);
    if (!ticket || this.clock.now() > ticket.joinedAt + LINK_MS_MAX) return null;
    return {
      shopId: ticket.shopId,
      actor: { kind: 'customer', id: ticket.id, barberId: null },
      credentialId: ticket.id,
    };
  }
}
