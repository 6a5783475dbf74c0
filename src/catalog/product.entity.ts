import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is sold over the counter. */
@Entity('products')
export class ProductEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  name: string;

  @Column('bigint')
  priceCents: number;

  @Column('boolean')
  isTaxable: boolean;

  /** Its own rate of tax; null: the shop's. */
  @Column('integer', { nullable: true })
  taxBasisPoints: number | null;

  /** Whether its price contains the tax; null: as the shop's prices do. */
  @Column('boolean', { nullable: true })
  priceIncludesTax: boolean | null;

  /** What is no longer sold stays, for the sake of its past. */
  @Column('boolean')
  isActive: boolean;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
