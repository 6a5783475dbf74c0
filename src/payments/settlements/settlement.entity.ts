import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettledTender } from './settlement-match.rules';

/** What a provider says it has settled, as it said it, and what that did to the books. */
@Entity('settlements')
export class SettlementEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  tender: SettledTender;

  /** The provider's name for the file. */
  @Column('varchar')
  reference: string;

  @Column('varchar')
  contentSha256: string;

  @Column('bigint')
  periodEnd: number;

  @Column('bigint')
  grossCents: number;

  @Column('bigint')
  feeCents: number;

  @Column('bigint')
  netCents: number;

  /** What earlier files owed; zero or negative. */
  @Column('bigint')
  carriedInCents: number;

  @Column('bigint')
  paidOutCents: number;

  @Column('bigint')
  carriedOutCents: number;

  @Column('varchar')
  businessDay: string;

  @Column('varchar', { nullable: true })
  importedBy: string | null;

  @Column('bigint')
  importedAt: number;
}
