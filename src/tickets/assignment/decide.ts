import { expectedMinutes, isFree, isRequestReleased, mayTake } from './availability';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, NONE } from './floor';
import { indexOf, refreshShopTerms } from './index-rule';
import { leavesChairs, type PartySeating, seatingOf } from './parties';

/**
 * One round of rules 1 to 4: everybody in order of arrival, each to the barber with the lowest
 * index; skipped are only those whom no free barber may serve. Leaves the pairs in
 * `floor.assignedTickets` and `floor.assignedBarbers`, takes them off the queue and fills the chairs.
 */
export function decide(floor: Floor, now: number, settings: DispatchSettings): void {
  floor.assignedCount = 0;
  if (floor.hasSideBySide) floor.isKept.fill(0);
  if (floor.queueLength === 0) return;
  let free = countFree(floor, now);
  if (free === 0) return;
  if (floor.hasBookings) putDueBookingsFirst(floor, now);
  // With one free chair there is nothing to choose, so nothing to weigh.
  if (free > 1) refreshShopTerms(floor, now);
  floor.claimedMinutes.fill(0);

  for (let place = 0; place < floor.queueLength && free > 0; place += 1) {
    const ticket = floor.queue[place] as number;
    const barber = chooseBarber(floor, ticket, now, settings);
    if (barber === NONE) continue;
    floor.queue[place] = NONE;
    if (callTicket(floor, ticket, barber, now)) free -= 1;
  }
  closeRanks(floor);
}

/**
 * Calls the ticket to the chair; true when the chair is taken. In simulated futures whoever has
 * left or only watches learns the time but takes no chair.
 */
export function callTicket(floor: Floor, ticket: number, barber: number, now: number): boolean {
  floor.calledAt[ticket] = now;
  floor.calledBy[ticket] = barber;
  if (floor.isObserver[ticket] === 1 || (floor.leavesAt[ticket] as number) <= now) return false;
  fillChair(floor, ticket, barber, now);
  return true;
}

/** Moves the waiting together over the places of those just called. */
export function closeRanks(floor: Floor): void {
  let kept = 0;
  for (let place = 0; place < floor.queueLength; place += 1) {
    const ticket = floor.queue[place] as number;
    if (ticket === NONE) continue;
    floor.queue[kept] = ticket;
    kept += 1;
  }
  floor.queueLength = kept;
}

function countFree(floor: Floor, now: number): number {
  let free = 0;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (isFree(floor, barber, now)) free += 1;
  }
  return free;
}

/** The free barber who gets this ticket now, or NONE. Notes whom a waiting request is promised. */
export function chooseBarber(
  floor: Floor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): number {
  if ((floor.callableFrom[ticket] as number) > now) return NONE;
  const requested = floor.requestOf[ticket] as number;
  // Only somebody who is not here today: nobody else will do.
  if (requested === NONE && floor.isOnlyRequest[ticket] === 1) return NONE;
  let seating: PartySeating = 'apart';
  if (floor.hasSideBySide && floor.isSideBySide[ticket] === 1) {
    seating = seatingOf(floor, ticket, now, settings);
    if (seating === 'keep') return NONE;
  }
  if (requested !== NONE) {
    if (isFree(floor, requested, now) && mayTake(floor, ticket, requested, now, settings)) {
      return requested;
    }
    if (!isRequestReleased(floor, ticket, now, settings)) {
      if ((floor.leavesAt[ticket] as number) > now && floor.isObserver[ticket] === 0) {
        (floor.claimedMinutes[requested] as number) += expectedMinutes(floor, ticket, requested);
      }
      return NONE;
    }
  }
  let best = NONE;
  let lowest = Number.POSITIVE_INFINITY;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (!isFree(floor, barber, now) || !mayTake(floor, ticket, barber, now, settings)) continue;
    if (seating === 'together' && !leavesChairs(floor, ticket, barber, now, settings)) continue;
    const index = indexOf(floor, ticket, barber, now, settings);
    if (index < lowest) {
      lowest = index;
      best = barber;
    }
  }
  return best;
}

/** Seats the ticket: the chair is busy, and its earnings count from now on. */
function fillChair(floor: Floor, ticket: number, barber: number, now: number): void {
  const minutes = expectedMinutes(floor, ticket, barber);
  floor.status[barber] = BUSY;
  floor.startedAt[barber] = now;
  floor.currentMedian[barber] = floor.medianMinutes[
    (floor.profileOf[ticket] as number) * floor.barberCount + barber
  ] as number;
  (floor.earned[barber] as number) += floor.price[ticket] as number;
  (floor.workedMinutes[barber] as number) += minutes;
  floor.assignedTickets[floor.assignedCount] = ticket;
  floor.assignedBarbers[floor.assignedCount] = barber;
  floor.assignedCount += 1;
}

/** A stable partition: booked clients whose time has come, then everybody in order of arrival. */
export function putDueBookingsFirst(floor: Floor, now: number): void {
  for (let place = 1; place < floor.queueLength; place += 1) {
    const ticket = floor.queue[place] as number;
    if (!isDueBooking(floor, ticket, now)) continue;
    let slot = place;
    while (slot > 0 && comesAfter(floor, floor.queue[slot - 1] as number, ticket, now)) {
      floor.queue[slot] = floor.queue[slot - 1] as number;
      slot -= 1;
    }
    floor.queue[slot] = ticket;
  }
}

function isDueBooking(floor: Floor, ticket: number, now: number): boolean {
  return (floor.bookedAt[ticket] as number) <= now && (floor.callableFrom[ticket] as number) <= now;
}

function comesAfter(floor: Floor, other: number, booked: number, now: number): boolean {
  if (!isDueBooking(floor, other, now)) return true;
  return (floor.bookedAt[other] as number) > (floor.bookedAt[booked] as number);
}
