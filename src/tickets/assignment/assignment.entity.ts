import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Candidate, VerdictReasons } from './verdict';

/** Why a ticket went to a barber; kept for good. */
@Entity('assignments')
export class AssignmentEntity {
  @PrimaryColumn('varchar')
  id: string;

  @Column('varchar')
  shopId: string;

  @Column('varchar')
  ticketId: string;

  @Column('varchar')
  barberId: string;

  /** What decided: a version of the dispatcher's rules, or people. */
  @Column('varchar')
  policy: string;

  @Column('varchar')
  sentence: string;

  /** The numbers behind the sentence; null for old decisions of people. */
  @Column('simple-json', { nullable: true })
  reasons: VerdictReasons | null;

  @Column('simple-json')
  candidates: readonly Candidate[];

  @Column('bigint')
  decidedAt: number;
}
