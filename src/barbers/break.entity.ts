import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A pause in a shift. At most one of a barber is open. */
@Entity('breaks')
export class BreakEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  shiftId: string;

  @Column('varchar')
  barberId: string;

  @Column('bigint')
  startedAt: number;

  @Column('bigint', { nullable: true })
  endedAt: number | null;

  /** How long it is meant to last; null: nobody has said. */
  @Column('integer', { nullable: true })
  plannedMinutes: number | null;

  /** Why it began by itself; null when somebody asked for it. */
  @Column('varchar', { nullable: true })
  reason: string | null;
}
