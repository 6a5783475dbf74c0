import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CredentialsService, type KnownIdentity } from '../auth/credentials.service';
import { Database } from '../platform/database/unit-of-work';
import { TicketRepository } from './ticket.repository';

/** Long enough for the longest day and the receipt afterwards. */
const LINK_MS_MAX = 48 * 3_600_000;

/** Customers' own links: whoever holds the token is the ticket's customer, for two days. */
@Injectable()
export class TicketLinks implements OnModuleInit {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly database: Database,
    private readonly tickets: TicketRepository,
  ) {}

  onModuleInit(): void {
    this.credentials.registerSource('ftk_', (tokenHash) => this.identify(tokenHash));
  }

  private async identify(tokenHash: string): Promise<KnownIdentity | null> {
    const ticket = await this.tickets.findByAccessToken(this.database.reader, tokenHash);
    return (
      ticket && {
        shopId: ticket.shopId,
        actor: { kind: 'customer', id: ticket.id, barberId: null },
        credentialId: ticket.id,
        expiresAt: ticket.joinedAt + LINK_MS_MAX,
      }
    );
  }
}
