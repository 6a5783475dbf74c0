/** A wait as the server tells it: the band in which eight of ten end, and the middle of it. */
export interface Wait {
  readonly earliestAt: string;
  readonly startsAt: string;
  readonly latestAt: string;
}

export interface WaitLeft {
  readonly low: number;
  readonly high: number;
  readonly isNow: boolean;
}

/** From here on in steps of five: nobody plans a longer wait by the minute. */
const EXACT_MINUTES = 15;
const STEP_MINUTES = 5;

/** What is left of a wait, in whole minutes, never narrower than what was told. */
export function waitLeft({ earliestAt, latestAt }: Wait, now: number): WaitLeft {
  const minutesTo = (moment: string) => Math.max(0, (Date.parse(moment) - now) / 60_000);
  const low = Math.floor(minutesTo(earliestAt));
  const high = Math.ceil(minutesTo(latestAt));
  const isNow = high <= 1;
  if (high <= EXACT_MINUTES) return { low, high, isNow };
  return {
    low: Math.floor(low / STEP_MINUTES) * STEP_MINUTES,
    high: Math.ceil(high / STEP_MINUTES) * STEP_MINUTES,
    isNow,
  };
}
