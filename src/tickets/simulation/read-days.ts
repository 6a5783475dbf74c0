import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DayFile } from './day-file';

/** Thrown for a file that is not in the format; the message names the file and the field. */
export class DayFileError extends Error {}

const REQUIRED_NUMBERS = [
  'opensAt',
  'closesAt',
  'lastJoinAt',
  'cleanUpMinutes',
  'noShowMinutes',
] as const;
const REQUIRED_LISTS = ['barbers', 'history', 'days'] as const;

/** Reads a day file, plain or gzipped. */
export function readDayFile(path: string): DayFile {
  const bytes = readFileSync(path);
  const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return parseDayFile((isGzipped ? gunzipSync(bytes) : bytes).toString('utf8'), path);
}

/** Checks what the simulator relies on; numbers inside tickets are taken as they are. */
export function parseDayFile(text: string, path: string): DayFile {
  const content = JSON.parse(text) as Record<string, unknown>;
  for (const field of REQUIRED_NUMBERS) {
    if (typeof content[field] !== 'number') throw new DayFileError(`${path}: ${field} is missing`);
  }
  for (const field of REQUIRED_LISTS) {
    if (!Array.isArray(content[field])) throw new DayFileError(`${path}: ${field} is no list`);
  }
  const file = content as unknown as DayFile;
  for (const { day, tickets } of file.days) {
    for (const { id, minutesByBarber } of tickets) {
      if (minutesByBarber?.length !== file.barbers.length) {
        throw new DayFileError(`${path}: day ${day}, ticket ${id}: minutesByBarber is incomplete`);
      }
    }
  }
  return file;
}
