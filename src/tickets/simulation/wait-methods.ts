import type { Learned } from '../assignment/learned';
import type { QueueState } from '../assignment/queue-state';
import type { Band } from '../estimates/calibration';
import { estimateWaits } from '../estimates/estimate-waits';
import type { DayTicket } from './day-file';
import type { Policy } from './policy';

/** A moment at which somebody joined and must wait, as the shop sees it. */
export interface JoinMoment {
  ticket: DayTicket;
  state: QueueState;
  now: number;
  learned: Learned;
  policy: Policy;
  /** Mean minutes of a service over the whole history. */
  meanServiceMinutes: number;
}

/** A way to predict the wait at joining. A point, and a raw band where the method has one. */
export interface WaitMethod {
  predict(moment: JoinMoment): Band;
  /** How the band is made from past errors: by residuals, or by scaling the method's own band. */
  band: 'residuals' | 'scaled';
  /** Multiplies the point by one factor fitted on the calibration days. */
  isRefitted: boolean;
}

/** Position × mean service ÷ barbers on the floor: what most queues on the market show. */
export const NAIVE: WaitMethod = {
  band: 'residuals',
  isRefitted: false,
  predict: ({ state, now, meanServiceMinutes }) => {
    const position = state.tickets.length;
    const on = state.barbers.filter(
      ({ shiftStartsAt, shiftEndsAt, rest }) =>
        now >= shiftStartsAt && now < shiftEndsAt && (rest?.startedAt ?? null) === null,
    ).length;
    return pointBand((position * meanServiceMinutes) / Math.max(1, on));
  },
};

/** The same with one factor learned for the shop. */
export const REFITTED_NAIVE: WaitMethod = { ...NAIVE, isRefitted: true };

/** Ours: the estimator that serves the shop. */
export const OURS: WaitMethod = {
  band: 'scaled',
  isRefitted: false,
  predict: ({ ticket, state, now, learned, policy }) => {
    const estimates = estimateWaits(state, now, learned, policy.settings);
    const own = estimates.find(({ ticketId }) => ticketId === String(ticket.id));
    if (!own) throw new Error(`No estimate for ticket ${ticket.id}`);
    return own.raw;
  },
};

export function pointBand(minutes: number): Band {
  return { low: minutes, median: minutes, high: minutes };
}
