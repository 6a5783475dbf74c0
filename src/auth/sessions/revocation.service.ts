import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { isBarberEvent } from '../../barbers/barber.events';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { NewEvent } from '../../platform/events/event';
import { EventRelay } from '../../platform/events/event-relay';
import { Reactions } from '../../platform/events/reactions';
import { AccountRepository } from '../accounts/account.repository';
import { revokedCredential } from '../auth.events';
import { CredentialsService } from '../credentials.service';
import { SessionOpener } from './session-opener.service';

/**
 * Makes revocation felt at once. A barber who leaves loses his sessions in the same unit; and
 * what any unit of any instance has revoked is dropped here as soon as its event arrives.
 */
@Injectable()
export class RevocationService implements OnModuleInit, OnModuleDestroy {
  private stopListening?: () => void;

  constructor(
    private readonly accounts: AccountRepository,
    private readonly opener: SessionOpener,
    private readonly credentials: CredentialsService,
    private readonly reactions: Reactions,
    private readonly relay: EventRelay,
  ) {}

  onModuleInit(): void {
    this.reactions.on(['barber.updated'], (tx, events) => this.endSessionsOfLeavers(tx, events));
    this.stopListening = this.relay.subscribe((event) => {
      const credentialId = revokedCredential(event);
      if (credentialId !== null) this.credentials.revoke(credentialId);
    });
  }

  onModuleDestroy(): void {
    this.stopListening?.();
  }

  private async endSessionsOfLeavers(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
    for (const event of events) {
      if (!isBarberEvent(event) || event.data.barber.isActive) continue;
      const account = await this.accounts.findByBarber(tx, event.data.barber.id);
      if (account) await this.opener.endAllOf(tx, account.id, { reason: 'barber_left' });
    }
  }
}
