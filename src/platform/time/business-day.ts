/** A shop's day as its books know it: `2026-03-29`. */
export type BusinessDay = string;

interface DayRule {
  /** IANA time zone, for example `Europe/London`. */
  readonly timeZone: string;
  /** Local hour at which a new business day begins; 4 keeps a late Friday night on Friday. */
  readonly dayStartsAtHour: number;
}

const HOUR_MS = 3_600_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Local wall-clock parts of an instant. */
function localTime(
  at: number,
  timeZone: string,
): { date: BusinessDay; hour: number; minute: number } {
  const parts: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(at)) parts[part.type] = part.value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
}

/** A business day, from its first instant to the first of the next. */
export interface BusinessDaySpan {
  readonly day: BusinessDay;
  readonly startsAt: number;
  readonly endsAt: number;
}

const cachedDays = new Map<string, BusinessDaySpan>();

/** The business day that an instant belongs to. */
export function businessDayOf(at: number, rule: DayRule): BusinessDay {
  return businessDaySpan(at, rule).day;
}

/** The business day that an instant belongs to, with its bounds. */
export function businessDaySpan(at: number, rule: DayRule): BusinessDaySpan {
  // A shop asks this for every write; the answer changes once a day.
  const key = `${rule.timeZone}/${rule.dayStartsAtHour}`;
  const cached = cachedDays.get(key);
  if (cached && at >= cached.startsAt && at < cached.endsAt) return cached;

  const day = computeBusinessDay(at, rule);
  const span = { day, ...businessDayBounds(day, rule) };
  cachedDays.set(key, span);
  return span;
}

function computeBusinessDay(at: number, rule: DayRule): BusinessDay {
  const local = localTime(at, rule.timeZone);
  return local.hour >= rule.dayStartsAtHour ? local.date : addDays(local.date, -1);
}

/** First instant of a business day and of the next one. They lie 23, 24 or 25 hours apart. */
export function businessDayBounds(
  day: BusinessDay,
  rule: DayRule,
): { startsAt: number; endsAt: number } {
  return {
    startsAt: instantOf(day, rule.dayStartsAtHour, rule.timeZone),
    endsAt: instantOf(addDays(day, 1), rule.dayStartsAtHour, rule.timeZone),
  };
}

/** The instant at which a zone's wall clock shows `date` and `hour` (the first, if it does twice). */
export function instantOf(date: BusinessDay, hour: number, timeZone: string, minute = 0): number {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + hour * HOUR_MS + minute * 60_000;
  const candidates = [offsetAt(asIfUtc - 24 * HOUR_MS, timeZone), offsetAt(asIfUtc, timeZone)]
    .concat(offsetAt(asIfUtc + 24 * HOUR_MS, timeZone))
    .map((offset) => asIfUtc - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === asIfUtc);
  // A wall-clock time skipped by a clock change counts from the moment of the change.
  return candidates.length > 0
    ? Math.min(...candidates)
    : asIfUtc - offsetAt(asIfUtc - 24 * HOUR_MS, timeZone);
}

function offsetAt(at: number, timeZone: string): number {
  const seconds = Math.floor(at / 1000) * 1000;
  const parts: Record<string, number> = {};
  for (const part of formatterFor(timeZone).formatToParts(seconds)) {
    if (part.type !== 'literal') parts[part.type] = Number(part.value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

/** The hour that a zone's wall clock shows at an instant, 0 to 23. */
export function localHourOf(at: number, timeZone: string): number {
  return localTime(at, timeZone).hour;
}

/** The day of the week, 1 (Monday) to 7, as ISO 8601 counts. */
export function weekdayOf(day: BusinessDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

export function isTimeZone(value: string): boolean {
  try {
    formatterFor(value);
    return true;
  } catch {
    return false;
  }
}
