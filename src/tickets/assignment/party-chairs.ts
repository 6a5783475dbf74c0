import { expectedFreeAt, isFree, isRequestReleased, mayTake } from './availability';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, NONE } from './floor';

/** Larger parties sit down as chairs come free. */
const SIDE_BY_SIDE_MAX = 8;

/** A barber's chair as a member may use it: not at all, once it is free, or now. */
const NEVER = 0;
const SOON = 1;
const NOW = 2;

/** Who of a party could sit where. Kept between calls, so that futures allocate nothing. */
const members = new Int32Array(SIDE_BY_SIDE_MAX);
let chairs = new Uint8Array(0);
let takenBy = new Int32Array(0);
const hasChair = new Uint8Array(SIDE_BY_SIDE_MAX);
let isTried = new Uint8Array(0);

/** Fills the table for the members who wait and are there; gives how many, or NONE for too many. */
export function lookAtParty(
  floor: Floor,
  party: number,
  now: number,
  holdUntil: number,
  settings: DispatchSettings,
): number {
  const { barberCount } = floor;
  if (takenBy.length < barberCount) {
    chairs = new Uint8Array(SIDE_BY_SIDE_MAX * barberCount);
    takenBy = new Int32Array(barberCount);
    isTried = new Uint8Array(barberCount);
  }
  let count = 0;
  for (let place = 0; place < floor.queueLength; place += 1) {
    const ticket = floor.queue[place] as number;
    if (ticket === NONE || floor.partyOf[ticket] !== party) continue;
    if ((floor.callableFrom[ticket] as number) > now) continue;
    if (count === SIDE_BY_SIDE_MAX) return NONE;
    for (let barber = 0; barber < barberCount; barber += 1) {
      chairs[count * barberCount + barber] = chairFor(
        floor,
        ticket,
        barber,
        now,
        holdUntil,
        settings,
      );
    }
    members[count] = ticket;
    count += 1;
  }
  return count;
}

function chairFor(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  holdUntil: number,
  settings: DispatchSettings,
): number {
  const row = (floor.profileOf[ticket] as number) * floor.barberCount;
  if (floor.able[row + barber] === 0) return NEVER;
  const wished = floor.requestOf[ticket] as number;
  if (wished === NONE && floor.isOnlyRequest[ticket] === 1) return NEVER;
  const isWishKept = wished !== NONE && !isRequestReleased(floor, ticket, now, settings);
  if (isWishKept && wished !== barber) return NEVER;
  if (isFree(floor, barber, now)) {
    return mayTake(floor, ticket, barber, now, settings) ? NOW : NEVER;
  }
  const isNear = floor.status[barber] === BUSY && expectedFreeAt(floor, barber, now) <= holdUntil;
  return isNear ? SOON : NEVER;
}

/**
 * Whether every member of the table can have a chair of their own, now or within the hold: a
 * matching by augmenting paths, chairs that are free first. `without` leaves out a member and the chair that would be taken.
 */
export function hasChairs(
  floor: Floor,
  count: number,
  when: 'now' | 'soon',
  without: { readonly ticket: number; readonly barber: number } | null = null,
): boolean {
  takenBy.fill(NONE);
  hasChair.fill(0);
  let missing = count;
  for (let needed = NOW; needed >= (when === 'now' ? NOW : SOON); needed -= 1) {
    for (let member = 0; member < count; member += 1) {
      if (hasChair[member] === 1) continue;
      const isLeftOut = without !== null && members[member] === without.ticket;
      isTried.fill(0);
      if (without !== null) isTried[without.barber] = 1;
      if (!isLeftOut && !findChair(floor.barberCount, member, needed)) continue;
      hasChair[member] = 1;
      missing -= 1;
    }
  }
  return missing === 0;
}

function findChair(barberCount: number, member: number, needed: number): boolean {
  for (let barber = 0; barber < barberCount; barber += 1) {
    if (isTried[barber] === 1) continue;
    if ((chairs[member * barberCount + barber] as number) < needed) continue;
    isTried[barber] = 1;
    const other = takenBy[barber] as number;
    if (other !== NONE && !findChair(barberCount, other, needed)) continue;
    takenBy[barber] = member;
    return true;
  }
  return false;
}

/** Whether chairs are kept for this party already, for another member of it. */
export function isKeptFor(floor: Floor, party: number): boolean {
  return floor.isKept.includes(markOf(party));
}

/** After `hasChairs`: keeps the free chairs that the party was given; gives how many. */
export function keepChairs(floor: Floor, party: number): number {
  let kept = 0;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    const member = takenBy[barber] as number;
    if (member === NONE || chairs[member * floor.barberCount + barber] !== NOW) continue;
    floor.isKept[barber] = markOf(party);
    kept += 1;
  }
  return kept;
}

/** Never 0, which says that a chair is not kept. */
function markOf(party: number): number {
  return (party % 255) + 1;
}
