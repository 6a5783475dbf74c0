import { isRestOverdue } from './availability';
import { type Floor, IDLE, REST_PENDING, REST_RUNNING, RESTING } from './floor';

/**
 * Rule 5, after a round of decisions: a barber who is still free within the window of the break has
 * nobody to serve and takes it now; one whose window has closed takes it in any case.
 */
export function shouldRest(floor: Floor, barber: number, now: number): boolean {
  if (floor.restState[barber] !== REST_PENDING || floor.status[barber] !== IDLE) return false;
  if (floor.isKept[barber] !== 0) return false;
  if (now < (floor.shiftStartsAt[barber] as number) || now >= (floor.shiftEndsAt[barber] as number))
    return false;
  return now >= (floor.restEarliestAt[barber] as number) || isRestOverdue(floor, barber, now);
}

/** Sends the barber on the break. */
export function beginRest(floor: Floor, barber: number, now: number): void {
  floor.status[barber] = RESTING;
  floor.restState[barber] = REST_RUNNING;
  floor.restUntil[barber] = now + (floor.restMinutes[barber] as number);
}
