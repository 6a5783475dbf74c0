import { missingSkills } from '../../shops/skill.rules';
import { holdsChair, type TicketState } from '../ticket.transitions';

const MINUTE_MS = 60_000;

/** How often a customer may ask for more time. */
export const DEFERRALS_MAX = 2;

/** How patient a shop is with people who are not there. */
export interface Patience {
  readonly graceMinutes: number;
  readonly remoteHoldMinutes: number;
}

interface Place {
  readonly queueKey: number;
  readonly isHere: boolean;
  readonly expectedAt: number | null;
}

/** When a customer from afar will be here; null for one who is here. */
export function expectedAt(arrivesInMinutes: number | undefined, now: number): number | null {
  return arrivesInMinutes === undefined ? null : now + arrivesInMinutes * MINUTE_MS;
}

/**
 * The place of somebody who has come just now. It becomes firm: who is here within the grace of
 * the time that was said keeps it, who is later goes behind everybody that is here.
 */
export function placeOnArrival(ticket: Place, shop: Patience, now: number): number {
  const inTimeUntil = (ticket.expectedAt ?? now) + shop.graceMinutes * MINUTE_MS;
  return now <= inTimeUntil ? ticket.queueKey : Math.max(ticket.queueKey, now);
}

/** A booked slot is given to those who wait this long after its time. */
const SLOT_RELEASED_AFTER_MS = 12 * MINUTE_MS;

/**
 * What the arrival of a customer with a booked slot does: the wait begins. In time, the place is
 * that of the slot; after the slot was given away it is that of any walk-in.
 */
export function arrivalAtSlot(bookedAt: number, now: number) {
  const isInTime = now < bookedAt + SLOT_RELEASED_AFTER_MS;
  return { joinedAt: now, queueKey: isInTime ? bookedAt : now };
}

/** Whether a customer who came for a slot came before it was given away. */
export function hasSlot(ticket: {
  readonly bookedAt: number | null;
  readonly joinedAt: number;
  readonly deferrals: number;
}): boolean {
  const { bookedAt, joinedAt, deferrals } = ticket;
  return bookedAt !== null && deferrals === 0 && joinedAt < bookedAt + SLOT_RELEASED_AFTER_MS;
}

/** The earliest slot that is not given away yet. */
export function oldestSlot(now: number): number {
  return now - SLOT_RELEASED_AFTER_MS;
}

/** What more time does to a place: each minute asked for costs a minute of it. */
export function deferred(ticket: Place, minutes: number, now: number) {
  const more = minutes * MINUTE_MS;
  const until = (ticket.isHere ? now : Math.max(ticket.expectedAt ?? now, now)) + more;
  return { queueKey: ticket.queueKey + more, expectedAt: until, deferredUntil: until };
}

/** Until when the place of somebody on the way, or the chair of somebody called, is kept. */
export function heldUntil(
  ticket: Place & {
    readonly state: TicketState;
    readonly assignedAt: number | null;
    readonly calledAt: number | null;
    readonly startedAt: number | null;
  },
  shop: Patience,
): number | null {
  if (ticket.state === 'waiting' && !ticket.isHere && ticket.expectedAt !== null) {
    return ticket.expectedAt + shop.remoteHoldMinutes * MINUTE_MS;
  }
  const since = ticket.calledAt ?? ticket.assignedAt;
  if (!holdsChair(ticket.state) || ticket.startedAt !== null || since === null) return null;
  return since + shop.graceMinutes * MINUTE_MS;
}

interface Turn {
  readonly id: string;
  readonly queueKey: number;
  readonly requiredSkills: readonly string[];
  readonly requestedBarberId: string | null;
  readonly onlyRequestedBarber: boolean;
}

/** Whether the barber who takes one ticket would have taken another, had its customer been here. */
export function isPassedOver(
  away: Turn,
  taken: Turn,
  barber: { readonly id: string; readonly skills: readonly string[] },
): boolean {
  const isBefore =
    away.queueKey < taken.queueKey || (away.queueKey === taken.queueKey && away.id < taken.id);
  const isWanted = !away.onlyRequestedBarber || away.requestedBarberId === barber.id;
  return isBefore && isWanted && missingSkills(away.requiredSkills, barber.skills).length === 0;
}
