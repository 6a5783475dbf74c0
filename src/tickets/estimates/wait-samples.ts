import { type CompiledFloor, compileFloor } from '../assignment/compile-floor';
import type { DispatchSettings } from '../assignment/dispatch-settings';
import { FloorSnapshot } from '../assignment/floor';
import { ARRIVAL_ROOM, FutureSource } from '../assignment/future';
import type { Learned } from '../assignment/learned';
import { type Play, playForward } from '../assignment/play-forward';
import type { QueueState, WaitingTicket } from '../assignment/queue-state';
import { seedFrom } from '../assignment/seeded-random';
import { MirroredRandom } from './mirrored-random';

export interface SamplingOptions {
  /** Simulated futures; more make the band steadier and cost time in proportion. */
  futures: number;
  /** In a long queue, where a future costs more and a minute matters less. */
  futuresInLongQueue: number;
  /** Arrivals after now are played for this long; they hardly delay those already waiting. */
  arrivalHorizonMinutes: number;
  /**
   * The same luck in every minute of a day, so that an estimate moves by what happens and not by
   * chance. Off where many moments are judged together, since their errors would be alike.
   */
  isSteady?: boolean;
}

export const DEFAULT_SAMPLING: SamplingOptions = {
  futures: 200,
  futuresInLongQueue: 140,
  arrivalHorizonMinutes: 60,
};

/** For people who look at the same number again and again. */
export const STEADY_SAMPLING: SamplingOptions = { ...DEFAULT_SAMPLING, isSteady: true };

/** From this many waiting customers on, a queue is long. */
const LONG_QUEUE = 12;

/** How long one ticket waits from joining, in every simulated future in which it is called. */
export interface WaitSamples {
  ticketId: string;
  /** Ascending, minutes from joining. */
  waits: Float64Array;
  /** Share of futures in which the ticket is not called before everybody goes home. */
  shareNotSeated: number;
}

/**
 * Plays the floor forward with the dispatcher's own rules and notes when everybody is called.
 * Each ticket learns what it would wait if it stayed, also where it leaves as a neighbour of the
 * others. `observers` only watch: one run answers "anyone?" and "only Marco?" together.
 */
export function sampleWaits(
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
  observers: readonly WaitingTicket[] = [],
  options: SamplingOptions = DEFAULT_SAMPLING,
): WaitSamples[] {
  const watched =
    observers.length === 0 ? state : { ...state, tickets: [...state.tickets, ...observers] };
  const compiled = compileFloor(watched, now, learned, settings, ARRIVAL_ROOM);
  markObservers(compiled, observers);
  const isLong = compiled.tickets.length >= LONG_QUEUE;
  const futures = isLong ? options.futuresInLongQueue : options.futures;
  const waits = playFutures(compiled, state, now, learned, settings, { ...options, futures });
  return compiled.tickets.map((ticket, number) => {
    const seated = waits[number]?.filter(Number.isFinite).sort() ?? new Float64Array(0);
    return {
      ticketId: ticket.id,
      waits: seated,
      shareNotSeated: 1 - seated.length / futures,
    };
  });
}

function markObservers(compiled: CompiledFloor, observers: readonly WaitingTicket[]): void {
  const ids = new Set(observers.map(({ id }) => id));
  compiled.tickets.forEach(({ id }, number) => {
    if (ids.has(id)) compiled.floor.isObserver[number] = 1;
  });
}

function playFutures(
  compiled: CompiledFloor,
  state: QueueState,
  now: number,
  learned: Learned,
  settings: DispatchSettings,
  options: SamplingOptions,
): Float64Array[] {
  const { floor, tickets } = compiled;
  const { futures, arrivalHorizonMinutes, isSteady = false } = options;
  const snapshot = new FloorSnapshot(floor);
  const source = new FutureSource(compiled, learned.demand, now, now + arrivalHorizonMinutes);
  const seed = seedFrom(state.seed, 'waits', isSteady ? '' : Math.round(now * 10));
  const random = new MirroredRandom(seed);
  const waits = tickets.map(() => new Float64Array(futures));
  const play: Play = {
    settings,
    firstArrival: tickets.length,
    arrivals: 0,
    noShowMinutes: learned.demand.noShowMinutes,
    tracked: tickets.length,
    until: Number.MAX_VALUE,
  };
  for (let future = 0; future < futures; future += 1) {
    snapshot.restore();
    random.beginFuture();
    // So that one customer more or less does not change the luck of all futures after.
    if (isSteady) random.restart(seedFrom(seed, future));
    source.draw(random);
    play.arrivals = source.arrivals;
    floor.calledAt.fill(Number.POSITIVE_INFINITY);
    playForward(floor, play, now, true);
    for (let ticket = 0; ticket < tickets.length; ticket += 1) {
      (waits[ticket] as Float64Array)[future] =
        (floor.calledAt[ticket] as number) - (floor.joinedAt[ticket] as number);
    }
  }
  return waits;
}
