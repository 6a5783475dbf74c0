/** A ticket in the queue, as far as the choice of a barber goes. */
export interface WaitingTicket {
  readonly ticketId: string;
  readonly requiredSkills: readonly string[];
  readonly requestedBarberId: string | null;
  readonly onlyRequestedBarber: boolean;
}

/** A barber on shift. */
export interface BarberOnShift {
  readonly barberId: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly status: 'free' | 'busy' | 'on_break';
  /** Since when he has had no ticket; UTC epoch milliseconds. */
  readonly idleSince: number;
}

/** What speaks for a barber, or rules him out. */
export const CANDIDATE_REASONS = [
  'requested',
  'longest_idle',
  'less_idle',
  'busy',
  'on_break',
  'not_requested',
  'missing_skill',
] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

/** How a barber fared in a decision. */
export interface Candidate {
  readonly barberId: string;
  readonly name: string;
  /** Whether all hard constraints allowed him. */
  readonly isEligible: boolean;
  readonly why: CandidateReason;
  readonly idleMinutes: number | null;
  /** 1 is the chosen one; null for those who were ruled out. */
  readonly rank: number | null;
}

/** A ticket goes to a barber. */
export interface Decision {
  readonly ticketId: string;
  readonly barberId: string;
  readonly policy: string;
  /** The reason, for people. */
  readonly sentence: string;
  readonly candidates: readonly Candidate[];
}
