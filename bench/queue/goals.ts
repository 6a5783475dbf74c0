import { printTable } from '../support/table';
import type { ByPolicy } from './queue.bench';

interface Goal {
  what: string;
  goal: number;
  measured: number;
  isAtLeast?: boolean;
}

/** What the queue has set out to reach, beside what it does on these days. */
export function printGoals(load: string, results: ByPolicy): void {
  const kind = ['light', 'heavy'].find((name) => load.endsWith(name)) ?? 'normal';
  const goals = [
    ...gates(results),
    ...costs(results, kind),
    ...(kind === 'normal' ? fairness(results) : []),
    ...estimates(results),
  ];
  printTable(
    `Goals, ${load}`,
    goals.map(({ what, goal, measured, isAtLeast = false }) => ({
      goal: what,
      wanted: `${isAtLeast ? '≥' : '≤'} ${goal.toFixed(3)}`,
      measured: measured.toFixed(3),
      met: (isAtLeast ? measured >= goal : measured <= goal) ? 'yes' : 'NO',
    })),
  );
}

function gates({ default: ours, lookahead, fcfs }: ByPolicy): Goal[] {
  return [
    { what: 'unskilled', goal: 0, measured: ours.unskilled + lookahead.unskilled },
    {
      what: 'hard requests kept',
      goal: 1,
      measured: Math.min(ours.hardRequestsKept, lookahead.hardRequestsKept),
      isAtLeast: true,
    },
    { what: 'overtaken', goal: 0.005, measured: ours.overtaken },
    {
      what: 'overtime over fcfs, minutes',
      goal: 0.3,
      measured: ours.overtimeMinutes - fcfs.overtimeMinutes,
    },
    { what: 'decision p99, ms', goal: 1, measured: ours.decisionMsP99 },
    { what: 'decision p99 looking ahead, ms', goal: 15, measured: lookahead.decisionMsP99 },
  ];
}

function costs({ default: ours, fcfs, prototype }: ByPolicy, kind: string): Goal[] {
  const goal = { light: 0.8, normal: 0.88, heavy: 0.91 }[kind] ?? 0.88;
  const toFcfs = { what: 'cost to fcfs', goal, measured: ours.cost / fcfs.cost };
  if (kind !== 'normal') return [toFcfs];
  return [
    toFcfs,
    { what: 'cost to prototype', goal: 0.78, measured: ours.cost / prototype.cost },
    { what: 'lost to fcfs', goal: 0.82, measured: ours.lostShare / fcfs.lostShare },
    { what: 'lost to prototype', goal: 0.85, measured: ours.lostShare / prototype.lostShare },
  ];
}

function fairness({ default: ours, lookahead, fcfs, prototype }: ByPolicy): Goal[] {
  return [
    {
      what: 'earnings CV to prototype',
      goal: 0.75,
      measured: ours.earningsCv / prototype.earningsCv,
    },
    { what: 'earnings CV to fcfs', goal: 1, measured: ours.earningsCv / fcfs.earningsCv },
    { what: 'look-ahead: cost to fcfs', goal: 0.83, measured: lookahead.cost / fcfs.cost },
    { what: 'look-ahead: overtaken', goal: 0.03, measured: lookahead.overtaken },
    {
      what: 'look-ahead: longest wait to fcfs',
      goal: 1,
      measured: lookahead.longestWait / fcfs.longestWait,
    },
  ];
}

function estimates({ default: { eta } }: ByPolicy): Goal[] {
  const { naive, refitted, meanSimulation, ours, floor } = eta;
  if (!naive || !refitted || !meanSimulation || !ours || !floor) return [];
  return [
    { what: 'MAE to naive', goal: 0.45, measured: ours.mae / naive.mae },
    { what: 'MAE to refitted naive', goal: 0.55, measured: ours.mae / refitted.mae },
    { what: 'MAE to mean simulation', goal: 0.82, measured: ours.mae / meanSimulation.mae },
    { what: 'MAE to floor', goal: 1.05, measured: ours.mae / floor.mae },
    { what: 'coverage, at least', goal: 0.77, measured: ours.coverage80, isAtLeast: true },
    { what: 'coverage, at most', goal: 0.85, measured: ours.coverage80 },
    {
      what: 'coverage of hard requests',
      goal: 0.75,
      measured: ours.coverage80Hard,
      isAtLeast: true,
    },
    { what: 'width to naive', goal: 0.6, measured: ours.width80 / naive.width80 },
    { what: 'Winkler to naive', goal: 0.45, measured: ours.winkler80 / naive.winkler80 },
  ];
}
