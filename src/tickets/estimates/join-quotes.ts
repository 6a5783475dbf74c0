import type { DispatchSettings } from '../assignment/dispatch-settings';
import type { Learned } from '../assignment/learned';
import type { QueueState, WaitingTicket } from '../assignment/queue-state';
import type { BandFactors } from './calibration';
import { estimateFrom, type WaitEstimate } from './estimate-waits';
import { DEFAULT_SAMPLING, type SamplingOptions, sampleWaits } from './wait-samples';

/** What somebody at the door wants. */
export interface JoinNeeds {
  service: string;
  skills: readonly string[];
  menuMinutes: number;
  price: number;
}

/** Both waits, so that a request is made with open eyes. */
export interface JoinQuotes {
  anyone: WaitEstimate;
  /** One for each barber who has the skills and has not gone home. */
  onlyBarber: ReadonlyArray<{ barberId: string; estimate: WaitEstimate }>;
}

const ANYONE = 'quote:anyone';

/** The waits that a customer would have, joining now: with anybody, and with each able barber. */
export function quoteJoin(
  state: QueueState,
  now: number,
  needs: JoinNeeds,
  learned: Learned,
  settings: DispatchSettings,
  factors: BandFactors = { below: 1, above: 1 },
  options: SamplingOptions = DEFAULT_SAMPLING,
): JoinQuotes {
  const able = state.barbers.filter(
    ({ skills, shiftEndsAt }) =>
      shiftEndsAt > now && needs.skills.every((skill) => skills.includes(skill)),
  );
  const observers = [
    observer(ANYONE, null, now, needs),
    ...able.map(({ id }) => observer(`quote:${id}`, id, now, needs)),
  ];
  const samples = sampleWaits(state, now, learned, settings, observers, options);
  const estimateOf = (id: string): WaitEstimate => {
    const found = samples.find(({ ticketId }) => ticketId === id);
    if (!found) throw new Error(`No samples for ${id}`);
    return estimateFrom(found, now, now, factors);
  };
  return {
    anyone: estimateOf(ANYONE),
    onlyBarber: able.map(({ id }) => ({ barberId: id, estimate: estimateOf(`quote:${id}`) })),
  };
}

function observer(
  id: string,
  barberId: string | null,
  now: number,
  needs: JoinNeeds,
): WaitingTicket {
  return {
    id,
    joinedAt: now,
    presentSince: now,
    ...needs,
    request: barberId === null ? null : { barberId, isOnlyThatBarber: true, toleranceMinutes: 0 },
    party: null,
    appointment: null,
  };
}
