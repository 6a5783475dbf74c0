import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a barber was paid of commission and tips, up to an entry of the journal. */
@Entity('payouts')
export class PayoutEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  runId: string;

  @Column('varchar')
  barberId: string;

  @Column('varchar')
  method: 'bank' | 'cash';

  /** Negative when refunds took more than was earned. */
  @Column('bigint')
  commissionCents: number;

  @Column('bigint')
  tipCents: number;

  /** What the barber had of the shop's money on an own account; taken off. */
  @Column('bigint')
  heldCents: number;

  @Column('bigint')
  amountCents: number;

  /** The statement begins after this entry... */
  @Column('bigint')
  afterEntry: number;

  /** ...and ends with this one. */
  @Column('bigint')
  upToEntry: number;

  @Column('varchar')
  businessDay: string;

  @Column('varchar', { nullable: true })
  paidBy: string | null;

  @Column('bigint')
  paidAt: number;
}
