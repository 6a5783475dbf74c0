import { parseArgs } from 'node:util';
import { formatTable } from '../simulate/print-report';
import { type BacktestReport, backtest } from './backtest';
import { readVisitLog, splitIntoDays, VisitLogError } from './visit-log';

const HELP = `fusion backtest --log FILE.csv [--train-days N] [--json]

Learns from the first days of a log, then predicts the wait of everybody who found a queue, from
what was known at that moment. Columns: ticket,service,requested_barber,joined_at,started_at,
ended_at,barber,outcome; times in ISO 8601 or seconds; outcome served or left.`;

/** Unless told otherwise, two thirds of the days are learned from. */
const DEFAULT_TRAIN_SHARE = 2 / 3;

/** `fusion backtest`. Returns the exit code: 0 done, 1 nothing to predict, 2 wrong usage. */
export async function run(argv: string[]): Promise<number> {
  let options: { log: string; trainDays: number | null; isJson: boolean } | 'help';
  try {
    options = parse(argv);
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`, 2);
  }
  if (options === 'help') return print(HELP);
  try {
    const days = splitIntoDays(readVisitLog(options.log));
    const trainDays = options.trainDays ?? Math.round(days.length * DEFAULT_TRAIN_SHARE);
    if (trainDays >= days.length) {
      return complain(
        `The log has ${days.length} days; ${trainDays} of them leave none to test`,
        1,
      );
    }
    const report = backtest(days, trainDays, () => performance.now());
    return print(options.isJson ? JSON.stringify(report, null, 2) : formatBacktest(report));
  } catch (error) {
    if (error instanceof VisitLogError) return complain(error.message, 2);
    throw error;
  }
}

function parse(
  argv: string[],
): { log: string; trainDays: number | null; isJson: boolean } | 'help' {
  const { values } = parseArgs({
    args: argv,
    strict: true,
    options: {
      log: { type: 'string' },
      'train-days': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  if (!values.log) throw new TypeError('--log names the file to read');
  const days = values['train-days'];
  if (days !== undefined && !/^[1-9]\d*$/.test(days)) {
    throw new TypeError('--train-days is a number of days, 1 or more');
  }
  return { log: values.log, trainDays: days ? Number(days) : null, isJson: values.json };
}

/** The table of a backtest, waits in minutes. */
function formatBacktest(report: BacktestReport): string {
  const rows = Object.entries(report.methods).map(([name, metrics]) => [
    name,
    String(metrics.n),
    metrics.mae.toFixed(2),
    metrics.bias.toFixed(2),
    `${(metrics.coverage80 * 100).toFixed(1)}%`,
    metrics.width80.toFixed(2),
  ]);
  const header = ['method', 'n', 'MAE', 'bias', 'coverage 80', 'width'];
  const title = `learned from ${report.trainDays} days, predicted in ${report.testDays} (minutes)`;
  return `${title}\n${formatTable([header, ...rows])}`;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}
