import type { EstimateReason } from './estimate-reasons.policy';

/** Whole minutes from one moment, and the clock times (UTC epoch milliseconds) they lead to. */
export interface ToldWait {
  readonly medianMinutes: number;
  /** Eight of ten waits end between this ... */
  readonly lowMinutes: number;
  /** ... and this. */
  readonly highMinutes: number;
  readonly startsAt: number;
  readonly earliestAt: number;
  readonly latestAt: number;
}

/** What a waiting customer was told last. Kept with the ticket. */
export interface StoredEstimate {
  /** Null: nobody who could take this customer is at work. */
  readonly wait: ToldWait | null;
  readonly reason: EstimateReason;
  readonly computedAt: number;
  /** The last event of the shop that it takes into account. */
  readonly sequence: number;
}
