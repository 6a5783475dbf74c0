import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JournalEntryKind } from './journal-entry.rules';

/** An entry of the journal. Never changed; the database refuses it. */
@Entity('journal_entries')
export class JournalEntryEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  /** 1, 2, 3, ... in a shop, without gaps. */
  @PrimaryColumn('bigint')
  number: number;

  @Column('varchar')
  id: string;

  @Column('varchar')
  kind: JournalEntryKind;

  /** The day whose books it belongs to. */
  @Column('varchar')
  businessDay: string;

  @Column('bigint')
  effectiveAt: number;

  @Column('varchar', { nullable: true })
  orderId: string | null;

  @Column('varchar', { nullable: true })
  paymentId: string | null;
}
