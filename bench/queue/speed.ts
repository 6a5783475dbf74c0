import { DEFAULT_SETTINGS } from '../../src/tickets/assignment/dispatch-settings';
import type { Learned } from '../../src/tickets/assignment/learned';
import type { QueueState } from '../../src/tickets/assignment/queue-state';
import { estimateWaits } from '../../src/tickets/estimates/estimate-waits';
import type { DayFile } from '../../src/tickets/simulation/day-file';
import { DaySimulation } from '../../src/tickets/simulation/day-simulation';
import { generateShop } from '../../src/tickets/simulation/generate-shop';
import { POLICIES, type PolicyName } from '../../src/tickets/simulation/policy';
import { learnedOf, learnFromHistory } from '../../src/tickets/simulation/shop-knowledge';
import { simulateFiles } from '../../src/tickets/simulation/simulate-files';
import { milliseconds, printTable } from '../support/table';

const ROUNDS = 300;
const LONG_QUEUE = 20;
const SHOPS_ON_ONE_INSTANCE = 200;
const GOAL_ESTIMATE_MS = 5;
const GOAL_DECISION_MS = 1;
const GOAL_LOOK_AHEAD_MS = 15;

interface Moment {
  state: QueueState;
  now: number;
}

/** Times decisions and estimates on states of a crowded shop with seven barbers. */
export function printSpeed(): void {
  const file = crowdedShop();
  const { moments, learned } = crowdedMoments(file);
  const long = moments.filter(
    ({ state: { tickets } }) => tickets.length >= LONG_QUEUE && tickets.length < LONG_QUEUE + 5,
  );
  const estimate = ({ state, now }: Moment): unknown =>
    estimateWaits(state, now, learned, DEFAULT_SETTINGS);
  const usual = time(moments, estimate);
  const busyShare = (usual.mean * SHOPS_ON_ONE_INSTANCE) / 60_000;
  printTable('Speed, seven barbers, crowded', [
    row(`estimates for a queue of ${LONG_QUEUE}`, time(long, estimate), { mean: GOAL_ESTIMATE_MS }),
    row('estimates, all moments', usual),
    row('decisions, default mode', decisionTimes(file, 'default'), { p99: GOAL_DECISION_MS }),
    row('decisions, looking ahead', decisionTimes(file, 'lookahead'), { p99: GOAL_LOOK_AHEAD_MS }),
  ]);
  process.stdout.write(
    `${SHOPS_ON_ONE_INSTANCE} such shops, estimates renewed every minute: ` +
      `${(busyShare * 100).toFixed(2)} % of one core\n`,
  );
}

/** Days far beyond what the shop can serve. */
function crowdedShop(): DayFile {
  return generateShop({
    ...{ seed: 77, barbers: 7, load: 1.7, days: 3, historyDays: 20 },
    patienceMedianMinutes: 150,
  });
}

/** All decisions of the days. */
function decisionTimes(file: DayFile, policy: PolicyName): Times {
  const files = [{ path: 'crowded', file }];
  const { total } = simulateFiles(files, POLICIES[policy], [], cpuMs);
  return { p99: total.decisionMsP99 };
}

/** Every state at which somebody had to wait. */
function crowdedMoments(file: DayFile): { moments: Moment[]; learned: Learned } {
  const dawn = learnFromHistory(file);
  const moments: Moment[] = [];
  for (const day of file.days) {
    const onMustWait = (_: unknown, state: QueueState, now: number): number =>
      moments.push({ state, now });
    new DaySimulation(file, day, POLICIES.default, dawn, { onMustWait }).run();
  }
  return { moments, learned: learnedOf(dawn) };
}

/** Milliseconds of processor time, which are the same however busy the machine is. */
interface Times {
  mean?: number;
  p99: number;
}

function time(moments: readonly Moment[], work: (moment: Moment) => unknown): Required<Times> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const moment = moments[round % moments.length];
    if (!moment) return { mean: Number.NaN, p99: Number.NaN };
    const startedAt = cpuMs();
    work(moment);
    // The first calls show the compiler at work, not the shop.
    if (round >= ROUNDS / 10) times.push(cpuMs() - startedAt);
  }
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, value) => sum + value, 0) / times.length;
  return { mean, p99: times[Math.floor(times.length * 0.99)] ?? mean };
}

/** Processor time that this process has used, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function row(what: string, times: Times, goals: Partial<Times> = {}): Record<string, string> {
  const against = (goal?: number): string => (goal === undefined ? '' : `<= ${milliseconds(goal)}`);
  return {
    'processor time': what,
    mean: times.mean === undefined ? '' : milliseconds(times.mean),
    'goal of mean': against(goals.mean),
    p99: milliseconds(times.p99),
    'goal of p99': against(goals.p99),
  };
}
