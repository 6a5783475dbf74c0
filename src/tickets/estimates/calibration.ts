/**
 * Widens or narrows the band until it keeps its promise in this shop (conformal calibration). Each
 * past estimate leaves a score: how far the true wait lay from the median, in half widths of the
 * raw band, signed. Plain JSON, stored with the shop.
 */
export interface CalibrationState {
  version: 1;
  /** The latest scores, oldest first. Positive: waited longer than the median. */
  scores: readonly number[];
}

export const EMPTY_CALIBRATION: CalibrationState = { version: 1, scores: [] };

/** A band in minutes around a median. */
export interface Band {
  low: number;
  median: number;
  high: number;
}

/** Half widths below this are taken as this: nobody is promised the minute. */
const NARROWEST_HALF_WIDTH = 1;
/** Scores kept: some weeks of a busy shop, so that the band follows how it works today. */
const SCORES_KEPT = 600;
/** The raw band counts as this many scores of exactly its own width. */
const PRIOR_WEIGHT = 60;
/** 80 % lie between the two. */
const TAIL = 0.1;

/** Adds one estimate whose true wait is now known. */
export function recordWait(
  state: CalibrationState,
  raw: Band,
  actualMinutes: number,
): CalibrationState {
  const scores = [...state.scores, scoreOf(raw, actualMinutes)];
  return { version: 1, scores: scores.slice(-SCORES_KEPT) };
}

function scoreOf(raw: Band, actualMinutes: number): number {
  const late = actualMinutes - raw.median;
  const half = late >= 0 ? raw.high - raw.median : raw.median - raw.low;
  return late / Math.max(NARROWEST_HALF_WIDTH, half);
}

/** The factors on the two half widths: 1 and 1 without data. */
export interface BandFactors {
  below: number;
  above: number;
}

/** Derives the factors; call it when the state changes, not for every estimate. */
export function bandFactors(state: CalibrationState): BandFactors {
  const sorted = [...state.scores].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { below: 1, above: 1 };
  // Conformal ranks: (n + 1) instead of n makes the promise hold for small samples, too.
  const rank = Math.ceil((count + 1) * (1 - TAIL));
  const above = sorted[Math.min(count, rank) - 1] as number;
  const below = -(sorted[Math.max(0, count - rank)] as number);
  const shrink = (factor: number): number =>
    (Math.max(0.2, factor) * count + PRIOR_WEIGHT) / (count + PRIOR_WEIGHT);
  return { below: shrink(below), above: shrink(above) };
}

/** The calibrated band; never below zero. */
export function calibrate(raw: Band, factors: BandFactors): Band {
  const below = Math.max(NARROWEST_HALF_WIDTH, raw.median - raw.low) * factors.below;
  const above = Math.max(NARROWEST_HALF_WIDTH, raw.high - raw.median) * factors.above;
  return {
    low: Math.max(0, raw.median - below),
    median: raw.median,
    high: raw.median + above,
  };
}
