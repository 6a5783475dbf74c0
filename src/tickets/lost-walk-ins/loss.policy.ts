/** What an estimate of a loss goes by. */
export const LOSS_BASES = ['services', 'average_ticket', 'unknown'] as const;
export type LossBasis = (typeof LOSS_BASES)[number];

/** List prices: what was asked for, or what tickets came to lately. */
export interface Prices {
  /** Of the services that each of the party wanted; empty when nobody asked. */
  readonly wantedCents: readonly number[];
  /** Null for a shop without a past. */
  readonly averageTicketCents: number | null;
}

/** What a party that left would have paid, before discount and tip. */
export function lossOf(partySize: number, prices: Prices): { lostCents: number; basis: LossBasis } {
  if (prices.wantedCents.length > 0) {
    const each = prices.wantedCents.reduce((sum, cents) => sum + cents, 0);
    return { lostCents: each * partySize, basis: 'services' };
  }
  if (prices.averageTicketCents === null) return { lostCents: 0, basis: 'unknown' };
  return { lostCents: prices.averageTicketCents * partySize, basis: 'average_ticket' };
}
