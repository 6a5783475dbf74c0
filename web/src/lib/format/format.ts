/** What a shop says about how its numbers and times are written. */
export interface Region {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

const cache = new Map<string, unknown>();

/** Formatters are slow to make and quick to use. */
function cached<T>(key: string, make: () => T): T {
  const known = cache.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Money for people, from integer minor units of whatever currency. */
export function money(minorUnits: number, { locale, currency }: Region): string {
  const format = cached(
    `money ${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minorUnits / 10 ** digits);
}

/** How many decimals the currency has: 2 for dollars, 0 for yen. */
export function minorDigits({ locale, currency }: Region): number {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** 11:40, on the shop's clock. */
export function clockTime(moment: string | number, { locale, timeZone }: Region): string {
  return cached(
    `time ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }),
  ).format(typeof moment === 'string' ? Date.parse(moment) : moment);
}

/** 11:40, or Monday 11:40 when that is not today. */
export function clockTimeOn(moment: string, region: Region, now: number): string {
  const { locale, timeZone } = region;
  const day = cached(
    `weekday ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }),
  );
  const name = day.format(Date.parse(moment));
  const time = clockTime(moment, region);
  return name === day.format(now) ? time : `${name} ${time}`;
}

/** 16/05/2026, in the shop's time zone. */
export function dayShort(moment: string, { locale, timeZone }: Region): string {
  return cached(
    `date ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone }),
  ).format(Date.parse(moment));
}

/** Saturday, 16 May; for a business day such as 2026-05-16. */
export function dayName(businessDay: string, { locale }: Region): string {
  return cached(
    `day ${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }),
  ).format(Date.parse(`${businessDay}T12:00:00Z`));
}

/** 40 %, from basis points. */
export function percent(basisPoints: number, { locale }: Region): string {
  return cached(
    `percent ${locale}`,
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
  ).format(basisPoints / 10_000);
}

/** Whole minutes from one moment to another, never less than none. */
export function minutesBetween(from: string | number, to: number): number {
  const start = typeof from === 'string' ? Date.parse(from) : from;
  return Math.max(0, Math.floor((to - start) / 60_000));
}
