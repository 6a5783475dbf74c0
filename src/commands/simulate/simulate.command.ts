import type { DayFile } from '../../tickets/simulation/day-file';
import { POLICIES } from '../../tickets/simulation/policy';
import { DayFileError, readDayFile } from '../../tickets/simulation/read-days';
import {
  type NamedDayFile,
  type NamedMethod,
  type SimulationReport,
  simulateFiles,
} from '../../tickets/simulation/simulate-files';
import { NAIVE, OURS } from '../../tickets/simulation/wait-methods';
import { applyWhatIf, concerns, WhatIfError } from '../../tickets/simulation/what-if';
import { complain, print } from '../output';
import { OwnHistoryError } from '../own-history/read-own-history';
import { findFiles } from './find-files';
import { formatReport, formatWhatIf } from './print-report';
import { HELP, parseSimulateOptions, type SimulateOptions } from './simulate-options';
import { simulateOwn } from './simulate-own';

const ESTIMATES: readonly NamedMethod[] = [
  { name: 'naive', create: () => NAIVE },
  { name: 'ours', create: () => OURS },
];

/** `fusion simulate`. Returns the exit code: 0 done, 1 nothing to simulate, 2 wrong usage. */
export async function run(argv: string[]): Promise<number> {
  let options: SimulateOptions;
  try {
    options = parseSimulateOptions(argv);
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`, 2);
  }
  if (options.isHelp) return print(HELP);
  try {
    if (options.own) return await simulateOwn(options.own, options, simulate);
    const dayFiles = readAll(options.days);
    if (dayFiles.length === 0) {
      return complain(`No files match ${options.days.join(', ')}. Nothing was simulated.`, 1);
    }
    return simulateDayFiles(dayFiles, options);
  } catch (error) {
    if (error instanceof OwnHistoryError) return complain(error.message, 1);
    if (error instanceof DayFileError || error instanceof WhatIfError) {
      return complain(error.message, 2);
    }
    throw error;
  }
}

function readAll(patterns: readonly string[]): NamedDayFile[] {
  const paths = [...new Set(patterns.flatMap((pattern) => findFiles(pattern)))];
  return paths.map((path) => ({ path, file: readDayFile(path) }));
}

function simulate(dayFiles: readonly NamedDayFile[], options: SimulateOptions): SimulationReport {
  const methods = options.hasEstimates && options.whatIfs.length === 0 ? ESTIMATES : [];
  return simulateFiles(dayFiles, POLICIES[options.policy], methods, () => performance.now());
}

function simulateDayFiles(dayFiles: readonly NamedDayFile[], options: SimulateOptions): number {
  const { whatIfs } = options;
  if (whatIfs.length === 0) {
    const report = simulate(dayFiles, options);
    return print(options.isJson ? JSON.stringify(report, null, 2) : formatReport(report));
  }
  const concerned = dayFiles.map(({ path, file }) => {
    const days = file.days.filter((day) => whatIfs.some((change) => concerns(change, day)));
    return { path, file: { ...file, days } };
  });
  const base = simulate(concerned, options);
  const changed = simulate(
    concerned.map(({ path, file }) => ({ path, file: whatIfs.reduce<DayFile>(applyWhatIf, file) })),
    options,
  );
  return print(
    options.isJson
      ? JSON.stringify({ base, whatIf: changed }, null, 2)
      : formatWhatIf(base.total, changed.total),
  );
}
