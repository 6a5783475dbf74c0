import { expectedTotalMinutes } from '../durations/lognormal';
import type { DispatchSettings } from './dispatch-settings';
import { BUSY, type Floor, IDLE, NONE, REST_PENDING, RESTING } from './floor';

/** On shift, with an empty chair and not due for a break. */
export function isFree(floor: Floor, barber: number, now: number): boolean {
  return (
    floor.status[barber] === IDLE &&
    now >= (floor.shiftStartsAt[barber] as number) &&
    now < (floor.shiftEndsAt[barber] as number) &&
    floor.isKept[barber] === 0 &&
    !isRestOverdue(floor, barber, now)
  );
}

/** The window of the break has closed: the barber takes nobody before it. */
export function isRestOverdue(floor: Floor, barber: number, now: number): boolean {
  return floor.restState[barber] === REST_PENDING && now >= (floor.restLatestAt[barber] as number);
}

/** Mean minutes that this barber needs for this ticket. */
export function expectedMinutes(floor: Floor, ticket: number, barber: number): number {
  const row = (floor.profileOf[ticket] as number) * floor.barberCount;
  return (floor.medianMinutes[row + barber] as number) * floor.meanFactor;
}

/** Rule 1: may this free barber take this ticket now? Skills, shift end, booked clients. */
export function mayTake(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  settings: DispatchSettings,
): boolean {
  if (floor.able[(floor.profileOf[ticket] as number) * floor.barberCount + barber] === 0)
    return false;
  const endsAt = now + expectedMinutes(floor, ticket, barber);
  if (endsAt > (floor.shiftEndsAt[barber] as number) + settings.overtimeGraceMinutes) return false;
  if (!floor.hasBookings) return true;
  return (
    endsAt <= nextBookingAt(floor, ticket, barber, now, settings) + settings.bookingDelayMinutes
  );
}

/** The next slot booked with this barber by somebody else and not yet given up. */
function nextBookingAt(
  floor: Floor,
  ticket: number,
  barber: number,
  now: number,
  settings: DispatchSettings,
): number {
  let next = Number.POSITIVE_INFINITY;
  const own = floor.bookedAt[ticket] as number;
  for (let place = 0; place < floor.queueLength; place += 1) {
    const other = floor.queue[place] as number;
    if (other === NONE || other === ticket || floor.bookedBarber[other] !== barber) continue;
    const at = floor.bookedAt[other] as number;
    const isGivenUp =
      (floor.callableFrom[other] as number) > now && now >= at + settings.bookingReleaseMinutes;
    // A booked client never has to give way to one who is booked later.
    if (!isGivenUp && at < own && at < next) next = at;
  }
  return next;
}

/** When this barber is expected to be free for somebody new, those already promised included. */
export function expectedFreeAt(floor: Floor, barber: number, now: number): number {
  if (now >= (floor.shiftEndsAt[barber] as number)) return Number.POSITIVE_INFINITY;
  let freeAt = Math.max(now, floor.shiftStartsAt[barber] as number);
  if (floor.status[barber] === BUSY) {
    const startedAt = floor.startedAt[barber] as number;
    freeAt =
      startedAt +
      expectedTotalMinutes(
        floor.totalTable,
        now - startedAt,
        floor.currentMedian[barber] as number,
      );
  } else if (floor.status[barber] === RESTING) {
    freeAt = floor.restUntil[barber] as number;
  }
  freeAt += floor.claimedMinutes[barber] as number;
  if (
    floor.restState[barber] === REST_PENDING &&
    freeAt >= (floor.restLatestAt[barber] as number)
  ) {
    freeAt += floor.restMinutes[barber] as number;
  }
  return freeAt >= (floor.shiftEndsAt[barber] as number) ? Number.POSITIVE_INFINITY : freeAt;
}

/**
 * Rule 3: a soft request is released once its barber is not expected in time, so that nobody waits
 * for a promise that cannot be kept.
 */
export function isRequestReleased(
  floor: Floor,
  ticket: number,
  now: number,
  settings: DispatchSettings,
): boolean {
  const barber = floor.requestOf[ticket] as number;
  if (barber === NONE) return true;
  if (floor.isOnlyRequest[ticket] === 1) return false;
  // Asked for somebody who cannot do it: waiting would not help.
  if (floor.able[(floor.profileOf[ticket] as number) * floor.barberCount + barber] === 0)
    return true;
  if (now >= (floor.toleranceEndsAt[ticket] as number)) return true;
  if (!settings.releaseSoftRequestsEarly) return false;
  const freeAt = expectedFreeAt(floor, barber, now);
  const neededBy = (floor.toleranceEndsAt[ticket] as number) - settings.softRequestSlackMinutes;
  if (freeAt > neededBy) return true;
  const latestEnd = (floor.shiftEndsAt[barber] as number) + settings.overtimeGraceMinutes;
  return freeAt + expectedMinutes(floor, ticket, barber) > latestEnd;
}
