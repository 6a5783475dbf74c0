/** Coefficients of Abramowitz & Stegun 7.1.26: error below 1.5e-7, plenty for minutes in a shop. */
const ERROR_FUNCTION = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429] as const;
const ERROR_FUNCTION_SCALE = 0.3275911;

/** Share of a standard normal distribution below `x`. */
export function normalCumulative(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + ERROR_FUNCTION_SCALE * z);
  const [a, b, c, d, e] = ERROR_FUNCTION;
  const tail = t * (a + t * (b + t * (c + t * (d + t * e)))) * Math.exp(-z * z);
  return x >= 0 ? 1 - tail / 2 : tail / 2;
}

/** The value that a standard normal variable stays below with `probability`, found by bisection. */
export function normalQuantile(probability: number): number {
  let low = -8;
  let high = 8;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalCumulative(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const QUANTILE_STEPS = 2048;

/** Midpoint quantiles: drawing a normal number becomes one look-up. Built once, never changed. */
const QUANTILES = Float64Array.from({ length: QUANTILE_STEPS }, (_, step) =>
  normalQuantile((step + 0.5) / QUANTILE_STEPS),
);

/** Turns a uniform number from [0, 1) into a standard normal one. */
export function normalFromUniform(uniform: number): number {
  return QUANTILES[(uniform * QUANTILE_STEPS) | 0] as number;
}

/** Past this share of the distribution the elapsed time says that somebody forgot to press "done". */
const HOPELESSLY_LATE = 0.998;
/** Then the rest is taken as memoryless, with this fraction of the elapsed minutes as its mean. */
const LATE_REST_SHARE = 0.1;

/**
 * How often a lognormal service of `medianMinutes` is already over after `elapsedMinutes`.
 * `logSd` is the standard deviation of the log of the minutes.
 */
export function lognormalCumulative(
  elapsedMinutes: number,
  medianMinutes: number,
  logSd: number,
): number {
  if (elapsedMinutes <= 0) return 0;
  return normalCumulative(Math.log(elapsedMinutes / medianMinutes) / logSd);
}

/** Total minutes of a service that has not ended after `elapsedMinutes`, for one uniform draw. */
export function lognormalBeyond(
  uniform: number,
  service: { elapsedMinutes: number; shareOver: number; medianMinutes: number; logSd: number },
): number {
  const { elapsedMinutes, shareOver, medianMinutes, logSd } = service;
  if (shareOver > HOPELESSLY_LATE) {
    return elapsedMinutes * (1 - LATE_REST_SHARE * Math.log(1 - uniform * 0.9999));
  }
  const normal = normalFromUniform(shareOver + (1 - shareOver) * uniform);
  return Math.max(elapsedMinutes, medianMinutes * Math.exp(logSd * normal));
}

const TABLE_STEPS = 160;
const TABLE_STEP_SIZE = 1 / 40;

/**
 * Expected total minutes of a running service as a multiple of its median, by elapsed time in
 * medians. A table, because the dispatcher asks inside every simulated decision.
 */
export function expectedTotalTable(logSd: number): Float64Array {
  const table = new Float64Array(TABLE_STEPS + 1);
  for (let step = 0; step <= TABLE_STEPS; step += 1) {
    const elapsed = step * TABLE_STEP_SIZE;
    const z = elapsed === 0 ? -8 : Math.log(elapsed) / logSd;
    const stillRunning = 1 - normalCumulative(z);
    table[step] =
      stillRunning < 1 - HOPELESSLY_LATE
        ? elapsed * (1 + LATE_REST_SHARE)
        : (Math.exp((logSd * logSd) / 2) * normalCumulative(logSd - z)) / stillRunning;
  }
  return table;
}

/** Expected total minutes of a service that has run for `elapsedMinutes`. */
export function expectedTotalMinutes(
  table: Float64Array,
  elapsedMinutes: number,
  medianMinutes: number,
): number {
  const position = elapsedMinutes / medianMinutes / TABLE_STEP_SIZE;
  if (position >= TABLE_STEPS) return elapsedMinutes * (1 + LATE_REST_SHARE);
  const step = position | 0;
  const below = table[step] as number;
  const above = table[step + 1] as number;
  return medianMinutes * (below + (above - below) * (position - step));
}
