import { dispatch } from '../../src/tickets/assignment/dispatch';
import { DEFAULT_SETTINGS } from '../../src/tickets/assignment/dispatch-settings';
import type { Learned } from '../../src/tickets/assignment/learned';
import type { QueueState } from '../../src/tickets/assignment/queue-state';
import { estimateWaits } from '../../src/tickets/estimates/estimate-waits';
import { DaySimulation } from '../../src/tickets/simulation/day-simulation';
import { generateShop } from '../../src/tickets/simulation/generate-shop';
import { POLICIES } from '../../src/tickets/simulation/policy';
import { learnedOf, learnFromHistory } from '../../src/tickets/simulation/shop-knowledge';
import { milliseconds, printTable } from '../support/table';

const ROUNDS = 300;
const LONG_QUEUE = 20;
const SHOPS_ON_ONE_INSTANCE = 200;
const GOAL_ESTIMATE_MS = 5;
const GOAL_DECISION_MS = 15;

interface Moment {
  state: QueueState;
  now: number;
}

/** Times decisions and estimates on states of a crowded shop with seven barbers. */
export function printSpeed(): void {
  const { moments, learned } = crowdedMoments();
  const long = moments.filter(
    ({ state: { tickets } }) => tickets.length >= LONG_QUEUE && tickets.length < LONG_QUEUE + 5,
  );
  const estimate = ({ state, now }: Moment): unknown =>
    estimateWaits(state, now, learned, DEFAULT_SETTINGS);
  const decide = ({ state, now }: Moment): unknown =>
    dispatch(state, now, learned, DEFAULT_SETTINGS);
  const usual = time(moments, estimate);
  const busyShare = (usual.cpu * SHOPS_ON_ONE_INSTANCE) / 60_000;
  printTable('Speed, seven barbers, crowded', [
    row(`estimates for a queue of ${LONG_QUEUE}`, time(long, estimate), GOAL_ESTIMATE_MS),
    row('estimates, all moments', usual),
    row('decision, default mode', time(moments, decide), GOAL_DECISION_MS),
  ]);
  process.stdout.write(
    `${SHOPS_ON_ONE_INSTANCE} such shops, estimates renewed every minute: ` +
      `${(busyShare * 100).toFixed(2)} % of one core\n`,
  );
}

/** Every state at which somebody had to wait on days far beyond what the shop can serve. */
function crowdedMoments(): { moments: Moment[]; learned: Learned } {
  const file = generateShop({
    seed: 77,
    barbers: 7,
    load: 1.7,
    days: 3,
    historyDays: 20,
    patienceMedianMinutes: 150,
  });
  const dawn = learnFromHistory(file);
  const moments: Moment[] = [];
  for (const day of file.days) {
    const onMustWait = (_: unknown, state: QueueState, now: number): number =>
      moments.push({ state, now });
    new DaySimulation(file, day, POLICIES.default, dawn, { onMustWait }).run();
  }
  return { moments, learned: learnedOf(dawn) };
}

interface Times {
  /** Processor time, which is the same however busy the machine is. */
  cpu: number;
  mean: number;
  p99: number;
}

function time(moments: readonly Moment[], work: (moment: Moment) => unknown): Times {
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const moment = moments[round % moments.length];
    if (!moment) return { cpu: Number.NaN, mean: Number.NaN, p99: Number.NaN };
    // The first calls show the compiler at work, not the shop.
    const isWarm = round >= ROUNDS / 10;
    if (round === ROUNDS / 10) before = process.cpuUsage();
    const startedAt = performance.now();
    work(moment);
    if (isWarm) times.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / times.length;
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, value) => sum + value, 0) / times.length;
  return { cpu, mean, p99: times[Math.floor(times.length * 0.99)] ?? mean };
}

function row(what: string, { cpu, mean, p99 }: Times, goalMs?: number): Record<string, string> {
  const goal = goalMs === undefined ? '' : `<= ${milliseconds(goalMs)}`;
  const [own, usual, worst] = [milliseconds(cpu), milliseconds(mean), milliseconds(p99)];
  return { what, 'CPU time': own, goal, mean: usual, p99: worst };
}
