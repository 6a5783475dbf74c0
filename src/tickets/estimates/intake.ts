import type { WaitEstimate } from './estimate-waits';
import type { JoinQuotes } from './join-quotes';

/** Whether the queue still takes people for a service. */
export interface IntakeDecision {
  isOpen: boolean;
  /** Chance of being called before everybody goes home, joining now. */
  probabilitySeated: number;
  /** Barbers for whom alone it is already too late, though somebody else could do it. */
  closedBarberIds: readonly string[];
}

/** A promise of a chair is kept at least this often. */
const LEAST_CHANCE_SEATED = 0.85;

/** Closes the list for a service by the chance of being seated, not by the clock. */
export function decideIntake(
  quotes: JoinQuotes,
  leastChance: number = LEAST_CHANCE_SEATED,
): IntakeDecision {
  const chanceOf = (estimate: WaitEstimate): number => 1 - estimate.probabilityNotSeated;
  const probabilitySeated = !quotes.canAnybody ? 0 : chanceOf(quotes.anyone);
  return {
    isOpen: probabilitySeated >= leastChance,
    probabilitySeated,
    closedBarberIds: quotes.onlyBarber
      .filter(({ estimate }) => chanceOf(estimate) < leastChance)
      .map(({ barberId }) => barberId),
  };
}
