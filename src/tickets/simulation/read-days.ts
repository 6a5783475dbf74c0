import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import type { DayFile } from './day-file';
import { dayFileSchema } from './day-file.schema';

/** Thrown for a file that is not in the format; the message names file and field, and the way out. */
export class DayFileError extends Error {}

const ADVICE = 'Correct it, or export the days anew. Nothing was simulated.';

/** Reads a day file, plain or gzipped. */
export function readDayFile(path: string): DayFile {
  let text: string;
  try {
    const bytes = readFileSync(path);
    const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    text = (isGzipped ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new DayFileError(`${path}: cannot be read (${reasonOf(error)}). ${ADVICE}`);
  }
  return parseDayFile(text, path);
}

/** Checks everything that the simulator relies on. */
export function parseDayFile(text: string, path: string): DayFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new DayFileError(`${path}: is not JSON (${reasonOf(error)}). ${ADVICE}`);
  }
  const parsed = dayFileSchema.safeParse(content);
  if (!parsed.success) {
    throw new DayFileError(`${path}: ${faultOf(parsed.error)}. ${ADVICE}`);
  }
  const file = content as DayFile;
  const fault = contradictionIn(file);
  if (fault !== null) throw new DayFileError(`${path}: ${fault}. ${ADVICE}`);
  return file;
}

function faultOf({ issues }: z.ZodError): string {
  const { path = [], message = 'is not valid' } = issues[0] ?? {};
  const field = path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    '',
  );
  return `${field.slice(1) || 'the file'}: ${message}`;
}

/** What single fields cannot show: lists that must match, names that must exist. */
function contradictionIn({ barbers, days, history, pastFrames = [] }: DayFile): string | null {
  const ids = new Set(barbers.map(({ id }) => id));
  if (ids.size !== barbers.length) return 'barbers: two have the same id';
  for (const frame of [...days, ...pastFrames]) {
    const own = frame.barbers;
    if (own && (own.length !== barbers.length || own.some(({ id }, n) => id !== barbers[n]?.id))) {
      return `day ${frame.day}: barbers are not those of the file, in its order`;
    }
  }
  for (const { day, tickets } of days) {
    const seen = new Set<number>();
    for (const { id, minutesByBarber, requestedBarber } of tickets) {
      const where = `day ${day}, ticket ${id}`;
      if (seen.has(id)) return `${where}: there are two of that id`;
      seen.add(id);
      if (minutesByBarber.length !== barbers.length)
        return `${where}: minutesByBarber is incomplete`;
      if (requestedBarber !== null && !ids.has(requestedBarber)) {
        return `${where}: requestedBarber ${requestedBarber} is no barber`;
      }
    }
  }
  const number = history.findIndex(
    ({ outcome, barber, startedAt, minutes }) =>
      outcome === 'served' &&
      (barber === undefined ||
        !ids.has(barber) ||
        startedAt === undefined ||
        minutes === undefined),
  );
  return number < 0 ? null : `history[${number}]: served needs barber, startedAt and minutes`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
