import type { Direction } from './estimate-reasons.policy';
import type { ToldWait } from './stored-estimate';

const MINUTE_MS = 60_000;

/** How far the median must have moved: minutes, or a share of what is still to be waited. */
const MEDIAN = {
  afterAnEvent: { minutes: 2, share: 0.1 },
  // Nothing has happened but time: then a small move is the chance of the sample.
  byTimeAlone: { minutes: 3, share: 0.15 },
};
/** How far an end of the band must have moved. */
const BAND = { minutes: 5, share: 0.35 };

/**
 * Whether a new estimate differs so much from what was told that people should hear of it, and
 * which way; null keeps what was told. Compared are clock times: that minutes become fewer as time
 * passes is no change.
 */
export function changeOf(
  told: ToldWait,
  fresh: ToldWait,
  now: number,
  hasCause: boolean,
): Direction | null {
  const remaining = Math.max(told.startsAt - now, fresh.startsAt - now) / MINUTE_MS;
  const { minutes, share } = hasCause ? MEDIAN.afterAnEvent : MEDIAN.byTimeAlone;
  const median = (fresh.startsAt - told.startsAt) / MINUTE_MS;
  if (Math.abs(median) >= Math.max(minutes, share * remaining)) return directionOf(median);

  // No end lies in the past: one that time has overtaken has not moved.
  const reached = (at: number): number => Math.max(at, now);
  const width = (reached(told.latestAt) - reached(told.earliestAt)) / MINUTE_MS;
  const limit = Math.max(BAND.minutes, BAND.share * width);
  const late = (reached(fresh.latestAt) - reached(told.latestAt)) / MINUTE_MS;
  if (Math.abs(late) >= limit) return directionOf(late);
  const early = (reached(fresh.earliestAt) - reached(told.earliestAt)) / MINUTE_MS;
  return Math.abs(early) >= limit ? directionOf(early) : null;
}

function directionOf(minutes: number): Direction {
  return minutes > 0 ? 'longer' : 'shorter';
}
