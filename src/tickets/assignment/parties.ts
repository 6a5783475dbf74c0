import type { DispatchSettings } from './dispatch-settings';
import { type Floor, NONE } from './floor';
import { hasChairs, isKeptFor, keepChairs, lookAtParty } from './party-chairs';

/** What a member of a party that wants to sit side by side may do now. */
export type PartySeating =
  /** Chairs are free for all: take one that leaves the others theirs. */
  | 'together'
  /** A chair is kept, because the missing ones are expected soon. */
  | 'keep'
  /** There is no use in waiting, or none any more: sit down one after the other. */
  | 'apart';

/**
 * Whether a member of a party that wants to sit side by side may start: there are chairs for all
 * of them, each with a barber who can do what that member needs and whom the member wants; or the
 * missing chairs are not expected within the time that a chair is kept, or that time has passed.
 * So nobody's wish leaves a chair empty for long.
 */
export function seatingOf(
  floor: Floor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): PartySeating {
  const party = floor.partyOf[ticket] as number;
  if (isKeptFor(floor, party)) return 'keep';
  const heldSince = floor.partyHeldSince[party] as number;
  const holdUntil = (Number.isNaN(heldSince) ? now : heldSince) + settings.sideBySideHoldMinutes;
  const count = lookAtParty(floor, party, now, holdUntil, settings);
  if (count === NONE) return 'apart';
  if (hasChairs(floor, count, 'now')) return 'together';
  if (now >= holdUntil || !hasChairs(floor, count, 'soon')) return 'apart';
  const kept = keepChairs(floor, party);
  if (kept > 0 && Number.isNaN(heldSince)) floor.partyHeldSince[party] = now;
  return 'keep';
}

/** Whether the others of the party still have chairs when this member takes this one. */
export function leavesChairs(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  settings: DispatchSettings,
): boolean {
  const party = floor.partyOf[ticket] as number;
  const count = lookAtParty(floor, party, now, now, settings);
  return count === NONE || hasChairs(floor, count, 'now', { ticket, barber });
}
