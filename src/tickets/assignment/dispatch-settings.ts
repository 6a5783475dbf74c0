import type { DispatchMode } from '../../shops/shop.entity';

/** Weights of the index that chooses the barber; the lowest sum wins. Only ratios matter. */
export interface IndexWeights {
  /** For a share of 1 of the demand that only this barber, of those on shift, can serve. */
  scarcity: number;
  /** For a share of 1 of the customers asking for this barber. */
  requests: number;
  /** For earning 100 % more an hour worked than the colleagues. */
  earnings: number;
  /** For each minute that this barber is expected to take. */
  minutes: number;
  /** For each minute that the service would push a break past its window. */
  restOverrun: number;
  /** For each minute without a customer, counted in favour. */
  idle: number;
}

export interface LookAheadSettings {
  /** How many of the first servable tickets are considered. */
  tickets: number;
  /** Sampled futures per choice. */
  futures: number;
  /** Minutes that each future is played. */
  horizonMinutes: number;
  /** A deviation must be better by one standard error and this much cost. */
  margin: number;
  /** Passing somebody must save this much more for each one passed: fairness has a price. */
  passingMargin: number;
  /** What a minute of rule 4's index counts against what the futures say. */
  indexWeight: number;
  /** Nobody who has waited longer than this may be passed. */
  guardMinutes: number;
}

export interface DispatchSettings {
  mode: 'default' | 'lookahead';
  weights: IndexWeights;
  /** Release a soft request as soon as its barber cannot make it in time, not when time is up. */
  releaseSoftRequestsEarly: boolean;
  /**
   * A barber expected only in the last minutes of the tolerance is as likely late as not: released
   * then, rather than after waiting for nothing.
   */
  softRequestSlackMinutes: number;
  /** A service may be expected to end this many minutes after the barber's shift. */
  overtimeGraceMinutes: number;
  /** A walk-in may be expected to delay a booked client by this much. */
  bookingDelayMinutes: number;
  /** A booked slot goes back to the queue this long after its time if nobody came. */
  bookingReleaseMinutes: number;
  /** A booked client who is there this much before the time may already be taken. */
  bookingEarlyMinutes: number;
  /** How long somebody who joined from afar usually takes to be there. */
  remoteTravelMinutes: number;
  /** A customer from afar keeps the place when present within this time of joining. */
  remoteGraceMinutes: number;
  /** A chair is kept this long, at most, for a party that wants to sit side by side. */
  sideBySideHoldMinutes: number;
  lookAhead: LookAheadSettings;
}

/** Index rule and early release. Weights were tuned on generated shops, see docs/queue.md. */
export const DEFAULT_SETTINGS: DispatchSettings = {
  mode: 'default',
  weights: { scarcity: 88, requests: 50, earnings: 25, minutes: 0.5, restOverrun: 0.1, idle: 0.22 },
  releaseSoftRequestsEarly: true,
  softRequestSlackMinutes: 2,
  overtimeGraceMinutes: 15,
  bookingDelayMinutes: 10,
  bookingReleaseMinutes: 12,
  bookingEarlyMinutes: 10,
  remoteTravelMinutes: 20,
  remoteGraceMinutes: 35,
  sideBySideHoldMinutes: 10,
  lookAhead: {
    tickets: 3,
    futures: 64,
    horizonMinutes: 60,
    margin: 0.5,
    passingMargin: 10,
    indexWeight: 0.25,
    guardMinutes: 34,
  },
};

/** The owner's switch: plays the choices forward and may pass somebody when all gain. */
export const LOOK_AHEAD_SETTINGS: DispatchSettings = { ...DEFAULT_SETTINGS, mode: 'lookahead' };

/** First come, first served; longest idle barber; soft requests wait out their tolerance. */
export const FIRST_COME_SETTINGS: DispatchSettings = {
  ...DEFAULT_SETTINGS,
  weights: { scarcity: 0, requests: 0, earnings: 0, minutes: 0, restOverrun: 0, idle: 1 },
  releaseSoftRequestsEarly: false,
};

/** Rules by the owner's switch. The name is kept with every decision, for when the rules are new. */
export function policyOf(mode: DispatchMode): { name: string; settings: DispatchSettings } {
  return mode === 'look_ahead'
    ? { name: 'look-ahead-1', settings: LOOK_AHEAD_SETTINGS }
    : { name: 'index-1', settings: DEFAULT_SETTINGS };
}
