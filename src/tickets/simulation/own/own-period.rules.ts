import { addDays, type BusinessDay } from '../../../platform/time/business-day';
import type { Period } from './own-rows';

/** Four weeks show every weekday four times, and still the shop as it is now. */
const USUAL_DAYS = 28;
/** Longer periods are refused where somebody waits for the answer. */
export const LONGEST_DAYS = 92;
/** What came earlier says little about today's shop. */
const HISTORY_DAYS = 90;
/** At least this share of the days is kept for learning, unless somebody says from when to play. */
const LEAST_HISTORY_SHARE = 1 / 3;

/** Which days are played, and from when on rows are read for them. */
export interface PlayedPeriod extends Period {
  readonly readFrom: BusinessDay;
}

/**
 * The period to play, of the days on which somebody came (oldest first, all over). What is not
 * asked for is chosen: up to the last day, for four weeks, but with something left to learn from.
 * Null when no such day is in it.
 */
export function choosePeriod(
  days: readonly BusinessDay[],
  asked: Partial<Period> = {},
): PlayedPeriod | null {
  const until = days.filter((day) => asked.to === undefined || day <= asked.to);
  const last = until.at(-1);
  if (last === undefined) return null;
  const to = asked.to ?? last;
  const usual = addDays(last, 1 - USUAL_DAYS);
  const afterHistory = until[Math.floor(until.length * LEAST_HISTORY_SHARE)] ?? last;
  const from = asked.from ?? (usual > afterHistory ? usual : afterHistory);
  if (!days.some((day) => day >= from && day <= to)) return null;
  // Nothing is earlier than the first day.
  const played = from < (days[0] ?? from) ? (days[0] ?? from) : from;
  return { from: played, to, readFrom: addDays(played, -HISTORY_DAYS) };
}

/** Days of the calendar in a period, both ends included. */
export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
