import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Discount, TipChoice, TipSplit } from './pricing/order-pricing.types';
import type { AppliedPromotion } from './promotions/promotion.rules';

/** `open` until the last cent is paid; `voided` when nothing is to be paid after all. */
export type OrderState = 'open' | 'paid' | 'voided';

/** A bill: what is sold, its price, and how much of it has been paid. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** Null when somebody buys without having been served, such as a tin of wax. */
  @Column('varchar', { nullable: true })
  ticketId: string | null;

  /** The day that it was opened on; what is paid belongs to the day of its journal entry. */
  @Column('varchar')
  businessDay: string;

  @Column('varchar')
  state: OrderState;

  @Column('varchar')
  currency: string;

  @Column('boolean')
  pricesIncludeTax: boolean;

  @Column('simple-json', { nullable: true })
  discount: Discount | null;

  @Column('simple-json')
  tip: TipChoice;

  /** Null: by service. */
  @Column('simple-json', { nullable: true })
  tipSplit: TipSplit | null;

  /** The packages that were chosen; null: those that are recognised. */
  @Column('simple-json', { nullable: true })
  packageIds: string[] | null;

  /** What has come off by promotions, as it stood when they were applied. */
  @Column('simple-json')
  promotions: AppliedPromotion[];

  @Column('bigint')
  listCents: number;

  @Column('bigint')
  discountCents: number;

  @Column('bigint')
  netCents: number;

  @Column('bigint')
  taxCents: number;

  @Column('bigint')
  tipCents: number;

  @Column('bigint')
  totalCents: number;

  @Column('bigint')
  paidCents: number;

  @Column('integer')
  version: number;

  @Column('bigint')
  openedAt: number;

  @Column('bigint', { nullable: true })
  paidAt: number | null;

  /** The day in whose books the sale stands; stored, since a shop may change when its day begins. */
  @Column('varchar', { nullable: true })
  paidBusinessDay: string | null;
}
