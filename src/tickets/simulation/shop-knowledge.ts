import type { Learned } from '../assignment/learned';
import type { DemandModel } from '../demand/demand-model';
import { learnDemand, type PastVisit } from '../demand/learn-demand';
import { type EndedWait, fitPatience } from '../demand/patience-fit';
import { learnCompletion, startDay } from '../durations/duration-learner';
import { type DurationModel, fitDurations } from '../durations/duration-model';
import { type DurationState, emptyDurationState } from '../durations/duration-state';
import { type DayFile, type PastTicket, serviceKey } from './day-file';

/** What a shop knows on the morning of a test day, learned from its history alone. */
export interface ShopKnowledge {
  durationState: DurationState;
  durations: DurationModel;
  demand: DemandModel;
}

/** The menu: what each service needs and costs. Known to every shop. */
export interface MenuItem {
  skills: readonly string[];
  price: number;
}

/** Feeds the history, day by day, to the learners that serve the live shop. */
export function learnFromHistory(file: DayFile): ShopKnowledge {
  let durationState = emptyDurationState();
  let durations: DurationModel;
  for (const visits of byDay(file.history)) {
    durationState = startDay(durationState);
    durations = fitDurations(durationState);
    const served = visits
      .filter(({ outcome }) => outcome === 'served')
      .sort((a, b) => endOf(a) - endOf(b));
    for (const visit of served) {
      const { state, model } = learnCompletion(durationState, durations, {
        barberId: String(visit.barber),
        service: serviceKey(visit),
        menuMinutes: visit.menuMinutes,
        minutes: visit.minutes ?? 0,
      });
      durationState = state;
      durations = model;
    }
  }
  durationState = startDay(durationState);
  durations = fitDurations(durationState);
  return { durationState, durations, demand: learnDemandOf(file) };
}

/** The knowledge in the form that the dispatcher asks for. */
export function learnedOf({ durations, demand }: ShopKnowledge): Learned {
  return { durations, demand };
}

function endOf(visit: PastTicket): number {
  return (visit.startedAt ?? visit.at) + (visit.minutes ?? 0);
}

function byDay(history: readonly PastTicket[]): PastTicket[][] {
  const days = new Map<number, PastTicket[]>();
  for (const visit of history) {
    const visits = days.get(visit.day) ?? [];
    visits.push(visit);
    days.set(visit.day, visits);
  }
  return [...days.entries()].sort(([a], [b]) => a - b).map(([, visits]) => visits);
}

function learnDemandOf(file: DayFile): DemandModel {
  const menu = menuOf(file);
  const visits: PastVisit[] = [];
  for (const past of file.history) {
    const { skills, price } = past;
    const isSaid = skills !== undefined && price !== undefined;
    const item = isSaid ? { skills, price } : menu.get(serviceKey(past));
    if (!item) continue;
    visits.push({
      day: past.day,
      joinedAt: past.at,
      service: serviceKey(past),
      skills: item.skills,
      menuMinutes: past.menuMinutes,
      price: item.price,
      requestedBarberId: past.requestedBarber === null ? null : String(past.requestedBarber),
      isOnlyThatBarber: past.onlyThatBarber,
      outcome: past.outcome,
    });
  }
  const { opensAt, lastJoinAt, noShowMinutes } = file;
  const demand = learnDemand(visits, { opensAt, lastJoinAt, noShowMinutes });
  const patience = fitPatience(file.history.flatMap(endedWait));
  if (!patience) return demand;
  return { ...demand, patienceMedianMinutes: patience.median, patienceLogSd: patience.logSd };
}

/** What a past ticket tells of patience: nothing when nobody noted when somebody was gone. */
function endedWait({ at, outcome, startedAt, goneAt }: PastTicket): EndedWait[] {
  if (outcome === 'left') {
    return goneAt === undefined ? [] : [{ waited: goneAt - at, end: 'missing' }];
  }
  return startedAt === undefined ? [] : [{ waited: startedAt - at, end: 'served' }];
}

/** Collected from the tickets: the format has no menu, and what a service needs is no secret. */
export function menuOf(file: DayFile): Map<string, MenuItem> {
  const menu = new Map<string, MenuItem>();
  for (const { tickets } of file.days) {
    for (const ticket of tickets) {
      menu.set(serviceKey(ticket), { skills: ticket.skills, price: ticket.price });
    }
  }
  return menu;
}
