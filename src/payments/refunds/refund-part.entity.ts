import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tender } from '../tenders/tender.rules';

/** What a refund gives back of one line, or of one barber’s tip. */
@Entity('refund_parts')
export class RefundPartEntity {
  @PrimaryColumn('varchar')
  refundId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  orderId: string;

  @Column('varchar')
  kind: 'line' | 'tip';

  @Column('varchar', { nullable: true })
  orderLineId: string | null;

  @Column('varchar', { nullable: true })
  barberId: string | null;

  /** In what the tip had come in. */
  @Column('varchar', { nullable: true })
  tipTender: Tender | null;

  @Column('bigint')
  netCents: number;

  @Column('bigint')
  taxCents: number;

  @Column('bigint')
  tipCents: number;

  /** The barber's commission that goes with it; not part of the amount. */
  @Column('bigint')
  commissionCents: number;
}
