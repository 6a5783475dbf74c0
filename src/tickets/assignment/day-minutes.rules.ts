const MINUTE_MS = 60_000;

interface Day {
  readonly startsAt: number;
}

/** Minutes of a business day, with fractions. */
export function minutesOf(at: number, day: Day): number {
  return (at - day.startsAt) / MINUTE_MS;
}

/** The moment at so many minutes of a business day, never before them. */
export function momentAt(minutes: number, day: Day): number {
  return Math.ceil(day.startsAt + minutes * MINUTE_MS);
}
