import { parseArgs } from 'node:util';

export const USAGE = `Usage: fusion replay FILE [OPTIONS]

Plays a recorded day (JSON), or a barber's log (CSV), through a real server: every customer,
barber and cashier by HTTP and sockets, and checks at the end that all of it is right.

  --speed N        run N times as fast as life; without it, step by step as fast as possible
  --kill N         kill the server N times in the midst of it and start it again
  --days N         play only the first N days
  --until HH:MM    let nobody come after this time
  --seed N         chance of kills and lost connections (default 1)
  --database PATH  keep the database there; it must not exist yet
  --json FILE      write the outcome as JSON
  --help           show this

Exits with 0 when everything is as it should be, 1 on any deviation, 2 on wrong use.
`;

export interface ReplayOptions {
  readonly file: string;
  readonly speed: number | null;
  readonly kills: number;
  readonly days: number | null;
  readonly until: string | null;
  readonly seed: number;
  readonly database: string | null;
  readonly json: string | null;
}

/** What was typed, understood; or why not. */
export function parseReplayOptions(
  argv: readonly string[],
): ReplayOptions | 'help' | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        speed: { type: 'string' },
        kill: { type: 'string', default: '0' },
        days: { type: 'string' },
        until: { type: 'string' },
        seed: { type: 'string', default: '1' },
        database: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return { fault: 'Name one file to play.' };
    if (values.until !== undefined && !/^\d\d:\d\d$/.test(values.until)) {
      return { fault: '--until takes a time as HH:MM.' };
    }
    return {
      file,
      speed: values.speed === undefined ? null : positive('speed', values.speed),
      kills: whole('kill', values.kill),
      days: values.days === undefined ? null : Math.max(1, whole('days', values.days)),
      until: values.until ?? null,
      seed: whole('seed', values.seed),
      database: values.database ?? null,
      json: values.json ?? null,
    };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number from 0.`);
  return Number(text);
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 100_000)) throw new Error(`--${name} takes a number above 0.`);
  return number;
}
