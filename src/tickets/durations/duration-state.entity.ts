import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDay } from '../../platform/time/business-day';
import type { DurationState } from './duration-state';

/** What a shop remembers about how long its services take. */
@Entity('duration_states')
export class DurationStateEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @Column('simple-json')
  state: DurationState;

  /** Another one with every change, so that copies in memory know whether they are still true. */
  @Column('varchar')
  revision: string;

  /** The day whose paces the state holds. */
  @Column('varchar')
  businessDay: BusinessDay;

  @Column('bigint')
  updatedAt: number;
}
