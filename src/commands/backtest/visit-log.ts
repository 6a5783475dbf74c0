import { readFileSync } from 'node:fs';

/** One ticket of a real log. Times are seconds from one origin. */
export interface LoggedVisit {
  ticket: string;
  service: string;
  requestedBarber: string | null;
  joinedAt: number;
  startedAt: number | null;
  /** When the service ended, or, for those who left, when they were gone if the log says so. */
  endedAt: number | null;
  barber: string | null;
  outcome: 'served' | 'left';
  /** Who left was found gone at `endedAt`, and had given up some time before. */
  isGoneUnseen?: boolean;
  /** How long the requested barber is waited for; not said: nobody else will do. */
  requestSeconds?: number;
}

/** Thrown for a log that is not in the format; the message names the line. */
export class VisitLogError extends Error {}

const ADVICE = 'Correct it and try again. Nothing was predicted.';

const COLUMNS = [
  'ticket',
  'service',
  'requested_barber',
  'joined_at',
  'started_at',
  'ended_at',
  'barber',
  'outcome',
] as const;
type ColumnName = (typeof COLUMNS)[number];

/** Reads a log and sorts it by joining. */
export function readVisitLog(path: string): LoggedVisit[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new VisitLogError(`${path}: cannot be read (${reason}). ${ADVICE}`);
  }
  return parseVisitLog(text, path);
}

export function parseVisitLog(text: string, path: string): LoggedVisit[] {
  const [header, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = splitLine(header ?? '').map((name) => name.trim().toLowerCase());
  for (const column of COLUMNS) {
    if (!names.includes(column)) {
      throw new VisitLogError(`${path}: the column ${column} is missing. ${ADVICE}`);
    }
  }
  const visits: LoggedVisit[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = splitLine(line);
    const cell = (name: ColumnName): string => cells[names.indexOf(name)]?.trim() ?? '';
    const visit = visitFrom(cell, `${path}, line ${index + 2}`);
    if (visit) visits.push(visit);
  });
  if (visits.length === 0) throw new VisitLogError(`${path}: has no tickets. ${ADVICE}`);
  return visits.sort((a, b) => a.joinedAt - b.joinedAt);
}

function visitFrom(cell: (name: ColumnName) => string, where: string): LoggedVisit | null {
  const joinedAt = secondsFrom(cell('joined_at'), where);
  if (joinedAt === null) throw new VisitLogError(`${where}: joined_at is empty. ${ADVICE}`);
  const startedAt = secondsFrom(cell('started_at'), where);
  const endedAt = secondsFrom(cell('ended_at'), where);
  const outcome = cell('outcome').toLowerCase();
  if (outcome !== 'served' && outcome !== 'left') {
    throw new VisitLogError(`${where}: outcome is "${outcome}", not served or left. ${ADVICE}`);
  }
  const isServed = outcome === 'served';
  // A start without an end, or in the wrong order, is a slip of whoever kept the log.
  if (isServed && (startedAt === null || endedAt === null)) return null;
  if (isServed && ((startedAt ?? 0) < joinedAt || (endedAt ?? 0) < (startedAt ?? 0))) return null;
  return {
    ticket: cell('ticket'),
    service: cell('service'),
    requestedBarber: cell('requested_barber') || null,
    joinedAt,
    startedAt: isServed ? startedAt : null,
    endedAt,
    barber: isServed ? cell('barber') || null : null,
    outcome: isServed ? 'served' : 'left',
  };
}

function secondsFrom(text: string, where: string): number | null {
  if (text === '') return null;
  const seconds = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(zoned(text)) / 1000;
  if (!Number.isFinite(seconds)) {
    throw new VisitLogError(
      `${where}: "${text}" is no time; write seconds or 2026-03-28T09:30:00Z. ${ADVICE}`,
    );
  }
  return seconds;
}

/** A time without a zone is taken as UTC, whatever this machine's zone: only differences count. */
function zoned(text: string): string {
  const hasClock = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text);
  return hasClock && !/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

/** Splits a CSV line; quoted cells may hold commas and doubled quotes. */
function splitLine(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let position = 0; position < line.length; position += 1) {
    const character = line[position] as string;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (line[position + 1] === '"') {
        cell += '"';
        position += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

/** A night is at least this long without anybody coming or being served. */
const NIGHT_SECONDS = 2.5 * 3600;
const DAY_SECONDS = 86_400;

/** Cuts the log at its nights; a log without nights is cut every 24 hours. */
export function splitIntoDays(visits: readonly LoggedVisit[]): LoggedVisit[][] {
  const days: LoggedVisit[][] = [];
  let lastActivity = Number.NEGATIVE_INFINITY;
  let dayStartedAt = Number.NEGATIVE_INFINITY;
  for (const visit of visits) {
    const isNight = visit.joinedAt - lastActivity >= NIGHT_SECONDS;
    if (isNight || visit.joinedAt - dayStartedAt >= DAY_SECONDS) {
      days.push([]);
      dayStartedAt = visit.joinedAt;
    }
    days.at(-1)?.push(visit);
    lastActivity = Math.max(lastActivity, visit.joinedAt, visit.endedAt ?? visit.joinedAt);
  }
  return days;
}
