import { basename } from 'node:path';
import { findFiles } from '../../src/commands/simulate/find-files';
import { generateShop } from '../../src/tickets/simulation/generate-shop';
import { POLICIES, POLICY_NAMES, type PolicyName } from '../../src/tickets/simulation/policy';
import { readDayFile } from '../../src/tickets/simulation/read-days';
import {
  type NamedDayFile,
  type SimulationResult,
  simulateFiles,
} from '../../src/tickets/simulation/simulate-files';
import { printTable } from '../support/table';
import { printGoals } from './goals';
import { BENCHMARK_METHODS } from './methods';
import { cpuMs, printSpeed } from './speed';

/** Any days in the format; the committed selection is small and so are its samples. */
const DAYS = process.env['BENCH_DAYS'] ?? 'test/fixtures/days/*.json.gz';
/** Shops made up afresh, so that nothing can have been tuned on them. */
const MADE_UP = [
  { name: 'made up, light', load: 0.6 },
  { name: 'made up, normal', load: 0.8 },
  { name: 'made up, heavy', load: 0.98 },
];
const MADE_UP_SIZES = [3, 4, 5, 7, 3, 4, 5, 7];
const MADE_UP_SEED = 90_000;

export type ByPolicy = Record<PolicyName, SimulationResult>;

/**
 * Waits, losses and fairness of every policy by load, the estimates beside the market's methods and
 * the floor, and the time that decisions and estimates take.
 */
export async function benchQueue(): Promise<void> {
  for (const [load, files] of filesByLoad()) {
    const results = {} as ByPolicy;
    for (const name of POLICY_NAMES) {
      const methods = name === 'default' ? BENCHMARK_METHODS : [];
      results[name] = simulateFiles(files, POLICIES[name], methods, cpuMs).total;
    }
    const days = files.reduce((sum, { file }) => sum + file.days.length, 0);
    printPolicies(`Queue, ${load}: ${files.length} shops, ${days} days`, results);
    printEstimates(results.default);
    printGoals(load, results);
  }
  printSpeed();
}

function filesByLoad(): Map<string, NamedDayFile[]> {
  const loads = new Map<string, NamedDayFile[]>();
  for (const path of findFiles(DAYS)) {
    const file = readDayFile(path);
    loads.set(file.load, [...(loads.get(file.load) ?? []), { path: basename(path), file }]);
  }
  for (const { name, load } of MADE_UP) {
    const shops = MADE_UP_SIZES.map((barbers, index) => {
      const request = { seed: MADE_UP_SEED + index, barbers, load, days: 6, historyDays: 30 };
      return { path: `made-up-${index}`, file: generateShop(request) };
    });
    loads.set(name, shops);
  }
  return loads;
}

function printPolicies(title: string, results: ByPolicy): void {
  printTable(
    title,
    POLICY_NAMES.map((name) => {
      const result = results[name];
      return {
        policy: name,
        'mean wait': result.meanWait.toFixed(1),
        p90: result.p90Wait.toFixed(1),
        longest: result.longestWait.toFixed(0),
        lost: `${(result.lostShare * 100).toFixed(1)}%`,
        'cost C': result.cost.toFixed(2),
        'to fcfs': (result.cost / results.fcfs.cost).toFixed(2),
        'to prototype': (result.cost / results.prototype.cost).toFixed(2),
        'earnings CV': result.earningsCv.toFixed(3),
        overtime: result.overtimeMinutes.toFixed(1),
        unskilled: String(result.unskilled),
        'hard kept': `${(result.hardRequestsKept * 100).toFixed(0)}%`,
        'soft kept': `${(result.softRequestsKept * 100).toFixed(0)}%`,
        overtaken: `${(result.overtaken * 100).toFixed(1)}%`,
        'p99 CPU ms': result.decisionMsP99.toFixed(2),
      };
    }),
  );
}

function printEstimates({ eta }: SimulationResult): void {
  const naive = eta['naive'];
  printTable(
    'Waits predicted at joining (default mode)',
    Object.entries(eta).map(([method, metrics]) => ({
      method,
      n: String(metrics.n),
      MAE: metrics.mae.toFixed(2),
      'to naive': (metrics.mae / (naive?.mae ?? 1)).toFixed(2),
      bias: metrics.bias.toFixed(1),
      'late > 5': `${(metrics.lateByMoreThan5 * 100).toFixed(0)}%`,
      covered: `${(metrics.coverage80 * 100).toFixed(0)}%`,
      'hard covered': `${(metrics.coverage80Hard * 100).toFixed(0)}%`,
      width: metrics.width80.toFixed(1),
      Winkler: metrics.winkler80.toFixed(1),
      'CPU ms': metrics.msMean.toFixed(2),
    })),
  );
}
