import type { Recording } from './recorded-day';

/** The same recording with fewer days, or with nobody who comes after a time of day. */
export function shortenRecording(
  recording: Recording,
  limits: { readonly days: number | null; readonly until: string | null },
): Recording {
  const dates = [...new Set(recording.days.map((day) => day.date))].sort();
  const kept = new Set(dates.slice(0, limits.days ?? dates.length));
  const { until } = limits;
  const days = recording.days
    .filter((day) => kept.has(day.date))
    .map((day) => {
      if (until === null) return day;
      return {
        ...day,
        visits: day.visits.filter((visit) => visit.at < until),
        // Who works stays until those who have come are served.
        shifts: day.shifts
          .filter((shift) => shift.from < until)
          .map((shift) => ({ ...shift, to: shift.to < until ? shift.to : until })),
      };
    });
  return { ...recording, days };
}
