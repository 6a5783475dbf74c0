const MINUTE_MS = 60_000;
const DAYS_AHEAD_MS = 60 * 24 * 60 * MINUTE_MS;

/** A time in a barber's day that belongs to somebody. */
export interface Slot {
  readonly at: number;
  readonly minutes: number;
}

/** Slots that meet end to end do not collide. */
export function collides(one: Slot, other: Slot): boolean {
  return one.at < endOf(other) && other.at < endOf(one);
}

/** Whether a slot can be booked at all: from now on, and not in years. */
export function isBookable(at: number, now: number): boolean {
  return at >= now && at <= now + DAYS_AHEAD_MS;
}

export function endOf({ at, minutes }: Slot): number {
  return at + minutes * MINUTE_MS;
}
