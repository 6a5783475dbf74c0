import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line or a tip that was given to another barber after the sale. The latest counts. */
@Entity('corrections')
export class CorrectionEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  orderId: string;

  @Column('varchar')
  kind: 'line' | 'tip';

  @Column('varchar', { nullable: true })
  orderLineId: string | null;

  @Column('varchar', { nullable: true })
  fromBarberId: string | null;

  @Column('varchar')
  toBarberId: string;

  @Column('bigint')
  tipCents: number;

  /** The rate of the barber who has the line now. */
  @Column('integer')
  commissionBasisPoints: number;

  @Column('bigint')
  commissionCents: number;

  @Column('varchar')
  reason: string;

  @Column('varchar')
  businessDay: string;

  @Column('varchar', { nullable: true })
  correctedBy: string | null;

  @Column('bigint')
  correctedAt: number;
}
