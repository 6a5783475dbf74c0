import { normalCumulative } from '../durations/lognormal';

/** Lognormal patience, in the unit of the waits that it was fitted to. */
export interface Patience {
  median: number;
  logSd: number;
}

/** How one wait ended. */
export interface EndedWait {
  waited: number;
  /**
   * `served`: was more patient than that. `left`: gave up at that moment. `missing`: was found gone
   * then, and had given up earlier.
   */
  end: 'served' | 'left' | 'missing';
}

/** Fewer leavers than this tell nothing that the usual patience does not. */
const LEAST_LEAVERS = 20;
const LOG_SDS = [0.6, 0.8, 1, 1.3, 1.6, 2, 2.5];
const MEDIAN_STEPS = 40;

/**
 * The most likely patience, waits counted as what they are: a leaver's moment, at least as much for
 * those served (right-censored), at most as much for those found gone (left-censored). Null when
 * too few left.
 */
export function fitPatience(waits: readonly EndedWait[]): Patience | null {
  const usable = waits.filter(({ waited }) => waited > 0);
  const leavers = usable.filter(({ end }) => end !== 'served');
  if (leavers.length < LEAST_LEAVERS) return null;
  const typical = leavers.reduce((sum, { waited }) => sum + waited, 0) / leavers.length;
  let best: Patience | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < MEDIAN_STEPS; step += 1) {
    const median = (typical / 4) * 1.15 ** step;
    for (const logSd of LOG_SDS) {
      const likelihood = logLikelihood({ median, logSd }, usable);
      if (likelihood > highest) {
        highest = likelihood;
        best = { median, logSd };
      }
    }
  }
  return best;
}

function logLikelihood({ median, logSd }: Patience, waits: readonly EndedWait[]): number {
  let sum = 0;
  for (const { waited, end } of waits) {
    const z = Math.log(waited / median) / logSd;
    if (end === 'left') sum += -(z * z) / 2 - Math.log(waited * logSd);
    else {
      const gone = normalCumulative(z);
      sum += Math.log(Math.max(1e-12, end === 'served' ? 1 - gone : gone));
    }
  }
  return sum;
}
