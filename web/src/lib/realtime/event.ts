import type { Barber, Ticket } from '../api/types';

/** What the sockets send: one row of the shop's history, as far as this page may see it. */
export interface ShopEvent {
  readonly sequence: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly ticketId: string | null;
  readonly data: {
    readonly ticket?: Ticket;
    readonly barber?: Barber;
    readonly [other: string]: unknown;
  };
}
