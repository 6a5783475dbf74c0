import type { Actor } from '../database/command';

/** A fact about a shop, in the past tense: ids and values, nothing that needs explaining. */
export interface NewEvent<Type extends string = string, Data extends object = object> {
  /** `ticket.assigned`, `payment.captured`, ... Stable: part of the public contract. */
  readonly type: Type;
  /** The ticket that the event is about, if any; decides whether a customer hears of it. */
  readonly ticketId?: string | null;
  /** Barbers that the event concerns as persons, e.g. whose earnings it tells. */
  readonly barberIds?: readonly string[];
  readonly data: Data;
}

/** An event as it was committed. */
export interface RecordedEvent extends NewEvent {
  readonly shopId: string;
  /** Position in the shop's history: 1, 2, 3, ... without gaps, in commit order. */
  readonly sequence: number;
  readonly id: string;
  /** UTC epoch milliseconds. */
  readonly occurredAt: number;
  readonly traceId: string;
  readonly actor: Actor;
  readonly ticketId: string | null;
  readonly barberIds: readonly string[];
}
