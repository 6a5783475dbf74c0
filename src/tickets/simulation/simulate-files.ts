import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type DayFile, shopOn } from './day-file';
import type { DayRecord } from './day-record';
import { MetricsSum, mean, type PolicyMetrics } from './metrics';
import type { Policy } from './policy';
import {
  calibrationWaits,
  collectWaits,
  type EstimateMetrics,
  estimateMetrics,
  MethodScorer,
  type ScoredWait,
} from './score-estimates';
import { learnFromHistory } from './shop-knowledge';
import type { WaitMethod } from './wait-methods';

/** A way to predict waits under the name that the results carry. */
export interface NamedMethod {
  name: string;
  /** Made for each shop, because some methods learn from its file. */
  create: (file: DayFile) => WaitMethod;
}

/** The figures of one file, or of all. */
export interface SimulationResult extends PolicyMetrics {
  file: string;
  /** Over who was called when, by whom, to a tenth of a minute. */
  hash: string;
  eta: Record<string, EstimateMetrics>;
}

export interface SimulationReport {
  policy: string;
  files: SimulationResult[];
  total: SimulationResult;
}

export interface NamedDayFile {
  path: string;
  file: DayFile;
}

/** Runs a policy over all days of all files and scores every method's estimates at joining. */
export function simulateFiles(
  dayFiles: readonly NamedDayFile[],
  policy: Policy,
  methods: readonly NamedMethod[],
  stopwatch: () => number,
): SimulationReport {
  const total = new Tally(methods);
  const files = dayFiles.map(({ path, file }) => {
    const tally = new Tally(methods);
    for (const outcome of simulateShop(file, policy, methods, stopwatch)) {
      tally.add(outcome);
      total.add(outcome);
    }
    return tally.result(basename(path));
  });
  return { policy: policy.name, files, total: total.result('total') };
}

interface DayOutcome {
  /** The shop as it was on the day. */
  shop: DayFile;
  record: DayRecord;
  /** By method. */
  scored: ScoredWait[][];
}

function* simulateShop(
  file: DayFile,
  policy: Policy,
  methods: readonly NamedMethod[],
  stopwatch: () => number,
): Generator<DayOutcome> {
  const dawn = learnFromHistory(file);
  const served = file.history.filter(({ outcome }) => outcome === 'served');
  const meanServiceMinutes = mean(served.map(({ minutes }) => minutes ?? 0));
  const shop = { file, dawn, meanServiceMinutes };
  const created = methods.map(({ create }) => create(file));
  const calibration =
    created.length === 0 ? [] : calibrationWaits(shop, policy, created, stopwatch);
  const scorer = new MethodScorer(created, calibration);
  for (const day of file.days) {
    const { record, waits } = collectWaits(shop, day, policy, created, stopwatch);
    yield { shop: shopOn(file, day), record, scored: scorer.score(waits) };
  }
}

class Tally {
  private readonly metrics = new MetricsSum();
  private readonly hash = createHash('sha256');
  private readonly scored: ScoredWait[][];

  constructor(private readonly methods: readonly NamedMethod[]) {
    this.scored = methods.map(() => []);
  }

  add({ shop, record, scored }: DayOutcome): void {
    this.metrics.addDay(shop, record);
    scored.forEach((waits, method) => this.scored[method]?.push(...waits));
    for (const { ticket, barber, calledAt, outcome } of record.visits) {
      const calledTenths = calledAt === null ? 'never' : Math.round(calledAt * 10);
      const parts = [shop.shop, shop.load, record.day, ticket.id, outcome, barber, calledTenths];
      this.hash.update(`${parts.join('|')}\n`);
    }
  }

  result(file: string): SimulationResult {
    const eta: Record<string, EstimateMetrics> = {};
    this.methods.forEach(({ name }, method) => {
      eta[name] = estimateMetrics(this.scored[method] ?? []);
    });
    const hash = this.hash.digest('hex').slice(0, 16);
    return { file, ...this.metrics.metrics(), hash, eta };
  }
}
