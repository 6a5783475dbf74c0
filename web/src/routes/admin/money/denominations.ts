import { minorDigits, type Region } from '../../../lib/format/format';

/** Coins and notes in minor units, as far as they differ from the 1-2-5 series. */
const OF_CURRENCY: Readonly<Record<string, readonly number[]>> = {
  USD: [1, 5, 10, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
  CAD: [5, 10, 25, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
  AUD: [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
  GBP: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000],
  CHF: [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 100_000],
  JPY: [1, 5, 10, 50, 100, 500, 1_000, 2_000, 5_000, 10_000],
};

const SERIES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

/** What a drawer of this currency may hold, the largest first, as it is mostly counted. */
export function denominationsOf(region: Region): readonly number[] {
  const scale = minorDigits(region) === 3 ? 10 : 1;
  const known = OF_CURRENCY[region.currency] ?? SERIES.map((cents) => cents * scale);
  return known.toReversed();
}
