import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that a barber does for a customer. */
@Entity('services')
export class ServiceEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  name: string;

  @Column('bigint')
  priceCents: number;

  @Column('integer')
  durationMinutes: number;

  /** All of these a barber must have to do it. */
  @Column('simple-json')
  skills: string[];

  @Column('boolean')
  isTaxable: boolean;

  /** Its own rate of tax; null: the shop's. */
  @Column('integer', { nullable: true })
  taxBasisPoints: number | null;

  /** Whether its price contains the tax; null: as the shop's prices do. */
  @Column('boolean', { nullable: true })
  priceIncludesTax: boolean | null;

  /** What is no longer offered stays, for the sake of its past. */
  @Column('boolean')
  isActive: boolean;

  /** Place in lists, lowest first. */
  @Column('integer')
  position: number;

  @Column('integer')
  version: number;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  updatedAt: number;
}
