import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProviderTenderName } from '../tenders/provider-tender';

/**
 * `waiting` until the payment has been asked about; `parked` while nobody knows whose it is;
 * `done` for good.
 */
export type WebhookEventState = 'waiting' | 'parked' | 'done';

/** An event that a provider told us of. Its id is remembered for ever: a delivery stays genuine. */
@Entity('webhook_events')
export class WebhookEventEntity {
  @PrimaryColumn('varchar')
  tender: ProviderTenderName;

  @PrimaryColumn('varchar')
  eventId: string;

  @Column('varchar')
  type: string;

  @Column('varchar')
  state: WebhookEventState;

  /** Where to look for the payment: our own ids and the provider's, as the event names them. */
  @Column('simple-json')
  hints: string[];

  @Column('varchar', { nullable: true })
  shopId: string | null;

  @Column('varchar', { nullable: true })
  paymentId: string | null;

  @Column('bigint')
  receivedAt: number;

  @Column('integer')
  attempts: number;

  /** Null when nothing is left to do. */
  @Column('bigint', { nullable: true })
  nextAttemptAt: number | null;
}
