import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A business day that was closed: while locked, it takes no more entries. */
@Entity('locked_days')
export class LockedDayEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @PrimaryColumn('varchar')
  businessDay: string;

  @Column('boolean')
  isLocked: boolean;

  @Column('bigint')
  changedAt: number;
}
