import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LeaveReason } from '../leave-reasons.rules';
import type { LossBasis } from './loss.policy';

/** People who looked in and left before they took a ticket, and what that cost. */
@Entity('lost_walk_ins')
export class LostWalkInEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  businessDay: string;

  @Column('integer')
  partySize: number;

  @Column('varchar')
  reason: LeaveReason;

  @Column('varchar', { nullable: true })
  note: string | null;

  /** The wait that they were told. */
  @Column('integer', { nullable: true })
  quotedMinutes: number | null;

  @Column('simple-json')
  serviceIds: readonly string[];

  @Column('bigint')
  lostCents: number;

  @Column('varchar')
  basis: LossBasis;

  @Column('bigint')
  lostAt: number;
}
