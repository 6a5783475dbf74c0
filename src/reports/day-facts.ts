/** What the books say of a day: one row an account, barber and tender. */
export interface PostingSum {
  readonly accountCode: string;
  readonly barberId: string | null;
  readonly tender: string | null;
  /** Debits less credits. */
  readonly amountCents: number;
  /** Debits alone, and how many of them there are. */
  readonly debitCents: number;
  readonly debits: number;
}

export interface TaxSum {
  readonly basisPoints: number;
  readonly amountCents: number;
}

/** Entries of one hour; hours are counted from the start of the business day. */
export interface HourOfBooks {
  readonly hour: number;
  readonly salesCents: number;
  readonly entries: number;
  /** Entries whose postings are not zero together: there must be none. */
  readonly unbalanced: number;
}

export interface TicketGroup {
  readonly state: string;
  readonly barberId: string | null;
  readonly tickets: number;
  readonly paid: number;
  /** Time from the start in the chair to the end. */
  readonly chairMs: number;
}

export interface HourOfArrivals {
  readonly hour: number;
  readonly tickets: number;
}

/** How many customers waited for so long before they sat down. */
export interface WaitCount {
  readonly waitSeconds: number;
  readonly tickets: number;
}

/** Pieces sold by somebody in orders that were paid on the day. */
export interface SoldCount {
  readonly barberId: string | null;
  readonly kind: 'service' | 'product';
  readonly quantity: number;
}

export interface BarberTime {
  readonly barberId: string;
  readonly ms: number;
}

export interface OpenTicket {
  readonly id: string;
  readonly number: number;
  readonly state: string;
}

export interface OpenOrder {
  readonly id: string;
  readonly ticketId: string | null;
  readonly totalCents: number;
  readonly paidCents: number;
}

/** Who left without a cut, and what that would have been by list prices. */
export interface LossSum {
  /** Tickets that ended without a cut, or parties that never took one. */
  readonly of: 'tickets' | 'walk_ins';
  readonly count: number;
  readonly people: number;
  readonly lostCents: number;
}

/** All that a day's report is made of, as the database gives it. */
export interface DayFacts {
  readonly sums: readonly PostingSum[];
  readonly taxes: readonly TaxSum[];
  readonly booksByHour: readonly HourOfBooks[];
  readonly tickets: readonly TicketGroup[];
  readonly arrivalsByHour: readonly HourOfArrivals[];
  readonly waits: readonly WaitCount[];
  readonly losses: readonly LossSum[];
  readonly sold: readonly SoldCount[];
  readonly shifts: readonly BarberTime[];
  readonly breaks: readonly BarberTime[];
  readonly barbers: readonly { readonly id: string; readonly name: string }[];
  readonly openTickets: readonly OpenTicket[];
  readonly openOrders: readonly OpenOrder[];
}
