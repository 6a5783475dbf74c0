/** Sums over log(minutes / menu minutes) of completed services; a weight of 1 is one service. */
export interface LogSum {
  weight: number;
  sum: number;
  sumOfSquares: number;
}

/** One barber's completed services since this morning, as surprises against the long-run model. */
export interface PaceSum {
  weight: number;
  sum: number;
}

/**
 * All that a shop remembers about how long its services take. Plain JSON: stored beside the shop,
 * read at start, changed only by `learnCompletion` and `startDay`.
 */
export interface DurationState {
  version: 1;
  /** First by service, then by barber id. */
  cells: Record<string, Record<string, LogSum>>;
  /** By barber id. */
  today: Record<string, PaceSum>;
}

/** A service that has just ended, as the ticket's log has it. */
export interface Completion {
  barberId: string;
  /** The learner's key: a catalog service, or a service with its add-on. */
  service: string;
  /** What the menu says that the service takes. */
  menuMinutes: number;
  /** What it took in the chair, clean-up included. */
  minutes: number;
}

/** A shop that has seen nobody yet. */
export function emptyDurationState(): DurationState {
  return { version: 1, cells: {}, today: {} };
}
