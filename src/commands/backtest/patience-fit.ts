import { normalCumulative } from '../../tickets/durations/lognormal';
import type { LoggedVisit } from './visit-log';

export interface Patience {
  medianSeconds: number;
  logSd: number;
}

const LOG_SDS = [0.6, 0.8, 1, 1.3, 1.6, 2, 2.5];
const MEDIAN_STEPS = 40;

/**
 * Most likely lognormal patience, those served counted as "more patient than this" (a leaver's
 * time is a death, a served customer's wait is censored). Null when the log does not say when
 * people left, or too few did.
 */
export function fitPatience(visits: readonly LoggedVisit[]): Patience | null {
  const left: number[] = [];
  const stayed: number[] = [];
  for (const { outcome, joinedAt, startedAt, endedAt } of visits) {
    if (outcome === 'left' && endedAt !== null && endedAt > joinedAt) left.push(endedAt - joinedAt);
    if (outcome === 'served' && startedAt !== null && startedAt > joinedAt) {
      stayed.push(startedAt - joinedAt);
    }
  }
  if (left.length < 20) return null;
  const typical = left.reduce((sum, wait) => sum + wait, 0) / left.length;
  let best: Patience | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < MEDIAN_STEPS; step += 1) {
    const medianSeconds = (typical / 4) * 1.15 ** step;
    for (const logSd of LOG_SDS) {
      const likelihood = logLikelihood({ medianSeconds, logSd }, left, stayed);
      if (likelihood > highest) {
        highest = likelihood;
        best = { medianSeconds, logSd };
      }
    }
  }
  return best;
}

function logLikelihood(
  { medianSeconds, logSd }: Patience,
  left: readonly number[],
  stayed: readonly number[],
): number {
  let sum = 0;
  for (const wait of left) {
    const z = Math.log(wait / medianSeconds) / logSd;
    sum += -(z * z) / 2 - Math.log(wait * logSd);
  }
  for (const wait of stayed) {
    const z = Math.log(wait / medianSeconds) / logSd;
    sum += Math.log(Math.max(1e-12, 1 - normalCumulative(z)));
  }
  return sum;
}
