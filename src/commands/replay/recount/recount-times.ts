import type { Evidence } from '../evidence';
import { sum } from './largest-remainder';
import type { DayCount } from './recount-day';

/** How long a barber was at work, and how long somebody sat in his chair. */
export interface BarberTimes {
  readonly workedMs: number;
  readonly chairMs: number;
}

const SIGN: Readonly<Record<string, number>> = {
  'barber.clocked_in': -1,
  'barber.clocked_out': 1,
  'barber.break_started': 1,
  'barber.break_ended': -1,
};

/** The times of all barbers who were at work on a day, from what the admin heard. */
export function countTimes(evidence: Evidence, count: DayCount): Map<string, BarberTimes> {
  const admin = evidence.streams.find(({ audience }) => audience.kind === 'admin');
  const worked = new Map<string, number>();
  // A shift belongs to the day on which it began; none here goes on to the next.
  for (const { type, occurredAt, data } of admin?.events ?? []) {
    const sign = SIGN[type];
    const barberId = (data.barber as { id?: string } | undefined)?.id;
    if (sign === undefined || barberId === undefined || !isOf(count.date, occurredAt, evidence)) {
      continue;
    }
    worked.set(barberId, (worked.get(barberId) ?? 0) + sign * Date.parse(occurredAt));
  }
  return new Map(
    [...worked].map(([barberId, workedMs]) => [
      barberId,
      { workedMs, chairMs: chairMsOf(barberId, count) },
    ]),
  );
}

function chairMsOf(barberId: string, { tickets }: DayCount): number {
  return sum(
    tickets
      .filter((ticket) => ticket.barberId === barberId && ticket.startedAt !== null)
      .map((ticket) => Date.parse(ticket.endedAt ?? '') - Date.parse(ticket.startedAt ?? '')),
  );
}

function isOf(date: string, moment: string, { shop }: Evidence): boolean {
  const { timeZone, dayStartsAtHour } = shop.recorded;
  const shifted = new Date(Date.parse(moment) - dayStartsAtHour * 3_600_000);
  return shifted.toLocaleDateString('sv-SE', { timeZone }) === date;
}
