import type { Evidence } from '../evidence';
import { sum } from '../recount/largest-remainder';

/** How numbers are spread; null when there are none. */
export interface Spread {
  readonly count: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Percentiles by nearest rank. */
export function percentile(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part: number) => rounded(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]);
  return {
    count: sorted.length,
    mean: rounded(sorted.length > 0 ? sum(sorted) / sorted.length : undefined),
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    max: at(1),
  };
}

/** From commit to socket: all that was delivered live and whose commit the server reported. */
export function latencyOf({ streams, commits }: Evidence): Spread {
  return percentile(
    streams
      .flatMap((stream) => stream.events)
      .flatMap(({ sequence, liveAt }) => {
        const committedAt = commits.get(sequence);
        return liveAt === null || committedAt === undefined ? [] : [liveAt - committedAt];
      }),
  );
}

function rounded(number: number | undefined): number | null {
  return number === undefined ? null : Math.round(number * 100) / 100;
}
