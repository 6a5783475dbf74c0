import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The report of a closed day, as it was. Never changed; the database refuses it. */
@Entity('day_reports')
export class DayReportEntity {
  @PrimaryColumn('varchar')
  closeId: string;

  @Column('varchar')
  shopId: string;

  /** 1, 2, 3, ... of the closes of a shop. */
  @Column('integer')
  number: number;

  @Column('varchar')
  businessDay: string;

  @Column('integer')
  version: number;

  /** Its JSON, exactly as it is hashed. */
  @Column('text')
  report: string;

  @Column('varchar')
  reportSha256: string;

  /** The journal as far as it went. */
  @Column('bigint')
  lastEntryNumber: number;

  @Column('varchar')
  lastEntryHash: string;

  /** The hash of the close before; zeros for the first. */
  @Column('varchar')
  previousHash: string;

  @Column('varchar')
  hash: string;

  @Column('bigint')
  createdAt: number;
}
