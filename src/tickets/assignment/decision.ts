import type { Explanation } from './explanations';
import type { IndexTerms } from './index-rule';

/** What to do now. Applying all of it and asking again at once changes nothing more. */
export interface Decision {
  assignments: readonly Assignment[];
  breaksToStart: readonly BreakToStart[];
  /** Everybody who still waits, in order, and why. */
  holds: readonly Hold[];
  /** Ask again at this moment even if nothing happens before; null when only events matter. */
  nextCheckAt: number | null;
}

export interface Assignment {
  ticketId: string;
  barberId: string;
  reasons: AssignmentReasons;
}

/** Stored with the ticket: the numbers for staff, the sentence for the customer. */
export interface AssignmentReasons {
  explanation: Explanation;
  waitedMinutes: number;
  expectedMinutes: number;
  /** Those who joined earlier and still wait, because no free barber may serve them. */
  passedTicketIds: readonly string[];
  /** The free barbers who may serve this ticket, the lowest total first. */
  candidates: readonly Candidate[];
  /** Cost saved by departing from the usual choice; null in default mode. */
  lookAheadSaved: number | null;
}

export interface Candidate {
  barberId: string;
  total: number;
  terms: IndexTerms;
}

export interface BreakToStart {
  barberId: string;
  minutes: number;
  explanation: Explanation;
}

export interface Hold {
  ticketId: string;
  explanation: Explanation;
  /** For a party that wants to sit side by side: keep this with its tickets. */
  chairHeldSince: number | null;
}
