import { Refusal } from './caller';

/** What the server has confirmed to have done to a ticket. */
export type Deed =
  | 'opened'
  | 'called'
  | 'requeued'
  | 'started'
  | 'service_added'
  | 'transferred'
  | 'completed'
  | 'paid'
  | 'cancelled'
  | 'walked_out'
  | 'no_show';

export interface Acknowledgement {
  readonly deed: Deed;
  readonly visit: string;
  readonly ticketId: string;
}

/** Refusals that mean: somebody else was faster. Only where things overlap. */
const LOST_RACES: readonly string[] = [
  'TICKET_TRANSITION_ILLEGAL',
  'TICKET_VERSION_STALE',
  'TICKET_NOT_FOUND',
  'BARBER_NOT_AVAILABLE',
];

/** What the actors keep a note of, so that it can be compared with what the server says later. */
export class Diary {
  readonly acknowledged: Acknowledgement[] = [];
  /** Ticket of each visit. */
  readonly tickets = new Map<string, string>();
  /** What went wrong while playing, one sentence each. */
  readonly faults: string[] = [];
  lostRaces = 0;

  constructor(
    /** In a stepped replay nobody can be faster than anybody. */
    private readonly mayLoseRaces: boolean,
  ) {}

  acknowledge(deed: Deed, visit: string, ticketId: string): void {
    this.acknowledged.push({ deed, visit, ticketId });
    if (deed === 'opened') this.tickets.set(visit, ticketId);
  }

  hasHappened(deed: Deed, visit: string): boolean {
    return this.acknowledged.some((entry) => entry.deed === deed && entry.visit === visit);
  }

  fault(error: unknown): void {
    if (this.mayLoseRaces && error instanceof Refusal && LOST_RACES.includes(error.code)) {
      this.lostRaces += 1;
      return;
    }
    this.faults.push(error instanceof Error ? error.message : String(error));
  }
}
