import type { Explanation } from './explanations';
import type { IndexTerms } from './index-rule';

/** What speaks for a barber, or rules him out. */
export const CANDIDATE_REASONS = [
  'requested',
  'lowest_total',
  'higher_total',
  'busy',
  'on_break',
  'not_requested',
  'missing_skill',
  'would_not_end_in_time',
] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

/** How a barber fared in a decision. */
export interface Candidate {
  readonly barberId: string;
  readonly name: string;
  /** Whether all hard constraints allowed him. */
  readonly isEligible: boolean;
  readonly why: CandidateReason;
  /** 1 is the chosen one; null for those who were ruled out. */
  readonly rank: number | null;
  /** What giving him the ticket costs, the sum of the terms; null for those who were ruled out. */
  readonly total: number | null;
  readonly terms: IndexTerms | null;
}

/** The numbers behind a decision, beyond those of the candidates. */
export interface VerdictReasons {
  readonly code: Explanation['code'];
  readonly parameters: Explanation['parameters'];
  readonly waitedMinutes: number;
  readonly expectedMinutes: number;
  readonly passedTicketIds: readonly string[];
  readonly lookAheadSaved: number | null;
}

/** A ticket goes to a barber, as it is written down. */
export interface Verdict {
  readonly ticketId: string;
  readonly barberId: string;
  readonly policy: string;
  /** The reason, for people. */
  readonly sentence: string;
  /** Null for old decisions of people. */
  readonly reasons: VerdictReasons | null;
  readonly candidates: readonly Candidate[];
}
