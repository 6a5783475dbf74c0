/**
 * What an imperfect day costs, in minutes of a customer's waiting. The look-ahead minimises it and
 * the benchmark reports it, so that both mean the same.
 */

/** A customer who left, or was still waiting at closing. */
export const LOST_COST = 90;
/** Served by somebody else than the barber asked for. */
export const MISSED_REQUEST_COST = 6;
/** Served by somebody else although only that barber would do, or by somebody without the skill. */
export const BROKEN_PROMISE_COST = 60;

/** A minute that a barber stays after the shift; the look-ahead's, not part of the benchmark's. */
export const OVERTIME_COST = 1.5;

/** The second half hour of a wait hurts more than the first. */
export function waitCost(minutes: number): number {
  return minutes * (1 + minutes / 60);
}
