import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `locked`: the report stands, its files do not yet. `reopened`: a later version replaces it. */
export type DayCloseState = 'locked' | 'closed' | 'reopened';

/** The closing of a business day; closed again after reopening, it is the next version. */
@Entity('day_closes')
export class DayCloseEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  businessDay: string;

  @Column('integer')
  version: number;

  @Column('varchar')
  state: DayCloseState;

  @Column('varchar', { nullable: true })
  closedBy: string | null;

  @Column('bigint')
  lockedAt: number;

  @Column('bigint', { nullable: true })
  closedAt: number | null;

  @Column('varchar', { nullable: true })
  reopenedBy: string | null;

  @Column('bigint', { nullable: true })
  reopenedAt: number | null;

  @Column('varchar', { nullable: true })
  reopenReason: string | null;
}
