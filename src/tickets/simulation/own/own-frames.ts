import { type BusinessDay, instantOf } from '../../../platform/time/business-day';
import { weekdayNameOf } from '../../../shops/opening-hours.rules';
import type { DayBarber, DayFrame } from '../day-file';
import type { OwnBarber, OwnRows, OwnShift, OwnSpan } from './own-rows';
import type { OwnShop } from './own-shop';
import type { OwnVisit } from './own-visits';

const MINUTE_MS = 60_000;
/** Without hours for a day on which somebody came after all. */
const USUAL_HOURS = [{ opensAt: '09:00', closesAt: '18:00' }];
/** Breaks are taken to be movable by this much: they begin when asked for. */
const BREAK_WINDOW_MINUTES = 30;

/** A day of the shop with its frame; minutes count from `origin`. */
export interface OwnDay extends Required<Omit<DayFrame, 'date'>> {
  date: BusinessDay;
  /** The moment of the frame's minute 0: the opening. */
  origin: number;
}

/** The hours and shifts of every day on which somebody came, numbered from 1. */
export function toOwnDays(
  shop: OwnShop,
  rows: OwnRows,
  barbers: readonly OwnBarber[],
  skills: readonly string[][],
  visits: readonly OwnVisit[],
): OwnDay[] {
  const dates = [...new Set(visits.map(({ businessDay }) => businessDay))].sort();
  return dates.map((date, index) => {
    const own = visits.filter(({ businessDay }) => businessDay === date);
    const { opens, closes } = hoursOn(shop, date);
    const ends = own.map(({ endedAt, joinedAt }) => endedAt ?? joinedAt);
    const shifts = rows.shifts.filter(({ businessDay }) => businessDay === date);
    const breaks = rows.breaks.filter(({ businessDay }) => businessDay === date);
    const minutes = (at: number): number => tenths((at - opens) / MINUTE_MS);
    const lastJoin = Math.max(closes, ...own.map(({ joinedAt }) => joinedAt));
    const lastEnd = Math.max(lastJoin, ...ends);
    return {
      day: index + 1,
      date,
      origin: opens,
      opensAt: Math.min(0, ...own.map(({ joinedAt }) => minutes(joinedAt))),
      closesAt: minutes(lastJoin),
      lastJoinAt: minutes(lastJoin),
      barbers: barbers.map(({ id, name }, number): DayBarber => {
        const mine = ({ barberId }: OwnSpan): boolean => barberId === id;
        const presence = presenceOf(shifts.filter(mine), breaks.filter(mine), lastJoin, lastEnd);
        return {
          ...{ id: number, name, ref: id, skills: skills[number] ?? [] },
          ...toShift(presence, minutes),
        };
      }),
    };
  });
}

interface Presence {
  from: number;
  until: number;
  away: ReadonlyArray<{ from: number; until: number }>;
}

/**
 * From the first clocking in to the planned end, or to the last clocking out where that was earlier;
 * the time between shifts is a break.
 */
function presenceOf(
  shifts: readonly OwnShift[],
  breaks: readonly OwnSpan[],
  closes: number,
  lastEnd: number,
): Presence | null {
  const spans = shifts
    .map(({ startedAt, endedAt }) => ({
      from: Number(startedAt),
      until: endedAt === null ? lastEnd : Number(endedAt),
    }))
    .sort((a, b) => a.from - b.from);
  const first = spans[0];
  if (!first) return null;
  // Whoever stayed to finish with the last ones had meant to go as planned, else at closing.
  const planned = shifts.flatMap(({ plannedEndsAt: at }) => (at === null ? [] : [Number(at)]));
  const meant = planned.length > 0 ? Math.max(...planned) : closes;
  const until = Math.max(first.from, Math.min(meant, Math.max(...spans.map((s) => s.until))));
  const gaps = spans.slice(1).map((span, index) => ({
    from: (spans[index] as (typeof spans)[number]).until,
    until: span.from,
  }));
  const rests = breaks.map(({ startedAt, endedAt }) => ({
    from: Number(startedAt),
    until: endedAt === null ? until : Number(endedAt),
  }));
  const away = [...gaps, ...rests].filter((span) => span.until > span.from && span.from < until);
  return { from: first.from, until, away };
}

/** One shift and one break, as the format has it: all absences in one, where the longest was. */
function toShift(
  presence: Presence | null,
  minutes: (at: number) => number,
): Omit<DayBarber, 'id' | 'skills'> {
  if (!presence) {
    return {
      ...{ shiftStart: 0, shiftEnd: 0 },
      breakAt: 0,
      breakMinutes: 0,
      breakWindowMinutes: 0,
    };
  }
  const { from, until, away } = presence;
  const lengthOf = (span: { from: number; until: number }): number => span.until - span.from;
  const longest = [...away].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  const total = away.reduce((sum, span) => sum + lengthOf(span), 0) / MINUTE_MS;
  return {
    shiftStart: minutes(from),
    shiftEnd: minutes(until),
    breakAt: longest ? minutes(longest.from) : 0,
    breakMinutes: tenths(total),
    breakWindowMinutes: longest ? BREAK_WINDOW_MINUTES : 0,
  };
}

function hoursOn(shop: OwnShop, date: BusinessDay): { opens: number; closes: number } {
  const periods = shop.openingHours[weekdayNameOf(date)];
  const instant = (time: string): number =>
    instantOf(date, Number(time.slice(0, 2)), shop.timeZone, Number(time.slice(3, 5)));
  const spans = (periods.length > 0 ? periods : USUAL_HOURS).map(({ opensAt, closesAt }) => {
    const opens = instant(opensAt);
    const closes = instant(closesAt);
    return { opens, closes: closes > opens ? closes : closes + 24 * 60 * MINUTE_MS };
  });
  return {
    opens: Math.min(...spans.map(({ opens }) => opens)),
    closes: Math.max(...spans.map(({ closes }) => closes)),
  };
}

/** To a tenth of a minute, as the format wants it. */
export function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
