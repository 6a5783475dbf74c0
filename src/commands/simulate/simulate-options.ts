import { parseArgs } from 'node:util';
import { POLICY_NAMES, type PolicyName } from '../../tickets/simulation/policy';
import { parseWhatIf, WHAT_IF_HELP, type WhatIf } from '../../tickets/simulation/what-if';
import {
  OWN_HISTORY_OPTIONS,
  type OwnHistoryRequest,
  ownHistoryRequest,
} from '../own-history/own-history-options';

/** Where a fresh clone finds days. */
const DEFAULT_DAYS = 'test/fixtures/days/*.json.gz';

export const HELP = `fusion simulate [--days GLOB]... [--policy ${POLICY_NAMES.join('|')}] [--json]
                [--no-estimates] [--what-if CHANGE]...
fusion simulate --own [--shop SLUG] [--from DAY] [--to DAY] [--seed N] [--export FILE]
                [--policy ...] [--json] [--no-estimates] [--what-if CHANGE]...

Plays recorded or made-up days with a policy and prints waits, losses, fairness and how good the
estimates were. Days default to ${DEFAULT_DAYS}.

--own plays the days of your own shop: its tickets and shifts in the database at DB_PATH, which is
only read (the server may run). It takes the last four weeks unless told otherwise, and learns from
what came before. What nobody recorded (how long people would have waited, what another barber would
have needed) is drawn from what was learned, given what was seen; --seed draws it anew. --export
writes the days to a file (gzipped if it ends in .gz) that --days reads.

CHANGE is one of: ${WHAT_IF_HELP}.`;

export interface SimulateOptions {
  days: string[];
  own: OwnHistoryRequest | null;
  exportPath: string | null;
  seed: number;
  policy: PolicyName;
  isJson: boolean;
  hasEstimates: boolean;
  whatIfs: WhatIf[];
  isHelp: boolean;
}

/**
 * Reads the arguments.
 *
 * @throws TypeError or WhatIfError with a sentence for a person
 */
export function parseSimulateOptions(argv: string[]): SimulateOptions {
  const { values, positionals } = parseArgs({
    args: argv,
    strict: true,
    // A shell may have expanded the pattern already; then the files follow one another.
    allowPositionals: true,
    options: {
      days: { type: 'string', multiple: true },
      policy: { type: 'string', default: 'default' },
      json: { type: 'boolean', default: false },
      'no-estimates': { type: 'boolean', default: false },
      'what-if': { type: 'string', multiple: true },
      seed: { type: 'string', default: '1' },
      ...OWN_HISTORY_OPTIONS,
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const policy = POLICY_NAMES.find((name) => name === values.policy);
  if (!policy) throw new TypeError(`--policy is one of ${POLICY_NAMES.join(', ')}`);
  if (!/^\d{1,9}$/.test(values.seed)) throw new TypeError('--seed is a whole number');
  const own = ownHistoryRequest(values);
  const days = [...(values.days ?? []), ...positionals];
  if (own && days.length > 0) throw new TypeError('Either --own or files of days, not both');
  return {
    days: days.length > 0 ? days : [DEFAULT_DAYS],
    own,
    exportPath: values.export ?? null,
    seed: Number(values.seed),
    policy,
    isJson: values.json,
    hasEstimates: !values['no-estimates'],
    whatIfs: (values['what-if'] ?? []).map(parseWhatIf),
    isHelp: values.help,
  };
}
