import { complain, print, writeWhole } from '../output';
import { OwnHistoryError, readOwnHistory } from '../own-history/read-own-history';
import { formatTable } from '../simulate/print-report';
import { type BacktestReport, backtest } from './backtest';
import { type BacktestOptions, HELP, parseBacktestOptions } from './backtest-options';
import { toCsv, toOwnLog } from './own-log';
import { type LoggedVisit, readVisitLog, splitIntoDays, VisitLogError } from './visit-log';

/** Unless told otherwise, two thirds of the days are learned from. */
const DEFAULT_TRAIN_SHARE = 2 / 3;

const FIRST_OF_ALL_DAYS = '0001-01-01';

/** `fusion backtest`. Returns the exit code: 0 done, 1 nothing to predict, 2 wrong usage. */
export async function run(argv: string[]): Promise<number> {
  let options: BacktestOptions;
  try {
    options = parseBacktestOptions(argv);
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`, 2);
  }
  if (options.isHelp) return print(HELP);
  try {
    const days = await readDays(options);
    const trainDays = options.trainDays ?? Math.round(days.length * DEFAULT_TRAIN_SHARE);
    if (trainDays >= days.length) {
      return complain(
        `The log has ${days.length} days; ${trainDays} of them leave none to test. ` +
          'Say --train-days with fewer. Nothing was predicted.',
        1,
      );
    }
    const report = backtest(days, trainDays, () => performance.now());
    return print(options.isJson ? JSON.stringify(report, null, 2) : formatBacktest(report));
  } catch (error) {
    if (error instanceof VisitLogError) return complain(error.message, 2);
    if (error instanceof OwnHistoryError) return complain(error.message, 1);
    throw error;
  }
}

async function readDays({ log, own, exportPath }: BacktestOptions): Promise<LoggedVisit[][]> {
  if (log !== null) return splitIntoDays(readVisitLog(log));
  if (own === null) return [];
  // The whole past unless told otherwise: its first part is learned from.
  const period = { from: FIRST_OF_ALL_DAYS, ...own.period };
  const history = await readOwnHistory({ ...own, period });
  const isMeant = (day: string): boolean => day >= history.period.from;
  const days = toOwnLog(history.past.visits.filter(({ businessDay }) => isMeant(businessDay)));
  if (exportPath !== null) {
    writeWhole(exportPath, toCsv(days));
    process.stderr.write(`${days.length} days written to ${exportPath}\n`);
  }
  return days;
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
