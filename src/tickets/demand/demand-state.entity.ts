import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDay } from '../../platform/time/business-day';
import type { DemandState } from './demand-state';

/** What a shop remembers of who comes and when. */
@Entity('demand_states')
export class DemandStateEntity {
  @PrimaryColumn('varchar')
  shopId: string;

  @Column('simple-json')
  state: DemandState;

  /** Another one with every change, so that copies in memory know whether they are still true. */
  @Column('varchar')
  revision: string;

  /** The day on which it was learned, from the days before. */
  @Column('varchar')
  businessDay: BusinessDay;

  @Column('bigint')
  updatedAt: number;
}
