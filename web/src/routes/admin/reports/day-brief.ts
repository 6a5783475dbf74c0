import type { Region } from '../../../lib/format/format';

/** Sat 16, for the axis of a chart; for a business day such as 2026-05-16. */
export function dayBrief(businessDay: string, { locale }: Region): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${businessDay}T12:00:00Z`));
}
