import { isFree } from './availability';
import { decide } from './decide';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, IDLE, NONE, REST_NONE, REST_PENDING, RESTING } from './floor';
import { beginRest, shouldRest } from './rests';

/** What a future is played with, besides the floor that holds it. */
export interface Play {
  /** Rule 4 decides in futures, also when the look-ahead asks. */
  settings: DispatchSettings;
  /** Arrivals are the tickets from `firstArrival` on. */
  firstArrival: number;
  arrivals: number;
  noShowMinutes: number;
  /** Ends once all tickets below this number are called; EVERYBODY plays until `until`. */
  tracked: number;
  /** Stop here even if some of them still wait. */
  until: number;
}

export const EVERYBODY = Number.MAX_SAFE_INTEGER;

/**
 * Plays one drawn future with the dispatcher's own rules: services end, breaks begin and end,
 * people arrive and give up, and every change is followed by a round of decisions.
 * `floor.calledAt` holds the result. With `mayDecideAtOnce` false the first round is left out,
 * because the caller has just made it.
 */
export function playForward(
  floor: Floor,
  play: Play,
  startAt: number,
  mayDecideAtOnce: boolean,
): void {
  let now = startAt;
  let nextArrival = play.firstArrival;
  const lastArrival = play.firstArrival + play.arrivals;
  if (mayDecideAtOnce) settle(floor, play, now);
  while (play.tracked === EVERYBODY || hasTrackedWaiting(floor, play.tracked)) {
    const arrivalAt =
      nextArrival < lastArrival
        ? (floor.joinedAt[nextArrival] as number)
        : Number.POSITIVE_INFINITY;
    const next = Math.min(arrivalAt, nextChangeAt(floor, now, play.settings));
    if (!(next <= play.until)) return;
    now = next;
    if (arrivalAt <= now) {
      floor.queue[floor.queueLength] = nextArrival;
      floor.queueLength += 1;
      floor.calledAt[nextArrival] = Number.POSITIVE_INFINITY;
      nextArrival += 1;
    }
    freeChairs(floor, now);
    settle(floor, play, now);
  }
}

function hasTrackedWaiting(floor: Floor, tracked: number): boolean {
  for (let place = 0; place < floor.queueLength; place += 1) {
    if ((floor.queue[place] as number) < tracked) return true;
  }
  return false;
}

/** A round of decisions, their consequences in this future, and the breaks that follow. */
function settle(floor: Floor, play: Play, now: number): void {
  decide(floor, now, play.settings);
  for (let pair = 0; pair < floor.assignedCount; pair += 1) {
    beginService(
      floor,
      floor.assignedTickets[pair] as number,
      floor.assignedBarbers[pair] as number,
      now,
      play,
    );
  }
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (shouldRest(floor, barber, now)) beginRest(floor, barber, now);
  }
}

/** Sets when the chair will be free again; calling somebody who is gone costs a few minutes. */
export function beginService(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  play: { noShowMinutes: number },
): void {
  floor.endsAt[barber] =
    floor.isGone[ticket] === 1
      ? now + play.noShowMinutes
      : now +
        (floor.currentMedian[barber] as number) *
          (floor.paceFactor[barber] as number) *
          Math.exp(floor.difficulty[ticket] as number);
}

function freeChairs(floor: Floor, now: number): void {
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    const status = floor.status[barber];
    if (status === BUSY && (floor.endsAt[barber] as number) <= now) {
      floor.status[barber] = IDLE;
      floor.idleSince[barber] = now;
    } else if (status === RESTING && (floor.restUntil[barber] as number) <= now) {
      floor.status[barber] = IDLE;
      floor.restState[barber] = REST_NONE;
      floor.idleSince[barber] = now;
    }
  }
}

/** The next moment at which something may change by itself; Infinity when nothing will. */
export function nextChangeAt(floor: Floor, now: number, settings: DispatchSettings): number {
  let next = Number.POSITIVE_INFINITY;
  let hasFree = false;
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    const status = floor.status[barber];
    if (status === BUSY) next = Math.min(next, floor.endsAt[barber] as number);
    else if (status === RESTING) next = Math.min(next, floor.restUntil[barber] as number);
    else if ((floor.shiftStartsAt[barber] as number) > now)
      next = Math.min(next, floor.shiftStartsAt[barber] as number);
    else {
      if (
        floor.restState[barber] === REST_PENDING &&
        (floor.restEarliestAt[barber] as number) > now
      ) {
        next = Math.min(next, floor.restEarliestAt[barber] as number);
      }
      if (floor.isKept[barber] !== 0 || isFree(floor, barber, now)) hasFree = true;
    }
  }
  return hasFree ? Math.min(next, nextQueueChangeAt(floor, now, settings)) : next;
}

/** When a waiting ticket may become servable by a free barber merely because time passes. */
function nextQueueChangeAt(floor: Floor, now: number, settings: DispatchSettings): number {
  let next = Number.POSITIVE_INFINITY;
  for (let place = 0; place < floor.queueLength; place += 1) {
    const ticket = floor.queue[place] as number;
    const callableFrom = floor.callableFrom[ticket] as number;
    if (callableFrom > now) next = Math.min(next, callableFrom);
    if (floor.requestOf[ticket] !== NONE && floor.isOnlyRequest[ticket] === 0) {
      const toleranceEndsAt = floor.toleranceEndsAt[ticket] as number;
      if (toleranceEndsAt > now) next = Math.min(next, toleranceEndsAt);
    }
    if (floor.hasBookings) {
      const releasedAt = (floor.bookedAt[ticket] as number) + settings.bookingReleaseMinutes;
      if (releasedAt > now) next = Math.min(next, releasedAt);
    }
    if (floor.isSideBySide[ticket] === 1) {
      const heldSince = floor.partyHeldSince[floor.partyOf[ticket] as number] as number;
      const heldUntil = heldSince + settings.sideBySideHoldMinutes;
      if (heldUntil > now) next = Math.min(next, heldUntil);
    }
  }
  return next;
}
