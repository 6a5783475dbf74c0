import {
  type Band,
  type BandFactors,
  bandFactors,
  type CalibrationState,
  calibrate,
  EMPTY_CALIBRATION,
  recordWait,
} from '../estimates/calibration';
import type { Day, DayFile } from './day-file';
import type { DayRecord } from './day-record';
import { DaySimulation } from './day-simulation';
import { replayableDays } from './history-replay';
import { mean, quantile } from './metrics';
import type { Policy } from './policy';
import type { ShopKnowledge } from './shop-knowledge';
import type { JoinMoment, WaitMethod } from './wait-methods';

/** One customer who had to wait: what was predicted at joining, and the wait that was offered. */
export interface ScoredWait {
  band: Band;
  offeredMinutes: number;
  isHardRequest: boolean;
  milliseconds: number;
}

/** Days of the shop's own past that bands are calibrated on. */
const CALIBRATION_DAYS = 12;

export type Predictions = ReadonlyArray<{ band: Band; milliseconds: number }>;

/** A customer's raw predictions by every method, in their order. */
export interface RawWait {
  predictions: Predictions;
  offeredMinutes: number;
  isHardRequest: boolean;
}

/**
 * Runs a day and collects, for everybody who must wait, each method's prediction at joining and the
 * offered wait: that of the same day with that person patient and present, because those who leave
 * are exactly those who would have waited long.
 */
export function collectWaits(
  shop: { file: DayFile; dawn: ShopKnowledge; meanServiceMinutes: number },
  day: Day,
  policy: Policy,
  methods: readonly WaitMethod[],
  stopwatch: () => number,
): { record: DayRecord; waits: RawWait[] } {
  const { file, dawn, meanServiceMinutes } = shop;
  const predicted = new Map<number, Predictions>();
  const record = new DaySimulation(file, day, policy, dawn, {
    stopwatch,
    onMustWait: (ticket, state, now, learned) => {
      const moment: JoinMoment = { ticket, state, now, learned, policy, meanServiceMinutes };
      const predictions = methods.map((method) => {
        const startedAt = stopwatch();
        const band = method.predict(moment);
        return { band, milliseconds: stopwatch() - startedAt };
      });
      predicted.set(ticket.id, predictions);
    },
  }).run();
  const waits: RawWait[] = [];
  for (const visit of record.visits) {
    const predictions = predicted.get(visit.ticket.id);
    if (!predictions) continue;
    const calledAt = visit.calledAt ?? calledIfPatient(file, day, policy, dawn, visit.ticket.id);
    if (calledAt === null) continue;
    waits.push({
      predictions,
      offeredMinutes: calledAt - visit.ticket.arrivesAt,
      isHardRequest: visit.ticket.onlyThatBarber,
    });
  }
  return { record, waits };
}

/** Whoever was called had the same day up to then; only the others need another run. */
function calledIfPatient(
  file: DayFile,
  day: Day,
  policy: Policy,
  dawn: ShopKnowledge,
  patientTicket: number,
): number | null {
  const { visits } = new DaySimulation(file, day, policy, dawn, { patientTicket }).run();
  return visits.find(({ ticket }) => ticket.id === patientTicket)?.calledAt ?? null;
}

/** What a method learned on the calibration days: a factor on its point, and how wide it errs. */
interface MethodFit {
  pointFactor: number;
  residuals: { low: number; high: number };
  factors: BandFactors;
}

/** Calibrates on the shop's own past, then turns a test day's raw waits into scored ones. */
export class MethodScorer {
  private readonly fits: MethodFit[];

  constructor(
    private readonly methods: readonly WaitMethod[],
    calibration: readonly RawWait[],
  ) {
    this.fits = methods.map((method, number) => fitMethod(method, number, calibration));
  }

  score(waits: readonly RawWait[]): ScoredWait[][] {
    return this.methods.map((method, number) =>
      waits.map(({ predictions, offeredMinutes, isHardRequest }) => {
        const { band: raw, milliseconds } = predictions[number] as Predictions[number];
        const band = applyFit(method, raw, this.fits[number] as MethodFit);
        return { band, offeredMinutes, isHardRequest, milliseconds };
      }),
    );
  }
}

/** Replays the shop's last days to see how far each method errs there. */
export function calibrationWaits(
  shop: { file: DayFile; dawn: ShopKnowledge; meanServiceMinutes: number },
  policy: Policy,
  methods: readonly WaitMethod[],
  stopwatch: () => number,
): RawWait[] {
  return replayableDays(shop.file, shop.dawn, CALIBRATION_DAYS).flatMap(
    (day) => collectWaits(shop, day, policy, methods, stopwatch).waits,
  );
}

function fitMethod(method: WaitMethod, number: number, calibration: readonly RawWait[]): MethodFit {
  const pairs = calibration.map(({ predictions, offeredMinutes }) => ({
    raw: (predictions[number] as Predictions[number]).band,
    offeredMinutes,
  }));
  const pointFactor = method.isRefitted ? leastSquaresFactor(pairs) : 1;
  const errors = pairs.map(({ raw, offeredMinutes }) => offeredMinutes - raw.median * pointFactor);
  let state: CalibrationState = EMPTY_CALIBRATION;
  for (const { raw, offeredMinutes } of pairs) state = recordWait(state, raw, offeredMinutes);
  return {
    pointFactor,
    residuals: { low: quantile(errors, 0.1), high: quantile(errors, 0.9) },
    factors: bandFactors(state),
  };
}

function leastSquaresFactor(pairs: ReadonlyArray<{ raw: Band; offeredMinutes: number }>): number {
  let products = 0;
  let squares = 0;
  for (const { raw, offeredMinutes } of pairs) {
    products += raw.median * offeredMinutes;
    squares += raw.median * raw.median;
  }
  return squares > 0 ? products / squares : 1;
}

function applyFit(method: WaitMethod, raw: Band, fit: MethodFit): Band {
  if (method.band === 'scaled') return calibrate(raw, fit.factors);
  const median = raw.median * fit.pointFactor;
  return {
    low: Math.max(0, median + fit.residuals.low),
    median,
    high: Math.max(0, median + fit.residuals.high),
  };
}

/** The figures of the benchmark for one method. */
export interface EstimateMetrics {
  n: number;
  /** Mean absolute error of the median, in minutes. */
  mae: number;
  /** Mean of predicted minus offered: negative is too optimistic. */
  bias: number;
  lateByMoreThan5: number;
  coverage80: number;
  coverage80Hard: number;
  width80: number;
  /** Width plus ten times what lies outside, for an 80 % band; lower is better. */
  winkler80: number;
  msMean: number;
}

export function estimateMetrics(scored: readonly ScoredWait[]): EstimateMetrics {
  const isInside = ({ band, offeredMinutes }: ScoredWait): boolean =>
    offeredMinutes >= band.low && offeredMinutes <= band.high;
  const shareOf = (list: readonly ScoredWait[]): number =>
    mean(list.map((wait) => (isInside(wait) ? 1 : 0)));
  return {
    n: scored.length,
    mae: mean(scored.map(({ band, offeredMinutes }) => Math.abs(band.median - offeredMinutes))),
    bias: mean(scored.map(({ band, offeredMinutes }) => band.median - offeredMinutes)),
    lateByMoreThan5: mean(
      scored.map(({ band, offeredMinutes }) => (offeredMinutes > band.median + 5 ? 1 : 0)),
    ),
    coverage80: shareOf(scored),
    coverage80Hard: shareOf(scored.filter(({ isHardRequest }) => isHardRequest)),
    width80: mean(scored.map(({ band }) => band.high - band.low)),
    winkler80: mean(scored.map(winkler)),
    msMean: mean(scored.map(({ milliseconds }) => milliseconds)),
  };
}

/** 2 ÷ 0.2: the price of a minute outside an 80 % band. */
const WINKLER_PENALTY = 10;

function winkler({ band, offeredMinutes }: ScoredWait): number {
  const outside = Math.max(0, band.low - offeredMinutes) + Math.max(0, offeredMinutes - band.high);
  return band.high - band.low + WINKLER_PENALTY * outside;
}
