import { addDays, type BusinessDay, instantOf } from '../platform/time/business-day';
import { type OpeningHours, type OpenPeriod, WEEKDAYS, weekdayNameOf } from './opening-hours.rules';

/** The rules of a shop that say when it is open. */
export interface OpeningRules {
  readonly timeZone: string;
  readonly dayStartsAtHour: number;
  readonly openingHours: OpeningHours;
  /** `18:00`; null: a day without hours ends with the business day. */
  readonly closingTimeWithoutHours: string | null;
}

/** A stretch of being open, UTC epoch milliseconds. */
export interface OpenSpan {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** When a shop is open on a business day. */
export interface OpeningTimes {
  /** In order; empty on a day without opening hours. */
  readonly spans: readonly OpenSpan[];
  /** When the last customer should have been seated. */
  readonly closesAt: number;
  /** Whether there is anything that says so: hours of this day, or the time for days without. */
  readonly isKnown: boolean;
}

interface DayBounds {
  readonly day: BusinessDay;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The opening times of a business day, by the shop's own clock. */
export function openingTimes(shop: OpeningRules, day: DayBounds): OpeningTimes {
  const spans = shop.openingHours[weekdayNameOf(day.day)]
    .map((period) => spanOf(period, day.day, shop.timeZone))
    .sort((a, b) => a.opensAt - b.opensAt);
  const last = spans.at(-1);
  if (last) return { spans, closesAt: last.closesAt, isKnown: true };
  if (shop.closingTimeWithoutHours === null) {
    return { spans, closesAt: day.endsAt, isKnown: false };
  }
  const closesAt = wallClock(shop.closingTimeWithoutHours, day.day, shop.timeZone);
  // Before the hour at which the day begins means after midnight.
  const isNextMorning = closesAt < day.startsAt;
  const next = () =>
    wallClock(shop.closingTimeWithoutHours ?? '', addDays(day.day, 1), shop.timeZone);
  return { spans, closesAt: isNextMorning ? next() : closesAt, isKnown: true };
}

/** Whether a shop has said anything about its week. */
export function hasOpeningHours({ openingHours }: Pick<OpeningRules, 'openingHours'>): boolean {
  return WEEKDAYS.some((weekday) => openingHours[weekday].length > 0);
}

function spanOf(period: OpenPeriod, day: BusinessDay, timeZone: string): OpenSpan {
  const closesNextDay = period.closesAt < period.opensAt;
  return {
    opensAt: wallClock(period.opensAt, day, timeZone),
    closesAt: wallClock(period.closesAt, closesNextDay ? addDays(day, 1) : day, timeZone),
  };
}

function wallClock(time: string, day: BusinessDay, timeZone: string): number {
  return instantOf(day, Number(time.slice(0, 2)), timeZone, Number(time.slice(3, 5)));
}
