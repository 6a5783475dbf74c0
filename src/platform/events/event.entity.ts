import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from '../database/command';

/** A committed event: the outbox, the feed that clients resume from, and the audit trail. */
@Entity('events')
export class EventEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @PrimaryColumn('bigint')
  sequence: number;

  @Column('varchar')
  id: string;

  @Column('varchar')
  type: string;

  @Column('bigint')
  occurredAt: number;

  @Column('varchar')
  traceId: string;

  @Column('simple-json')
  actor: Actor;

  @Column('varchar', { nullable: true })
  ticketId: string | null;

  @Column('simple-json')
  barberIds: readonly string[];

  @Column('simple-json')
  data: object;
}

/** The last sequence number given to an event of a shop. */
@Entity('event_sequences')
export class EventSequenceEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @Column('bigint')
  lastSequence: number;
}
