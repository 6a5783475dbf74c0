import type { WaitEstimate } from './estimate-waits';
import type { ToldWait } from './stored-estimate';

const MINUTE_MS = 60_000;
/** Called in fewer futures than this, a median would be a guess about the lucky ones. */
const LEAST_CHANCE_CALLED = 0.5;

/** What people are told: whole minutes, the band rounded outwards; null when nobody can tell. */
export function toldWait(estimate: WaitEstimate, now: number): ToldWait | null {
  if (1 - estimate.probabilityNotSeated < LEAST_CHANCE_CALLED) return null;
  const medianMinutes = Math.round(estimate.medianMinutes);
  const lowMinutes = Math.floor(estimate.lowMinutes);
  const highMinutes = Math.max(medianMinutes, Math.ceil(estimate.highMinutes));
  return {
    ...{ medianMinutes, lowMinutes, highMinutes },
    startsAt: now + medianMinutes * MINUTE_MS,
    earliestAt: now + lowMinutes * MINUTE_MS,
    latestAt: now + highMinutes * MINUTE_MS,
  };
}
