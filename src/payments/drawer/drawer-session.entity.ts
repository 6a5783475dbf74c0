import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Denomination } from './drawer.rules';

/** A drawer from its float to its count. Ends by the count, not by midnight. */
@Entity('drawer_sessions')
export class DrawerSessionEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  /** Null: the drawer of a shop with only one. */
  @Column('varchar', { nullable: true })
  registerId: string | null;

  @Column('varchar')
  state: 'open' | 'counted';

  /** The day that it was opened on. */
  @Column('varchar')
  businessDay: string;

  @Column('bigint')
  floatCents: number;

  @Column('varchar', { nullable: true })
  openedBy: string | null;

  @Column('bigint')
  openedAt: number;

  @Column('simple-json', { nullable: true })
  denominations: Denomination[] | null;

  @Column('bigint', { nullable: true })
  countedCents: number | null;

  /** By the books, when it was counted. */
  @Column('bigint', { nullable: true })
  expectedCents: number | null;

  /** Counted less expected. */
  @Column('bigint', { nullable: true })
  differenceCents: number | null;

  @Column('varchar', { nullable: true })
  countedBy: string | null;

  @Column('bigint', { nullable: true })
  countedAt: number | null;
}
