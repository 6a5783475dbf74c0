import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntrySourceKind, JournalEntryKind } from './journal-entry.rules';

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

  /** When it happened. */
  @Column('bigint')
  effectiveAt: number;

  /** When it was booked: later, for what is learned after its day was closed. */
  @Column('bigint')
  recordedAt: number;

  @Column('varchar', { nullable: true })
  orderId: string | null;

  @Column('varchar', { nullable: true })
  paymentId: string | null;

  /** The entry that this one undoes. */
  @Column('bigint', { nullable: true })
  reversesNumber: number | null;

  /** What else it comes from; with `sourceId`, its id. */
  @Column('varchar', { nullable: true })
  sourceKind: EntrySourceKind | null;

  @Column('varchar', { nullable: true })
  sourceId: string | null;

  /** The hash of the entry before; zeros for a shop's first. */
  @Column('varchar')
  previousHash: string;

  /** SHA-256 over the entry, its postings and `previousHash`. */
  @Column('varchar')
  hash: string;
}
