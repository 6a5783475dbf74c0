import type { DayFile, PastTicket } from '../day-file';
import { replayDays } from '../history-replay';
import { quantile } from '../metrics';
import { learnFromHistory, type ShopKnowledge } from '../shop-knowledge';
import { type OwnDay, tenths, toOwnDays } from './own-frames';
import type { OwnRows, Period } from './own-rows';
import type { OwnShop } from './own-shop';
import { type OwnVisit, toOwnVisits } from './own-visits';

const MINUTE_MS = 60_000;
/** Chair time lost by calling somebody who is gone, unless the shop's own tickets say better. */
const USUAL_NO_SHOW_MINUTES = 3;
const LEAST_NO_SHOWS = 5;
/** A pause between two customers that is longer than this is no clean-up. */
const LONGEST_CLEAN_UP_MINUTES = 10;

/** A shop's own past in the simulator's terms, and what all of it teaches. */
export interface OwnPast {
  /** Everything is history here; `days` is empty. */
  file: DayFile;
  days: OwnDay[];
  visits: OwnVisit[];
  knowledge: ShopKnowledge;
}

/** Makes a shop's rows readable for the simulator. Nothing is drawn yet. */
export function toOwnPast(shop: OwnShop, rows: OwnRows): OwnPast {
  const visits = toOwnVisits(rows);
  const involved = new Set<string | null>([
    ...rows.shifts.map(({ barberId }) => barberId),
    ...visits.flatMap(({ barberId, requestedBarberId }) => [barberId, requestedBarberId]),
  ]);
  const barbers = rows.barbers.filter(({ id }) => involved.has(id));
  const numbers = new Map(barbers.map(({ id }, number) => [id, number]));
  const skills = barbers.map(({ id, skills: own }) => {
    const used = visits.filter(({ barberId }) => barberId === id).flatMap((v) => v.skills);
    // Whoever did it could do it then.
    return [...new Set([...(JSON.parse(own) as string[]), ...used])].sort();
  });
  const days = toOwnDays(shop, rows, barbers, skills, visits);
  const cleanUpMinutes = cleanUpOf(visits);
  const dayOf = new Map(days.map((day) => [day.date, day]));
  const history = visits.flatMap((visit) => {
    const day = dayOf.get(visit.businessDay);
    return day ? [pastTicket(visit, day, numbers, cleanUpMinutes)] : [];
  });
  const file: DayFile = {
    shop: shop.slug,
    load: 'own',
    opensAt: Math.min(0, ...days.map(({ opensAt }) => opensAt)),
    closesAt: Math.max(0, ...days.map(({ closesAt }) => closesAt)),
    lastJoinAt: Math.max(0, ...days.map(({ lastJoinAt }) => lastJoinAt)),
    cleanUpMinutes,
    noShowMinutes: noShowMinutesOf(rows),
    barbers: usualBarbers(days),
    history,
    days: [],
    pastFrames: days.map(({ origin: _, ...frame }) => frame),
  };
  return { file, days, visits, knowledge: learnFromHistory(file) };
}

/**
 * The days format of a period: what came before it is the history that policies and estimates learn
 * from, the days themselves are replayed. Another seed draws what nobody recorded anew.
 */
export function toOwnDayFile(past: OwnPast, period: Period, seed: number): DayFile {
  const { file, days, knowledge } = past;
  const within = days.filter(({ date }) => date >= period.from && date <= period.to);
  const before = new Set(days.filter(({ date }) => date < period.from).map(({ day }) => day));
  const numbers = within.map(({ day }) => day);
  const replayed = replayDays(file, knowledge, numbers, `own ${seed}`);
  return {
    ...file,
    history: file.history.filter(({ day }) => before.has(day)),
    pastFrames: (file.pastFrames ?? []).filter(({ day }) => before.has(day)),
    days: replayed.map((day) => ({
      ...day,
      tickets: day.tickets.map((ticket) => ({
        ...ticket,
        patienceMinutes: tenths(ticket.patienceMinutes),
        waitsForBarberMinutes: tenths(ticket.waitsForBarberMinutes),
        minutesByBarber: ticket.minutesByBarber.map(tenths),
      })),
    })),
  };
}

function pastTicket(
  visit: OwnVisit,
  { day, origin }: OwnDay,
  numbers: ReadonlyMap<string, number>,
  cleanUpMinutes: number,
): PastTicket {
  const minutes = (at: number): number => tenths((at - origin) / MINUTE_MS);
  const { requestedBarberId, startedAt, endedAt, barberId, outcome } = visit;
  const common = {
    day,
    at: minutes(visit.joinedAt),
    service: visit.service,
    addOn: false,
    menuMinutes: visit.menuMinutes,
    requestedBarber: requestedBarberId === null ? null : (numbers.get(requestedBarberId) ?? null),
    onlyThatBarber: visit.onlyThatBarber,
    outcome,
    skills: visit.skills,
    price: visit.priceCents,
    waitsForBarberMinutes: visit.waitsForBarberMinutes,
  };
  if (outcome === 'served' && startedAt !== null && endedAt !== null && barberId !== null) {
    const inChair = tenths((endedAt - startedAt) / MINUTE_MS + cleanUpMinutes);
    return {
      ...common,
      barber: numbers.get(barberId) ?? 0,
      startedAt: minutes(startedAt),
      minutes: inChair,
    };
  }
  return endedAt === null ? common : { ...common, goneAt: minutes(endedAt) };
}

/** Usual minutes from one customer's end to the next one's start, when that one was there already. */
function cleanUpOf(visits: readonly OwnVisit[]): number {
  const byChair = new Map<string, OwnVisit[]>();
  for (const visit of visits) {
    if (visit.barberId === null) continue;
    const key = `${visit.businessDay} ${visit.barberId}`;
    byChair.set(key, [...(byChair.get(key) ?? []), visit]);
  }
  const pauses: number[] = [];
  for (const chair of byChair.values()) {
    chair.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    chair.forEach((visit, index) => {
      const next = chair[index + 1];
      if (!next || visit.endedAt === null || next.startedAt === null) return;
      const pause = (next.startedAt - visit.endedAt) / MINUTE_MS;
      const wasThere = next.joinedAt <= visit.endedAt;
      if (wasThere && pause >= 0 && pause <= LONGEST_CLEAN_UP_MINUTES) pauses.push(pause);
    });
  }
  return tenths(quantile(pauses, 0.5));
}

function noShowMinutesOf({ tickets }: OwnRows): number {
  const lost = tickets.flatMap(({ state, assignedAt, endedAt }) =>
    state === 'no_show' && assignedAt !== null && endedAt !== null
      ? [(Number(endedAt) - Number(assignedAt)) / MINUTE_MS]
      : [],
  );
  return lost.length < LEAST_NO_SHOWS ? USUAL_NO_SHOW_MINUTES : tenths(quantile(lost, 0.5));
}

/** For readers of the file that know no frames: everybody as on their longest day. */
function usualBarbers(days: readonly OwnDay[]): DayFile['barbers'] {
  const length = (barber: DayFile['barbers'][number]): number =>
    barber.shiftEnd - barber.shiftStart;
  return (days[0]?.barbers ?? []).map((first, number) =>
    days.reduce((longest, { barbers }) => {
      const own = barbers[number];
      return own && length(own) > length(longest) ? own : longest;
    }, first),
  );
}
