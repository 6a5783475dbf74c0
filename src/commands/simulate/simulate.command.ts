import { parseArgs } from 'node:util';
import type { DayFile } from '../../tickets/simulation/day-file';
import { POLICIES, POLICY_NAMES, type PolicyName } from '../../tickets/simulation/policy';
import { DayFileError, readDayFile } from '../../tickets/simulation/read-days';
import {
  type NamedDayFile,
  type NamedMethod,
  simulateFiles,
} from '../../tickets/simulation/simulate-files';
import { NAIVE, OURS } from '../../tickets/simulation/wait-methods';
import {
  applyWhatIf,
  parseWhatIf,
  WHAT_IF_HELP,
  WhatIfError,
} from '../../tickets/simulation/what-if';
import { findFiles } from './find-files';
import { formatReport, formatWhatIf } from './print-report';

/** Where a fresh clone finds days. */
const DEFAULT_DAYS = 'test/fixtures/days/*.json.gz';

const HELP = `fusion simulate [--days GLOB]... [--policy ${POLICY_NAMES.join('|')}] [--json]
                [--no-estimates] [--what-if CHANGE]...

Plays recorded or made-up days with a policy and prints waits, losses, fairness and how good the
estimates were. Days default to ${DEFAULT_DAYS}.
CHANGE is one of: ${WHAT_IF_HELP}`;

const ESTIMATES: readonly NamedMethod[] = [
  { name: 'naive', create: () => NAIVE },
  { name: 'ours', create: () => OURS },
];

/** `fusion simulate`. Returns the exit code: 0 done, 1 nothing to simulate, 2 wrong usage. */
export async function run(argv: string[]): Promise<number> {
  const options = parse(argv);
  if (options === null) return 2;
  if (options.isHelp) return print(HELP);
  try {
    const dayFiles = readAll(options.days);
    if (dayFiles.length === 0) return complain(`No files match ${options.days.join(', ')}`, 1);
    return simulate(dayFiles, options);
  } catch (error) {
    if (error instanceof DayFileError || error instanceof WhatIfError) {
      return complain(error.message, 2);
    }
    throw error;
  }
}

interface Options {
  days: string[];
  policy: PolicyName;
  isJson: boolean;
  hasEstimates: boolean;
  whatIfs: string[];
  isHelp: boolean;
}

function parse(argv: string[]): Options | null {
  try {
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const policy = POLICY_NAMES.find((name) => name === values.policy);
    if (!policy) throw new TypeError(`--policy is one of ${POLICY_NAMES.join(', ')}`);
    const days = [...(values.days ?? []), ...positionals];
    return {
      days: days.length > 0 ? days : [DEFAULT_DAYS],
      policy,
      isJson: values.json,
      hasEstimates: !values['no-estimates'],
      whatIfs: values['what-if'] ?? [],
      isHelp: values.help,
    };
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`, 2);
    return null;
  }
}

function readAll(patterns: readonly string[]): NamedDayFile[] {
  const paths = [...new Set(patterns.flatMap((pattern) => findFiles(pattern)))];
  return paths.map((path) => ({ path, file: readDayFile(path) }));
}

function simulate(dayFiles: readonly NamedDayFile[], options: Options): number {
  const policy = POLICIES[options.policy];
  const stopwatch = (): number => performance.now();
  const methods = options.hasEstimates && options.whatIfs.length === 0 ? ESTIMATES : [];
  const report = simulateFiles(dayFiles, policy, methods, stopwatch);
  if (options.whatIfs.length === 0) {
    return print(options.isJson ? JSON.stringify(report, null, 2) : formatReport(report));
  }
  const changes = options.whatIfs.map(parseWhatIf);
  const changedFiles = dayFiles.map(({ path, file }) => ({
    path,
    file: changes.reduce<DayFile>(applyWhatIf, file),
  }));
  const changed = simulateFiles(changedFiles, policy, methods, stopwatch);
  return print(
    options.isJson
      ? JSON.stringify({ base: report, whatIf: changed }, null, 2)
      : formatWhatIf(report.total, changed.total),
  );
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}
