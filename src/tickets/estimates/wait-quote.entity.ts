import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDay } from '../../platform/time/business-day';
import type { Band } from './calibration';

/** How a quoted wait ended. */
export type QuoteOutcome = 'called' | 'left';

/** The first wait that a customer was told, and how it turned out. Never changed after that. */
@Entity('wait_quotes')
export class WaitQuoteEntity {
  @PrimaryColumn('varchar')
  ticketId: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  businessDay: BusinessDay;

  @Column('bigint')
  quotedAt: number;

  /** As told, from joining. */
  @Column('bigint')
  lowMs: number;

  @Column('bigint')
  medianMs: number;

  @Column('bigint')
  highMs: number;

  /** Minutes from joining before calibration. */
  @Column('simple-json')
  raw: Band;

  /** Null while the customer waits. */
  @Column('varchar', { nullable: true })
  outcome: QuoteOutcome | null;

  /** From joining until called, or until the customer left. */
  @Column('bigint', { nullable: true })
  waitedMs: number | null;
}
