import { BASIS_POINTS_WHOLE } from '../../platform/money/money';
import { localHourOf, weekdayOf } from '../../platform/time/business-day';
import type { Stretch } from './range-facts';

const MINUTE_MS = 60_000;
/** Every time zone there is differs from UTC by whole quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

export interface BusyHour {
  /** 1 (Monday) to 7. */
  readonly weekday: number;
  readonly hour: number;
  readonly workedMinutes: number;
  readonly chairMinutes: number;
  readonly utilisationBasisPoints: number | null;
}

/** Chair time as a part of time at work; null when there was none; never more than all of it. */
export function utilisationOf(worked: number, chair: number): number | null {
  if (worked <= 0) return null;
  return Math.min(BASIS_POINTS_WHOLE, Math.round((chair / worked) * BASIS_POINTS_WHOLE));
}

/** Time at work less breaks, and time with customers, by weekday and hour of the shop's clock. */
export function busyHours(stretches: readonly Stretch[], timeZone: string): BusyHour[] {
  const cells = new Map<number, { worked: number; chair: number }>();
  const hours = new Map<number, number>();
  const hourAt = (quarter: number): number => {
    const known = hours.get(quarter);
    if (known !== undefined) return known;
    const hour = localHourOf(quarter * QUARTER_MS, timeZone);
    hours.set(quarter, hour);
    return hour;
  };
  for (const { of, businessDay, startedAt, endedAt } of stretches) {
    const weekday = weekdayOf(businessDay);
    for (let at = startedAt; at < endedAt; ) {
      const quarter = Math.floor(at / QUARTER_MS);
      const until = Math.min(endedAt, (quarter + 1) * QUARTER_MS);
      const key = weekday * 24 + hourAt(quarter);
      const cell = cells.get(key) ?? { worked: 0, chair: 0 };
      cells.set(key, cell);
      if (of === 'chair') cell.chair += until - at;
      else cell.worked += of === 'shift' ? until - at : at - until;
      at = until;
    }
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, { worked, chair }]) => ({
      weekday: Math.floor(key / 24),
      hour: key % 24,
      workedMinutes: Math.round(Math.max(0, worked) / MINUTE_MS),
      chairMinutes: Math.round(chair / MINUTE_MS),
      utilisationBasisPoints: utilisationOf(worked, chair),
    }));
}
