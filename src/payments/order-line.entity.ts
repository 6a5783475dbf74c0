import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CatalogKind, Discount } from './pricing/order-pricing.types';

/** A service or product on a bill, at the price and rates of its moment. */
@Entity('order_lines')
export class OrderLineEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  orderId: string;

  @Column('integer')
  position: number;

  @Column('varchar')
  kind: CatalogKind;

  @Column('varchar')
  catalogId: string;

  @Column('varchar')
  name: string;

  @Column('varchar', { nullable: true })
  barberId: string | null;

  @Column('integer')
  quantity: number;

  /** In a package: the line's share of its price. */
  @Column('bigint')
  unitPriceCents: number;

  /** The price outside of any package. */
  @Column('bigint')
  menuUnitPriceCents: number;

  @Column('varchar', { nullable: true })
  packageId: string | null;

  /** What is taken off this line alone. */
  @Column('simple-json', { nullable: true })
  discount: Discount | null;

  @Column('boolean')
  priceIncludesTax: boolean;

  /** 0 for what is not taxable. */
  @Column('integer')
  taxBasisPoints: number;

  @Column('bigint')
  listCents: number;

  @Column('bigint')
  discountCents: number;

  @Column('bigint')
  netCents: number;

  @Column('bigint')
  taxCents: number;

  /** Frozen when the order is paid; 0 until then. */
  @Column('integer')
  commissionBasisPoints: number;

  @Column('bigint')
  commissionCents: number;
}
