import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDay } from '../../platform/time/business-day';
import type { WorkDay, WorkWeek } from './work-plan.rules';

/** The hours that a barber works in a usual week. */
@Entity('barber_hours')
export class BarberHoursEntity {
  @PrimaryColumn('varchar')
  barberId: string;

  @Column('varchar')
  shopId: string;

  @Column('simple-json')
  week: WorkWeek;

  @Column('integer')
  version: number;

  @Column('bigint')
  updatedAt: number;
}

/** A day on which a barber works other hours than usual, or does not come. */
@Entity('barber_days')
export class BarberDayEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  barberId: string;

  @Column('varchar')
  day: BusinessDay;

  /** Null: does not come. */
  @Column('simple-json', { nullable: true })
  hours: WorkDay | null;

  @Column('varchar', { nullable: true })
  reason: string | null;

  @Column('bigint')
  updatedAt: number;
}
