import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A barber's part of an order's tip. */
@Entity('tip_shares')
export class TipShareEntity {
  @PrimaryColumn('varchar')
  orderId: string;

  @PrimaryColumn('varchar')
  barberId: string;

  @Column('varchar')
  shopId: string;

  @Column('bigint')
  tipCents: number;
}
