import { settingsWith } from '../../../test/support/queue';
import type { Decision } from '../assignment/decision';
import { dispatch } from '../assignment/dispatch';
import {
  DEFAULT_SETTINGS,
  type DispatchSettings,
  FIRST_COME_SETTINGS,
} from '../assignment/dispatch-settings';
import type { Learned } from '../assignment/learned';
import type { BarberState, QueueState, WaitingTicket } from '../assignment/queue-state';
import { medianMinutes } from '../durations/duration-model';
import { DaySimulation } from './day-simulation';
import { generateShop } from './generate-shop';
import { MetricsSum } from './metrics';
import { POLICIES, type Policy, policyWith } from './policy';
import { learnFromHistory } from './shop-knowledge';

/**
 * Goal: the gates hold at every decision of days that nobody has seen. Method: made-up shops of
 * several sizes and loads; a second, slower statement of each rule is asked about every decision.
 */
const SHOPS = [
  { seed: 1, barbers: 3, load: 0.9 },
  { seed: 2, barbers: 4, load: 0.8 },
  { seed: 3, barbers: 5, load: 1 },
  { seed: 4, barbers: 7, load: 0.95 },
].map((request) => ({ ...request, days: 2, historyDays: 5 }));

interface Moment {
  state: QueueState;
  now: number;
  learned: Learned;
  decision: Decision;
}

/** Plays all shops and shows every decision to `look`. */
function watch(settings: DispatchSettings, look: (moment: Moment) => void): void {
  const of = settings === FIRST_COME_SETTINGS ? POLICIES.fcfs : POLICIES.default;
  const base = policyWith(of, settings);
  const watched: Policy = {
    ...base,
    decide: (state, now, learned, trigger) => {
      const decision = base.decide(state, now, learned, trigger);
      look({ state, now, learned, decision });
      return decision;
    },
  };
  for (const request of SHOPS) {
    const file = generateShop(request);
    const dawn = learnFromHistory(file);
    for (const day of file.days) new DaySimulation(file, day, watched, dawn).run();
  }
}

function isAble(barber: BarberState, ticket: WaitingTicket): boolean {
  return ticket.skills.every((skill) => barber.skills.includes(skill));
}

function isFree(barber: BarberState, now: number): boolean {
  const { current, rest, shiftStartsAt, shiftEndsAt } = barber;
  if (current || now < shiftStartsAt || now >= shiftEndsAt) return false;
  return rest === null || (rest.startedAt === null && now < rest.latestAt);
}

function endsInTime(barber: BarberState, ticket: WaitingTicket, { now, learned }: Moment): boolean {
  const { durations } = learned;
  const median = medianMinutes(durations, barber.id, ticket.service, ticket.menuMinutes);
  const mean = median * Math.exp(durations.residualLogSd ** 2 / 2);
  return now + mean <= barber.shiftEndsAt + DEFAULT_SETTINGS.overtimeGraceMinutes;
}

function find<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id);
  if (!found) throw new Error(`${id} is unknown`);
  return found;
}

/** Few futures: the gates must hold however well or badly the look-ahead judges. */
const HASTY_LOOK_AHEAD = settingsWith({
  mode: 'lookahead',
  lookAhead: { ...DEFAULT_SETTINGS.lookAhead, futures: 8 },
});

describe.each([
  ['first come', FIRST_COME_SETTINGS],
  ['default', DEFAULT_SETTINGS],
  ['look-ahead', HASTY_LOOK_AHEAD],
])('on random days, in %s mode', (mode, settings) => {
  it('assigns nobody to a barber without the skill, off shift, busy or resting', () => {
    let assignments = 0;
    watch(settings, ({ state, now, decision }) => {
      for (const { ticketId, barberId } of decision.assignments) {
        const barber = find(state.barbers, barberId);
        expect(isAble(barber, find(state.tickets, ticketId))).toBe(true);
        expect(isFree(barber, now)).toBe(true);
        assignments += 1;
      }
      const barbers = decision.assignments.map(({ barberId }) => barberId);
      expect(new Set(barbers).size).toBe(barbers.length);
    });
    expect(assignments).toBeGreaterThan(200);
  });

  it('decides the same again for the same state', () => {
    let moments = 0;
    watch(settings, ({ state, now, learned, decision }) => {
      moments += 1;
      if (moments % 7 !== 0) return;
      expect(dispatch(state, now, learned, settings)).toEqual(decision);
    });
    expect(moments).toBeGreaterThan(200);
  });

  it('keeps every hard request', () => {
    watch(settings, ({ state, decision }) => {
      for (const { ticketId, barberId } of decision.assignments) {
        const { request } = find(state.tickets, ticketId);
        if (request?.isOnlyThatBarber) expect(barberId).toBe(request.barberId);
      }
    });
  });

  it('begins no service that is expected to end long after the shift', () => {
    watch(settings, (moment) => {
      for (const { ticketId, barberId } of moment.decision.assignments) {
        const barber = find(moment.state.barbers, barberId);
        expect(endsInTime(barber, find(moment.state.tickets, ticketId), moment)).toBe(true);
      }
    });
  });

  it('starves nobody: the one who has waited beyond the guard is never passed', () => {
    watch(settings, (moment) => {
      const { state, now, decision } = moment;
      const limit = mode !== 'look-ahead' ? 0 : settings.lookAhead.guardMinutes;
      for (const { ticketId, barberId } of decision.assignments) {
        const seated = find(state.tickets, ticketId);
        const barber = find(state.barbers, barberId);
        const passed = decision.holds
          .map((hold) => find(state.tickets, hold.ticketId))
          .filter(
            (ticket) =>
              ticket.joinedAt < seated.joinedAt &&
              now - ticket.joinedAt > limit &&
              ticket.request === null &&
              isAble(barber, ticket) &&
              endsInTime(barber, ticket, moment),
          );
        expect(passed).toEqual([]);
      }
    });
  });
});

describe.each([
  ['first come', FIRST_COME_SETTINGS],
  ['default', DEFAULT_SETTINGS],
])('on random days, in %s mode', (_, settings) => {
  it('leaves no barber free while somebody waits who may be served', () => {
    watch(settings, (moment) => {
      const { state, now, decision } = moment;
      const taken = new Set([
        ...decision.assignments.map(({ barberId }) => barberId),
        ...decision.breaksToStart.map(({ barberId }) => barberId),
      ]);
      const free = state.barbers.filter((barber) => isFree(barber, now) && !taken.has(barber.id));
      for (const { ticketId } of decision.holds) {
        const ticket = find(state.tickets, ticketId);
        const servants = free.filter(
          (barber) => isAble(barber, ticket) && endsInTime(barber, ticket, moment),
        );
        if (ticket.request === null) expect(servants).toEqual([]);
        else expect(servants.map(({ id }) => id)).not.toContain(ticket.request.barberId);
      }
    });
  });

  it('changes nothing more when asked again at once', () => {
    watch(settings, ({ state, now, learned, decision }) => {
      if (decision.assignments.length > 0 || decision.breaksToStart.length > 0) return;
      expect(dispatch(state, now, learned, settings)).toEqual(decision);
    });
  });
});

describe('on random days, day by day', () => {
  const outcomeOf = (policy: Policy) => {
    const sum = new MetricsSum();
    for (const request of SHOPS) {
      const file = generateShop(request);
      const dawn = learnFromHistory(file);
      for (const day of file.days) {
        sum.addDay(file, new DaySimulation(file, day, policy, dawn).run());
      }
    }
    return sum.metrics();
  };

  it('breaks no promise, passes nobody, and costs no overtime against first come', () => {
    const [ours, fcfs] = [outcomeOf(POLICIES.default), outcomeOf(POLICIES.fcfs)];

    expect(ours).toMatchObject({ unskilled: 0, hardRequestsKept: 1 });
    expect(fcfs).toMatchObject({ unskilled: 0, hardRequestsKept: 1 });
    expect(ours.overtaken).toBeLessThanOrEqual(0.005);
    expect(ours.overtimeMinutes).toBeLessThanOrEqual(fcfs.overtimeMinutes + 0.3);
    expect(ours.cost).toBeLessThan(fcfs.cost);
  });

  it('shows what an order without these rules breaks, so that the gates are seen to count', () => {
    const { unskilled, hardRequestsKept, overtaken } = outcomeOf(POLICIES.prototype);

    expect(unskilled).toBeGreaterThan(0);
    expect(hardRequestsKept).toBeLessThan(0.9);
    expect(overtaken).toBeGreaterThan(0.005);
  });
});
