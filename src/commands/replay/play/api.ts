/*
 * What the replay reads of the server's answers. Written down here from the documentation rather
 * than imported, since the replay is a client like any other.
 */

export interface TicketServiceFact {
  readonly id: string;
  readonly serviceId: string;
  readonly priceCents: number;
  readonly barberId: string | null;
}

export interface TicketFact {
  readonly id: string;
  readonly number: number;
  readonly businessDay: string;
  readonly state: string;
  readonly note: string | null;
  readonly barberId: string | null;
  readonly requestedBarberId: string | null;
  readonly onlyRequestedBarber: boolean;
  readonly waitsForBarberMinutes: number | null;
  readonly requiredSkills: readonly string[];
  readonly services: readonly TicketServiceFact[];
  readonly joinedAt: string;
  readonly assignedAt: string | null;
  readonly calledAt: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly paidAt: string | null;
  readonly version: number;
}

export interface OpenedTicket {
  readonly ticket: TicketFact;
  readonly accessToken: string;
}

/** A customer's own ticket. */
export interface MyTicketFact {
  readonly ticket: TicketFact;
}

export interface BarberFact {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly status: 'off_duty' | 'available' | 'busy' | 'on_break';
  readonly afterTicket: 'break' | 'clock_out' | null;
}

export interface BoardFact {
  readonly sequence: number;
  readonly at: string;
  readonly barbers: readonly BarberFact[];
  readonly queue: readonly TicketFact[];
  readonly active: readonly TicketFact[];
  readonly unpaid: readonly TicketFact[];
}

export interface PaymentFact {
  readonly id: string;
  readonly tender: string;
  readonly amountCents: number;
  readonly changeCents: number | null;
}

export interface OrderFact {
  readonly id: string;
  readonly ticketId: string | null;
  readonly state: string;
  readonly totalCents: number;
  readonly payments: readonly PaymentFact[];
}

export interface CheckedOut {
  readonly order: OrderFact;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Anything that was made and can be named from then on. */
export interface Made {
  readonly id: string;
}

export interface PostingFact {
  readonly accountCode: string;
  readonly amountCents: number;
  readonly tender: string | null;
}

export interface JournalEntryFact {
  readonly number: number;
  readonly businessDay: string;
  readonly postings: readonly PostingFact[];
}
