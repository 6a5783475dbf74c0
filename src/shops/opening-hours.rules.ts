import { type BusinessDay, weekdayOf } from '../platform/time/business-day';

/** Monday first, as ISO 8601 counts. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The weekday that a business day is called by. */
export function weekdayNameOf(day: BusinessDay): Weekday {
  return WEEKDAYS[weekdayOf(day) - 1] as Weekday;
}

/** Wall-clock times, `09:30`. A closing before the opening is on the next morning. */
export interface OpenPeriod {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** When the shop takes customers, in its own time zone. A day without periods is closed. */
export type OpeningHours = Readonly<Record<Weekday, readonly OpenPeriod[]>>;

export interface OpeningHoursFault {
  readonly day: Weekday;
  readonly reason: 'empty_period' | 'overlap';
}

const MINUTES_OF_DAY = 24 * 60;
const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

const workday: readonly OpenPeriod[] = [{ opensAt: '09:00', closesAt: '18:00' }];

/** What a shop starts with until somebody says better. */
export const USUAL_OPENING_HOURS: OpeningHours = {
  mon: workday,
  tue: workday,
  wed: workday,
  thu: workday,
  fri: workday,
  sat: workday,
  sun: [],
};

/** The first thing that makes opening hours impossible, or null. */
export function faultOfOpeningHours(hours: OpeningHours): OpeningHoursFault | null {
  const periods = WEEKDAYS.flatMap((day, index) =>
    hours[day].map((period) => ({ day, ...minutesOfWeek(period, index) })),
  ).sort((a, b) => a.from - b.from);
  const empty = periods.find((period) => period.from === period.until);
  if (empty) return { day: empty.day, reason: 'empty_period' };

  const first = periods[0];
  for (const [index, period] of periods.entries()) {
    const next = periods[index + 1]?.from ?? (first?.from ?? 0) + MINUTES_OF_WEEK;
    if (period.until > next) return { day: period.day, reason: 'overlap' };
  }
  return null;
}

function minutesOfWeek(period: OpenPeriod, dayIndex: number): { from: number; until: number } {
  const opens = minutesOf(period.opensAt);
  const closes = minutesOf(period.closesAt);
  const closesNextDay = closes < opens;
  const from = dayIndex * MINUTES_OF_DAY + opens;
  return { from, until: from + closes - opens + (closesNextDay ? MINUTES_OF_DAY : 0) };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
