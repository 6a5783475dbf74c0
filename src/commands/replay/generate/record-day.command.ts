import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { drawDay } from './draw-day';
import { WEEKDAYS, type WeekdayName } from './week';

const USAGE = `Usage: fusion record-day DAY [--seed N] [--date YYYY-MM-DD] [--out FILE]

Draws a day of a shop with five chairs (${WEEKDAYS.join(', ')}) as a recording for
"fusion replay". The same seed always gives the same day.
`;

/** Writes a made-up recorded day to a file or to standard output. */
export async function recordDay(argv: string[]): Promise<number> {
  const options = parse(argv);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if ('fault' in options) {
    process.stderr.write(`${options.fault}\n\n${USAGE}`);
    return 2;
  }
  const text = `${JSON.stringify(drawDay(options.weekday, options), null, 2)}\n`;
  if (options.out === undefined) process.stdout.write(text);
  else {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, text);
  }
  return 0;
}

interface Options {
  readonly weekday: WeekdayName;
  readonly seed: number;
  readonly date: string;
  readonly out: string | undefined;
}

function parse(argv: readonly string[]): Options | 'help' | { readonly fault: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '1' },
        date: { type: 'string' },
        out: { type: 'string', short: 'o' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const weekday = WEEKDAYS.find((name) => name === positionals[0]);
    if (!weekday || positionals.length > 1) return { fault: 'Name one day of the week.' };
    const date = values.date ?? someDateOf(weekday);
    if (!isDateOf(date, weekday)) return { fault: `${date} is not a date that is a ${weekday}.` };
    const seed = Number(values.seed);
    if (!Number.isSafeInteger(seed)) return { fault: '--seed takes a whole number.' };
    return { weekday, seed, date, out: values.out };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** A date in the second week of May 2026, which begins with a Monday. */
function someDateOf(weekday: WeekdayName): string {
  return `2026-05-${String(11 + WEEKDAYS.indexOf(weekday)).padStart(2, '0')}`;
}

function isDateOf(date: string, weekday: WeekdayName): boolean {
  const at = new Date(`${date}T12:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && WEEKDAYS[(at.getUTCDay() + 6) % 7] === weekday;
}
