import { compileFloor } from '../../src/tickets/assignment/compile-floor';
import { BUSY, type Floor } from '../../src/tickets/assignment/floor';
import type { Learned } from '../../src/tickets/assignment/learned';
import { type Play, playForward } from '../../src/tickets/assignment/play-forward';
import { type DurationModel, usualLogFactor } from '../../src/tickets/durations/duration-model';
import { bandOf } from '../../src/tickets/estimates/estimate-waits';
import { sampleWaits } from '../../src/tickets/estimates/wait-samples';
import { type DayFile, serviceKey } from '../../src/tickets/simulation/day-file';
import {
  type JoinMoment,
  pointBand,
  type WaitMethod,
} from '../../src/tickets/simulation/wait-methods';

/**
 * Methods that only the benchmark needs: they show what each part of the estimator is worth.
 */

/**
 * Averaged minutes rolled forward once over staff and hours: one mean a service whoever does it,
 * what is left of a running service is the mean less what has passed, nobody leaves, nobody comes.
 */
export const MEAN_SIMULATION: WaitMethod = {
  band: 'residuals',
  isRefitted: false,
  predict: ({ state, now, learned, policy, ticket }) => {
    const averaged = { ...learned, durations: averagedOverBarbers(learned.durations) };
    const { floor, tickets } = compileFloor(state, now, averaged, policy.settings);
    playMeans(floor, now);
    const play: Play = {
      settings: policy.settings,
      firstArrival: tickets.length,
      arrivals: 0,
      noShowMinutes: 0,
      tracked: tickets.length,
      until: Number.MAX_VALUE,
    };
    playForward(floor, play, now, true);
    const number = tickets.findIndex(({ id }) => id === String(ticket.id));
    const calledAt = floor.calledAt[number] ?? Number.POSITIVE_INFINITY;
    const lastCall = Math.max(...state.barbers.map(({ shiftEndsAt }) => shiftEndsAt));
    return pointBand(Math.min(calledAt, lastCall) - ticket.arrivesAt);
  },
};

function averagedOverBarbers(model: DurationModel): DurationModel {
  const paces = new Map<string, { log: number; logSd: number; services: number }>();
  return { ...model, barbers: new Map(), barberServices: new Map(), paces };
}

/** The shortest rest that an overdue service is given. */
const SHORTEST_REST_MINUTES = 1;

function playMeans(floor: Floor, now: number): void {
  floor.difficulty.fill(Math.log(floor.meanFactor));
  for (let barber = 0; barber < floor.barberCount; barber += 1) {
    if (floor.status[barber] !== BUSY) continue;
    const mean = (floor.currentMedian[barber] as number) * floor.meanFactor;
    const endsAt = (floor.startedAt[barber] as number) + mean;
    floor.endsAt[barber] = Math.max(endsAt, now + SHORTEST_REST_MINUTES);
  }
}

/** Our estimator told the truth about every barber, service and pace: nothing can do better. */
export function trueParameters(file: DayFile): WaitMethod {
  const models = new Map(file.days.map(({ day }) => [day, trueModel(file, day)]));
  return {
    band: 'scaled',
    isRefitted: false,
    predict: (moment: JoinMoment) => {
      const { state, now, learned, policy, ticket } = moment;
      const day = Number(state.seed.split('|').at(-1));
      const durations = models.get(day) ?? learned.durations;
      const truth: Learned = { durations, demand: learned.demand };
      const samples = sampleWaits(state, now, truth, policy.settings);
      const own = samples.find(({ ticketId }) => ticketId === String(ticket.id));
      return bandOf(own?.waits ?? new Float64Array(0));
    },
  };
}

/** Means over all barbers' hidden minutes, and each barber's true pace of one day. */
function trueModel(file: DayFile, day: number): DurationModel {
  const sums = new Map<string, { sum: number; count: number }[]>();
  const logsOf = (minutes: readonly number[], menuMinutes: number): number[] =>
    minutes.map((value) => Math.log(value / menuMinutes));
  for (const { tickets } of file.days) {
    for (const ticket of tickets) {
      const key = serviceKey(ticket);
      const row = sums.get(key) ?? file.barbers.map(() => ({ sum: 0, count: 0 }));
      sums.set(key, row);
      logsOf(ticket.minutesByBarber, ticket.menuMinutes).forEach((log, index) => {
        const cell = row[index] as { sum: number; count: number };
        cell.sum += log;
        cell.count += 1;
      });
    }
  }
  const model: DurationModel = {
    shop: 0,
    services: new Map(),
    barbers: new Map(),
    barberServices: new Map(
      [...sums].map(([service, row]) => [
        service,
        new Map(row.map(({ sum, count }, index) => [String(file.barbers[index]?.id), sum / count])),
      ]),
    ),
    paces: new Map(),
    residualLogSd: 0.27,
    unknownPaceLogSd: 0,
  };
  const today = file.days.find((candidate) => candidate.day === day)?.tickets ?? [];
  const surprises = today.map((ticket) =>
    logsOf(ticket.minutesByBarber, ticket.menuMinutes).map(
      (log, index) =>
        log - usualLogFactor(model, String(file.barbers[index]?.id), serviceKey(ticket)),
    ),
  );
  // What all barbers share is the customers' doing; what differs from ticket to ticket is the pace.
  const shared = surprises.map((row) => row.reduce((sum, log) => sum + log, 0) / row.length);
  file.barbers.forEach(({ id }, index) => {
    const own = surprises.map((row, ticket) => (row[index] as number) - (shared[ticket] as number));
    const log = own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
    model.paces.set(String(id), { log, logSd: 0, services: own.length });
  });
  return model;
}
