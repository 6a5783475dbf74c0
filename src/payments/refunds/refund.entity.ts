import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tender } from '../tenders/tender.rules';
import type { RefundDestination, RefundState } from './refund.rules';

/** Money that goes back from one payment, the way it came or as store credit. */
@Entity('refunds')
export class RefundEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  orderId: string;

  @Column('varchar')
  paymentId: string;

  @Column('varchar')
  state: RefundState;

  @Column('varchar')
  destination: RefundDestination;

  /** In what it goes back. */
  @Column('varchar')
  tender: Tender;

  /** Whose drawer pays it, in a shop with more than one register. */
  @Column('varchar', { nullable: true })
  registerId: string | null;

  @Column('varchar')
  currency: string;

  /** What it gives back of the order. */
  @Column('bigint')
  amountCents: number;

  /** What rounding to coins adds to the amount, or takes off it when negative. */
  @Column('bigint')
  roundingCents: number;

  @Column('varchar')
  reason: string;

  /** The provider's or the store credit's own name for it. */
  @Column('varchar', { nullable: true })
  reference: string | null;

  @Column('varchar', { nullable: true })
  failure: string | null;

  /** The day in whose books it stands; null until it is certain. */
  @Column('varchar', { nullable: true })
  businessDay: string | null;

  @Column('varchar', { nullable: true })
  requestedBy: string | null;

  @Column('bigint')
  requestedAt: number;

  @Column('bigint', { nullable: true })
  completedAt: number | null;
}
