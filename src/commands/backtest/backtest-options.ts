import { parseArgs } from 'node:util';
import {
  OWN_HISTORY_OPTIONS,
  type OwnHistoryRequest,
  ownHistoryRequest,
} from '../own-history/own-history-options';

export const HELP = `fusion backtest --log FILE.csv [--train-days N] [--json]
fusion backtest --own [--shop SLUG] [--from DAY] [--to DAY] [--train-days N] [--export FILE.csv]
                [--json]

Learns from the first days of a log, then predicts the wait of everybody who found a queue, from
what was known at that moment. Columns: ticket,service,requested_barber,joined_at,started_at,
ended_at,barber,outcome; times in ISO 8601 or seconds; outcome served or left.

--own takes the tickets of your own shop from the database at DB_PATH, which is only read (the
server may run): how good the estimates are in your shop. --export writes them as a log.`;

export interface BacktestOptions {
  log: string | null;
  own: OwnHistoryRequest | null;
  exportPath: string | null;
  trainDays: number | null;
  isJson: boolean;
  isHelp: boolean;
}

/**
 * Reads the arguments.
 *
 * @throws TypeError with a sentence for a person
 */
export function parseBacktestOptions(argv: string[]): BacktestOptions {
  const { values } = parseArgs({
    args: argv,
    strict: true,
    options: {
      log: { type: 'string' },
      'train-days': { type: 'string' },
      json: { type: 'boolean', default: false },
      ...OWN_HISTORY_OPTIONS,
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const own = ownHistoryRequest(values);
  const hasOne = (values.log !== undefined) !== (own !== null);
  if (!values.help && !hasOne) throw new TypeError('Either --log FILE.csv or --own');
  const days = values['train-days'];
  if (days !== undefined && !/^[1-9]\d{0,5}$/.test(days)) {
    throw new TypeError('--train-days is a number of days, 1 or more');
  }
  return {
    log: values.log ?? null,
    own,
    exportPath: values.export ?? null,
    trainDays: days === undefined ? null : Number(days),
    isJson: values.json,
    isHelp: values.help,
  };
}
