import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Discount } from '../pricing/order-pricing.types';

/** A discount that the shop promises to whoever names its code, as long as its budget lasts. */
@Entity('promotions')
export class PromotionEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** In upper case, unique in the shop. */
  @Column('varchar')
  code: string;

  @Column('varchar')
  name: string;

  /** Its reason is the promotion's code. */
  @Column('simple-json')
  discount: Discount;

  @Column('bigint', { nullable: true })
  startsAt: number | null;

  @Column('bigint', { nullable: true })
  endsAt: number | null;

  /** What it may take off all bills together; null: no limit. */
  @Column('bigint', { nullable: true })
  budgetCents: number | null;

  /** What it has taken off, open bills included. Never above the budget. */
  @Column('bigint')
  spentCents: number;

  /** Whether it goes with other discounts. */
  @Column('boolean')
  isStackable: boolean;

  @Column('boolean')
  isActive: boolean;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
