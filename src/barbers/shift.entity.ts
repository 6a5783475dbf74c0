import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessDay } from '../platform/time/business-day';
import type { ShiftPlan } from './barber-status.rules';

/** A barber's time at work, from clocking in to clocking out. At most one is open. */
@Entity('shifts')
export class ShiftEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  barberId: string;

  @Column('bigint')
  startedAt: number;

  @Column('bigint', { nullable: true })
  endedAt: number | null;

  /** Since when he could have had a customer: the start, the last one's end, or the break's. */
  @Column('bigint')
  idleSince: number;

  /** The ticket that has his chair; the tickets module says so. */
  @Column('varchar', { nullable: true })
  ticketId: string | null;

  /** Comes true in the unit that empties the chair; null while it is empty. */
  @Column('varchar', { nullable: true })
  plan: ShiftPlan | null;

  /** When he means to go home; null: nobody has said. Nobody new who would keep him much longer. */
  @Column('bigint', { nullable: true })
  plannedEndsAt: number | null;

  /** The break still to come begins between these two moments; null when there is none. */
  @Column('bigint', { nullable: true })
  restEarliestAt: number | null;

  @Column('bigint', { nullable: true })
  restLatestAt: number | null;

  @Column('integer', { nullable: true })
  restMinutes: number | null;

  /** When the ticket that has the chair was expected to be done, as it was given. */
  @Column('bigint', { nullable: true })
  ticketEndsAt: number | null;

  /** List prices of the services done in this shift. */
  @Column('bigint')
  earnedCents: number;

  /** Time in this shift with a customer in the chair who was served to the end. */
  @Column('bigint')
  workedMs: number;

  @Column('varchar')
  businessDay: BusinessDay;
}
