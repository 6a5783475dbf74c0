import type { DayTicket } from './day-file';

/** What became of one ticket. */
export interface Visit {
  ticket: DayTicket;
  outcome: 'served' | 'noshow' | 'left' | 'closed';
  /** When the ticket was called to a chair; null if never. */
  calledAt: number | null;
  /** Index of the barber; null if never called. */
  barber: number | null;
  /** When the ticket left the queue, by whatever way. */
  goneAt: number;
}

/** A simulated day, as the metrics see it. */
export interface DayRecord {
  day: number;
  visits: Visit[];
  /** By barber: minutes in the chair, earnings, and minutes after the end of the shift. */
  busyMinutes: number[];
  earned: number[];
  overtimeMinutes: number[];
  /** Milliseconds that each decision took; empty unless a stopwatch was given. */
  decisionMs: number[];
}
