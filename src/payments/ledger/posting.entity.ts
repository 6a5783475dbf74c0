import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CatalogKind } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';

/** One side of a journal entry: a debit is positive, a credit negative. */
@Entity('postings')
export class PostingEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @PrimaryColumn('bigint')
  entryNumber: number;

  @PrimaryColumn('integer')
  line: number;

  @Column('varchar')
  businessDay: string;

  @Column('varchar')
  accountCode: string;

  @Column('bigint')
  amountCents: number;

  @Column('varchar', { nullable: true })
  barberId: string | null;

  @Column('varchar', { nullable: true })
  tender: Tender | null;

  @Column('varchar', { nullable: true })
  orderLineId: string | null;

  @Column('varchar', { nullable: true })
  catalogKind: CatalogKind | null;

  @Column('integer', { nullable: true })
  taxBasisPoints: number | null;
}
