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
  /** Whether anybody who can do it is on shift. */
  canAnybody: boolean;
  /** One for each barber who has the skills and has not gone home; none if not asked for. */
  onlyBarber: ReadonlyArray<{ barberId: string; estimate: WaitEstimate }>;
}

const ANYONE = 'quote:anyone';

/** What is asked at the door: for anybody, and for each able barber if wanted. */
export interface DoorNeeds {
  readonly needs: JoinNeeds;
  readonly withBarbers: boolean;
}

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
  const doors = [{ needs, withBarbers: true }];
  const [quotes] = quoteJoins(state, now, doors, learned, settings, factors, options);
  if (!quotes) throw new Error('Every question has an answer');
  return quotes;
}

/** The same for several wishes, in one run of the simulation; answers in the order of the wishes. */
export function quoteJoins(
  state: QueueState,
  now: number,
  doors: readonly DoorNeeds[],
  learned: Learned,
  settings: DispatchSettings,
  factors: BandFactors = { below: 1, above: 1 },
  options: SamplingOptions = DEFAULT_SAMPLING,
): JoinQuotes[] {
  const asked = doors.map(({ needs, withBarbers }, number) => ({
    needs,
    anyone: `${ANYONE}:${number}`,
    able: state.barbers
      .filter(
        ({ skills, shiftEndsAt }) =>
          shiftEndsAt > now && needs.skills.every((skill) => skills.includes(skill)),
      )
      .map(({ id }) => ({ barberId: id, ticketId: `quote:${number}:${id}`, withBarbers })),
  }));
  const observers = asked.flatMap(({ needs, anyone, able }) => [
    observer(anyone, null, now, needs),
    ...able
      .filter(({ withBarbers }) => withBarbers)
      .map(({ barberId, ticketId }) => observer(ticketId, barberId, now, needs)),
  ]);
  const samples = new Map(
    sampleWaits(state, now, learned, settings, observers, options).map((one) => [
      one.ticketId,
      one,
    ]),
  );
  const estimateOf = (id: string): WaitEstimate => {
    const found = samples.get(id);
    if (!found) throw new Error(`No samples for ${id}`);
    return estimateFrom(found, now, now, factors);
  };
  return asked.map(({ anyone, able }) => ({
    anyone: estimateOf(anyone),
    canAnybody: able.length > 0,
    onlyBarber: able
      .filter(({ withBarbers }) => withBarbers)
      .map(({ barberId, ticketId }) => ({ barberId, estimate: estimateOf(ticketId) })),
  }));
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
