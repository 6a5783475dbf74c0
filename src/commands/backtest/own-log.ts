import type { OwnVisit } from '../../tickets/simulation/own/own-visits';
import type { LoggedVisit } from './visit-log';

/** The shop's own tickets as a log, one list for each business day; oldest first. */
export function toOwnLog(visits: readonly OwnVisit[]): LoggedVisit[][] {
  const days = new Map<string, LoggedVisit[]>();
  for (const visit of visits) {
    // Who was gone when called, or was never called, tells of no wait.
    if (visit.outcome !== 'served' && visit.outcome !== 'left') continue;
    const day = days.get(visit.businessDay) ?? [];
    day.push(loggedVisit(visit, visit.outcome));
    days.set(visit.businessDay, day);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day.sort((a, b) => a.joinedAt - b.joinedAt));
}

function loggedVisit(visit: OwnVisit, outcome: 'served' | 'left'): LoggedVisit {
  const { requestedBarberId, onlyThatBarber, startedAt, endedAt } = visit;
  const isSoft = requestedBarberId !== null && !onlyThatBarber;
  return {
    ticket: visit.ticketId,
    service: visit.service,
    requestedBarber: requestedBarberId,
    joinedAt: visit.joinedAt / 1000,
    startedAt: startedAt === null ? null : startedAt / 1000,
    endedAt: endedAt === null ? null : endedAt / 1000,
    barber: visit.barberId,
    outcome,
    ...(outcome === 'left' && { isGoneUnseen: true }),
    ...(isSoft && { requestSeconds: visit.waitsForBarberMinutes * 60 }),
  };
}

const HEADER = 'ticket,service,requested_barber,joined_at,started_at,ended_at,barber,outcome';

/** The log in the format that `--log` reads. A barber who is merely preferred is left out. */
export function toCsv(days: readonly LoggedVisit[][]): string {
  const time = (seconds: number | null): string =>
    seconds === null ? '' : new Date(seconds * 1000).toISOString();
  const lines = days
    .flat()
    .map((visit) =>
      [
        visit.ticket,
        visit.service,
        visit.requestSeconds === undefined ? (visit.requestedBarber ?? '') : '',
        time(visit.joinedAt),
        time(visit.startedAt),
        time(visit.endedAt),
        visit.barber ?? '',
        visit.outcome,
      ]
        .map(quoted)
        .join(','),
    );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
