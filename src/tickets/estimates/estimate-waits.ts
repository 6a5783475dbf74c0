import type { DispatchSettings } from '../assignment/dispatch-settings';
import type { Learned } from '../assignment/learned';
import type { QueueState } from '../assignment/queue-state';
import { type Band, type BandFactors, calibrate } from './calibration';
import {
  DEFAULT_SAMPLING,
  type SamplingOptions,
  sampleWaits,
  type WaitSamples,
} from './wait-samples';

/** What a customer is told: minutes from now, and the clock time that they lead to. */
export interface WaitEstimate {
  ticketId: string;
  /** Minutes from now: as likely longer as shorter, and the bounds of the 80 % band. */
  medianMinutes: number;
  lowMinutes: number;
  highMinutes: number;
  /** The median and the bounds as moments, in the minutes of the state. */
  startsAt: number;
  startsBetween: readonly [earliest: number, latest: number];
  /** Chance of not being called before everybody goes home, 0 to 1. */
  probabilityNotSeated: number;
  /** Before calibration, counted from joining: keep it, to record how the wait turned out. */
  raw: Band;
}

/** Estimates for everybody in the queue, in one run of the simulation. */
export function estimateWaits(
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
  factors: BandFactors = { below: 1, above: 1 },
  options: SamplingOptions = DEFAULT_SAMPLING,
): WaitEstimate[] {
  const joinedAt = new Map(state.tickets.map((ticket) => [ticket.id, ticket.joinedAt]));
  return sampleWaits(state, now, learned, settings, [], options).map((samples) =>
    estimateFrom(samples, now, joinedAt.get(samples.ticketId) ?? now, factors),
  );
}

/** Turns samples into what is shown. Bounds never lie in the past. */
export function estimateFrom(
  samples: WaitSamples,
  now: number,
  joinedAt: number,
  factors: BandFactors,
): WaitEstimate {
  const raw = bandOf(samples.waits);
  const band = calibrate(raw, factors);
  const waited = now - joinedAt;
  const fromNow = (minutes: number): number => Math.max(0, minutes - waited);
  return {
    ticketId: samples.ticketId,
    medianMinutes: fromNow(band.median),
    lowMinutes: fromNow(band.low),
    highMinutes: fromNow(band.high),
    startsAt: now + fromNow(band.median),
    startsBetween: [now + fromNow(band.low), now + fromNow(band.high)],
    probabilityNotSeated: samples.shareNotSeated,
    raw,
  };
}

/** 10 %, 50 % and 90 % of ascending samples, by (n + 1) ranks: plain ranks cover too little. */
export function bandOf(waits: Float64Array): Band {
  return { low: rankOf(waits, 0.1), median: rankOf(waits, 0.5), high: rankOf(waits, 0.9) };
}

function rankOf(sorted: Float64Array, share: number): number {
  const count = sorted.length;
  if (count === 0) return 0;
  const position = Math.min(count - 1, Math.max(0, (count + 1) * share - 1));
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(count - 1, below + 1)] as number;
  return low + (high - low) * (position - below);
}
