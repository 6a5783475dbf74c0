import type { PublicShop, Weekday } from '../../lib/api/types';

type Hours = Pick<PublicShop, 'openingHours' | 'timeZone'>;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export interface OpenState {
  readonly isOpen: boolean;
  /** "18:30": when it closes, or when it opens later today. Null when that is not today. */
  readonly changesAt: string | null;
}

function dayAndTime(timeZone: string, now: number): { day: Weekday; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: part('weekday').toLowerCase() as Weekday,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Whether the shop is open, by its own clock. A closing before the opening is next morning's. */
export function openStateOf({ openingHours, timeZone }: Hours, now: number): OpenState {
  const { day, time } = dayAndTime(timeZone, now);
  const yesterday = WEEKDAYS.at(WEEKDAYS.indexOf(day) - 1) ?? 'sun';
  const late = openingHours[yesterday].find(
    ({ opensAt, closesAt }) => closesAt < opensAt && time < closesAt,
  );
  const current = openingHours[day].find(
    ({ opensAt, closesAt }) => opensAt <= time && (time < closesAt || closesAt < opensAt),
  );
  const open = late ?? current;
  if (open) return { isOpen: true, changesAt: open.closesAt };
  const later = openingHours[day].map(({ opensAt }) => opensAt).filter((at) => at > time);
  return { isOpen: false, changesAt: later.sort()[0] ?? null };
}
