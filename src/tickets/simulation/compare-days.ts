import { SeededRandom, seedFrom } from '../assignment/seeded-random';
import { type Day, type DayFile, shopOn } from './day-file';
import type { DayRecord } from './day-record';
import { DaySimulation } from './day-simulation';
import { mean, quantile } from './metrics';
import type { Policy } from './policy';
import type { ShopKnowledge } from './shop-knowledge';

/** What an owner compares. Per day of those compared, where nothing else is said. */
export const FIGURES = [
  'meanWaitMinutes',
  'p90WaitMinutes',
  'served',
  'lost',
  'overtimeMinutes',
  'utilisation',
  'takings',
  'lostMoney',
] as const;
export type FigureName = (typeof FIGURES)[number];
export type Figures = Record<FigureName, number>;

/** A figure with the range in which 8 of 10 resamplings lie. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

export interface ComparedFigure {
  asItIs: Ranged;
  whatIf: Ranged;
  change: Ranged;
}

export type Comparison = Record<FigureName, ComparedFigure>;

/** One drawing of what nobody recorded: the shop as it is, and the changed one with the same people. */
export interface Drawing {
  base: DayFile;
  changed: DayFile;
}

/** Each drawing is resampled this often over its days: next month's days are others, too. */
const RESAMPLINGS = 40;

/**
 * Plays both shops on every drawing, with what was known on the first morning. The ranges hold the chance of what nobody recorded and that of
 * which days there were; both shops meet the same days and customers, so that changes are narrower.
 */
export function compareDays(
  drawings: readonly Drawing[],
  policy: Policy,
  dawn: ShopKnowledge,
  isCompared: (day: Day) => boolean = () => true,
): Comparison {
  const values: Array<{ base: Figures; changed: Figures }> = [];
  const resampled: typeof values = [];
  drawings.forEach(({ base, changed }, number) => {
    const before = playDays(base, policy, dawn, isCompared);
    const after = playDays(changed, policy, dawn, isCompared);
    values.push({ base: figuresOf(before), changed: figuresOf(after) });
    const random = new SeededRandom(seedFrom('compare', String(base.shop), number));
    for (let round = 0; round < RESAMPLINGS; round += 1) {
      const picks = before.map(() => Math.floor(random.next() * before.length));
      const pick = (days: readonly PlayedDay[]): PlayedDay[] =>
        picks.flatMap((index) => days[index] ?? []);
      resampled.push({ base: figuresOf(pick(before)), changed: figuresOf(pick(after)) });
    }
  });
  const figure = (name: FigureName): ComparedFigure => {
    const ranged = (of: (pair: (typeof values)[number]) => number): Ranged => ({
      value: mean(values.map(of)),
      low: quantile(resampled.map(of), 0.1),
      high: quantile(resampled.map(of), 0.9),
    });
    return {
      asItIs: ranged(({ base }) => base[name]),
      whatIf: ranged(({ changed }) => changed[name]),
      change: ranged(({ base, changed }) => changed[name] - base[name]),
    };
  };
  return Object.fromEntries(FIGURES.map((name) => [name, figure(name)])) as Comparison;
}

/** The sums of one day, so that days can be added up again and again. */
interface PlayedDay {
  waits: number[];
  served: number;
  lost: number;
  overtimeMinutes: number;
  barbers: number;
  busyMinutes: number;
  shiftMinutes: number;
  takings: number;
  lostMoney: number;
}

function playDays(
  file: DayFile,
  policy: Policy,
  dawn: ShopKnowledge,
  isCompared: (day: Day) => boolean,
): PlayedDay[] {
  return file.days.filter(isCompared).map((day) => {
    const record = new DaySimulation(file, day, policy, dawn).run();
    return playedDay(shopOn(file, day), record);
  });
}

function playedDay(shop: DayFile, { visits, ...record }: DayRecord): PlayedDay {
  const served = visits.filter(({ outcome }) => outcome === 'served');
  const lost = visits.filter(({ outcome }) => outcome === 'left' || outcome === 'closed');
  const there = shop.barbers.filter(({ shiftStart, shiftEnd }) => shiftEnd > shiftStart);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    waits: served.map(({ calledAt, ticket }) => (calledAt ?? ticket.arrivesAt) - ticket.arrivesAt),
    served: served.length,
    lost: lost.length,
    overtimeMinutes: sum(record.overtimeMinutes),
    barbers: there.length,
    busyMinutes: sum(record.busyMinutes),
    shiftMinutes: sum(there.map((b) => b.shiftEnd - b.shiftStart - b.breakMinutes)),
    takings: sum(record.earned),
    lostMoney: sum(lost.map(({ ticket }) => ticket.price)),
  };
}

/** Adds days up to the figures. */
function figuresOf(days: readonly PlayedDay[]): Figures {
  const count = Math.max(1, days.length);
  const total = (pick: (day: PlayedDay) => number): number =>
    days.reduce((sum, day) => sum + pick(day), 0);
  const waits = days.flatMap((day) => day.waits);
  return {
    meanWaitMinutes: mean(waits),
    p90WaitMinutes: quantile(waits, 0.9),
    served: total((day) => day.served) / count,
    lost: total((day) => day.lost) / count,
    overtimeMinutes:
      total((day) => day.overtimeMinutes) /
      Math.max(
        1,
        total((d) => d.barbers),
      ),
    utilisation:
      total((day) => day.busyMinutes) /
      Math.max(
        1,
        total((day) => day.shiftMinutes),
      ),
    takings: total((day) => day.takings) / count,
    lostMoney: total((day) => day.lostMoney) / count,
  };
}
