import type { JournalEntryFact, OrderFact, TicketFact } from './play/api';
import type { Acknowledgement } from './play/diary';
import type { OpenedShop } from './play/floor';
import type { HeardStream } from './play/listener';
import type { RecordedDay } from './recording/recorded-day';

/** What the server says at the end, asked by its API. */
export interface FinalFacts {
  readonly tickets: readonly TicketFact[];
  readonly orders: readonly OrderFact[];
  readonly entries: readonly JournalEntryFact[];
  /** The day reports by business day, as they were answered. */
  readonly reports: ReadonlyMap<string, unknown>;
  /** Sequence of the shop's last event. */
  readonly head: number;
}

/** All that is known of a shop's replay, from both sides. The checks look at nothing else. */
export interface Evidence {
  readonly shop: OpenedShop;
  readonly days: readonly RecordedDay[];
  readonly acknowledged: readonly Acknowledgement[];
  /** Ticket of each visit that took one. */
  readonly ticketOfVisit: ReadonlyMap<string, string>;
  /** What went wrong while playing. */
  readonly faults: readonly string[];
  readonly lostRaces: number;
  readonly streams: readonly HeardStream[];
  /** `monotonicMs` of the commit of each event, by sequence; the killed took some along. */
  readonly commits: ReadonlyMap<number, number>;
  readonly kills: number;
  /** Answers to repeated requests that came from the run before the server was killed. */
  readonly replayedAnswers: number;
  readonly playSeconds: number;
  readonly facts: FinalFacts;
}
