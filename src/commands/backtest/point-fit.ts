import type { Band } from '../../tickets/estimates/calibration';
import { mean, quantile } from '../../tickets/simulation/metrics';

/** A prediction and what happened. */
export type Pair = readonly [predicted: number, actual: number];

const LOWEST_FACTOR = 0.3;
const HIGHEST_FACTOR = 2.5;
const FACTOR_STEP = 0.02;

/** The factor on the predictions that makes the mean absolute error least; 1 without data. */
export function bestFactor(pairs: readonly Pair[]): number {
  if (pairs.length === 0) return 1;
  let best = 1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let factor = LOWEST_FACTOR; factor <= HIGHEST_FACTOR; factor += FACTOR_STEP) {
    const error = mean(pairs.map(([predicted, actual]) => Math.abs(predicted * factor - actual)));
    if (error < lowest) {
      lowest = error;
      best = factor;
    }
  }
  return best;
}

/** A band for methods that have none: the point plus the 10 % and 90 % quantiles of past errors. */
export function residualBand(pairs: readonly Pair[]): (point: number) => Band {
  const errors = pairs.map(([predicted, actual]) => actual - predicted);
  const low = quantile(errors, 0.1);
  const high = quantile(errors, 0.9);
  return (point) => ({
    low: Math.max(0, point + low),
    median: point,
    high: Math.max(0, point + high),
  });
}
