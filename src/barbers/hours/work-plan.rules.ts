import { addDays, type BusinessDay, instantOf } from '../../platform/time/business-day';
import type { Weekday } from '../../shops/opening-hours.rules';

const MINUTE_MS = 60_000;

/** A break that is meant for a time of the day, and may begin this much earlier or later. */
export interface PlannedBreak {
  /** Wall clock of the shop, `13:00`. */
  readonly at: string;
  readonly minutes: number;
  readonly windowMinutes: number;
}

/** Planned hours of one day by the shop's wall clock; an end before the start is after midnight. */
export interface WorkDay {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly break: PlannedBreak | null;
}

/** Planned hours by weekday; null is a day off. */
export type WorkWeek = Readonly<Record<Weekday, WorkDay | null>>;

/** What makes planned hours impossible. */
export type WorkDayFault = 'empty_shift' | 'break_outside_shift';

/** A break still to come: begins between two moments and lasts so many minutes. */
export interface BreakWindow {
  readonly earliestAt: number;
  readonly latestAt: number;
  readonly minutes: number;
}

/** Planned hours as moments. */
export interface WorkSpan {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly rest: BreakWindow | null;
}

interface DayRule {
  readonly timeZone: string;
  readonly dayStartsAtHour: number;
}

export const NO_WEEK: WorkWeek = {
  ...{ mon: null, tue: null, wed: null, thu: null },
  ...{ fri: null, sat: null, sun: null },
};

/** What makes a day impossible, or null: it must last, and its break must fit into it. */
export function faultOfWorkDay(hours: WorkDay): WorkDayFault | null {
  const from = minutesOf(hours.startsAt);
  const until = after(from, minutesOf(hours.endsAt));
  if (until - from === 24 * 60) return 'empty_shift';
  if (hours.break === null) return null;
  const at = minutesOf(hours.break.at);
  const breakAt = at < from ? at + 24 * 60 : at;
  return breakAt + hours.break.minutes > until ? 'break_outside_shift' : null;
}

/**
 * Planned hours of a business day as moments. A start before the hour at which business days begin
 * is in the following night. The window of the break is cut where the shift begins and ends.
 */
export function workSpanOf(hours: WorkDay, day: BusinessDay, shop: DayRule): WorkSpan {
  const startDate =
    Number(hours.startsAt.slice(0, 2)) < shop.dayStartsAtHour ? addDays(day, 1) : day;
  const startsAt = momentOf(startDate, hours.startsAt, shop);
  const endsAt = firstAfter(startsAt, startDate, hours.endsAt, shop);
  if (hours.break === null) return { startsAt, endsAt, rest: null };
  const { minutes, windowMinutes } = hours.break;
  const at = firstAfter(startsAt - 1, startDate, hours.break.at, shop);
  const earliestAt = Math.max(startsAt, at - windowMinutes * MINUTE_MS);
  const latestAt = Math.min(at + windowMinutes * MINUTE_MS, endsAt - minutes * MINUTE_MS);
  return {
    startsAt,
    endsAt,
    rest: { earliestAt, latestAt: Math.max(earliestAt, latestAt), minutes },
  };
}

/** The first moment after another at which the shop's clock shows a time; `date` is that of `at`. */
export function firstAfter(at: number, date: BusinessDay, time: string, shop: DayRule): number {
  const sameDay = momentOf(date, time, shop);
  return sameDay > at ? sameDay : momentOf(addDays(date, 1), time, shop);
}

/** What a shift takes over from the plan when it begins: what lies in the future. */
export function shiftPlanFrom(span: WorkSpan | null, now: number): ShiftPlanFields {
  const isAhead = span !== null && span.endsAt > now;
  const rest = isAhead && span.rest && span.rest.latestAt > now ? span.rest : null;
  return { plannedEndsAt: isAhead ? span.endsAt : null, ...restFields(rest) };
}

/** What an open shift knows of its plan. */
export interface ShiftPlanFields extends RestFields {
  readonly plannedEndsAt: number | null;
}

export interface RestFields {
  readonly restEarliestAt: number | null;
  readonly restLatestAt: number | null;
  readonly restMinutes: number | null;
}

export function restFields(rest: BreakWindow | null): RestFields {
  return {
    restEarliestAt: rest?.earliestAt ?? null,
    restLatestAt: rest?.latestAt ?? null,
    restMinutes: rest?.minutes ?? null,
  };
}

/** The break that a shift still has to come, or null. */
export function restOf(shift: RestFields): BreakWindow | null {
  const { restEarliestAt, restLatestAt, restMinutes } = shift;
  if (restEarliestAt === null || restLatestAt === null || restMinutes === null) return null;
  return { earliestAt: restEarliestAt, latestAt: restLatestAt, minutes: restMinutes };
}

function momentOf(date: BusinessDay, time: string, shop: DayRule): number {
  return instantOf(date, Number(time.slice(0, 2)), shop.timeZone, Number(time.slice(3, 5)));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function after(from: number, until: number): number {
  return until > from ? until : until + 24 * 60;
}
