import {
  DEFAULT_SETTINGS,
  type DispatchSettings,
} from '../../src/tickets/assignment/dispatch-settings';
import type { Learned } from '../../src/tickets/assignment/learned';
import type {
  BarberState,
  QueueState,
  WaitingTicket,
} from '../../src/tickets/assignment/queue-state';
import { NO_DEMAND } from '../../src/tickets/demand/demand-model';
import { fitDurations } from '../../src/tickets/durations/duration-model';
import { emptyDurationState } from '../../src/tickets/durations/duration-state';

/** What a shop knows on its first morning. */
export const NOTHING_LEARNED: Learned = {
  durations: fitDurations(emptyDurationState()),
  demand: NO_DEMAND,
};

/** A barber who is there all day, can cut, and has been free since opening. */
export function barber(id: string, given: Partial<BarberState> = {}): BarberState {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    skills: ['cut'],
    shiftStartsAt: 0,
    shiftEndsAt: 540,
    rest: null,
    current: null,
    idleSince: 0,
    earned: 0,
    workedMinutes: 0,
    turns: 0,
    ...given,
  };
}

/** A barber with a customer in the chair since `startedAt`. */
export function busyBarber(
  id: string,
  startedAt: number,
  given: Partial<BarberState> = {},
): BarberState {
  const current = { ticketId: `with-${id}`, service: 'cut', menuMinutes: 30, price: 30, startedAt };
  return barber(id, { current, idleSince: null, ...given });
}

/** A walk-in for a cut, present since joining. */
export function ticket(
  id: string,
  joinedAt: number,
  given: Partial<WaitingTicket> = {},
): WaitingTicket {
  return {
    id,
    joinedAt,
    presentSince: joinedAt,
    service: 'cut',
    skills: ['cut'],
    menuMinutes: 30,
    price: 30,
    request: null,
    party: null,
    appointment: null,
    ...given,
  };
}

export function queueState(
  barbers: readonly BarberState[],
  tickets: readonly WaitingTicket[],
): QueueState {
  return { seed: 'test', closesAt: 540, barbers, tickets };
}

/** The default settings, changed where a test needs it. */
export function settingsWith(given: Partial<DispatchSettings>): DispatchSettings {
  return { ...DEFAULT_SETTINGS, ...given };
}
