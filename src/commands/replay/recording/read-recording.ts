import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { convertBarberLog } from './barber-log';
import { type Recording, recordingSchema } from './recorded-day';
import { faultsOf } from './recording-faults';

/** The file cannot be played, and why; for whoever named it on the command line. */
export class RecordingError extends Error {
  constructor(path: string, reasons: readonly string[]) {
    super([`${path} cannot be played:`, ...reasons.map((reason) => `  - ${reason}`)].join('\n'));
    this.name = 'RecordingError';
  }
}

const REASONS_MAX = 20;

/**
 * Reads a recorded day (JSON) or a barber's log (CSV).
 *
 * @throws RecordingError when it is missing, not of the format, or contradicts itself
 */
export function readRecording(path: string): Recording {
  const text = readText(path);
  const input = extname(path).toLowerCase() === '.csv' ? fromLog(path, text) : fromJson(path, text);
  const parsed = recordingSchema.safeParse(input);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.')}: ${issue.message}`,
    );
    throw new RecordingError(path, reasons.slice(0, REASONS_MAX));
  }
  const faults = faultsOf(parsed.data);
  if (faults.length > 0) throw new RecordingError(path, faults.slice(0, REASONS_MAX));
  return parsed.data;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new RecordingError(path, [reasonOf(error)]);
  }
}

function fromJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RecordingError(path, [reasonOf(error)]);
  }
}

function fromLog(path: string, text: string): unknown {
  try {
    return convertBarberLog(text);
  } catch (error) {
    throw new RecordingError(path, [reasonOf(error)]);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
