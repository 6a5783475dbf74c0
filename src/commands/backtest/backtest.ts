import { FIRST_COME_SETTINGS } from '../../tickets/assignment/dispatch-settings';
import type { Learned } from '../../tickets/assignment/learned';
import {
  type Band,
  bandFactors,
  type CalibrationState,
  calibrate,
  EMPTY_CALIBRATION,
  recordWait,
} from '../../tickets/estimates/calibration';
import { bandOf } from '../../tickets/estimates/estimate-waits';
import { sampleWaits } from '../../tickets/estimates/wait-samples';
import {
  type EstimateMetrics,
  estimateMetrics,
  type ScoredWait,
} from '../../tickets/simulation/score-estimates';
import { type LogKnowledge, learnFromLog } from './log-knowledge';
import { LogReplay, type QueuedArrival } from './log-replay';
import { bestFactor, residualBand } from './point-fit';
import type { LoggedVisit } from './visit-log';

export interface BacktestReport {
  trainDays: number;
  testDays: number;
  /** In minutes of the log. */
  methods: Record<'naive' | 'refitted' | 'lastWait' | 'ours', EstimateMetrics>;
}

/** One scored arrival: what every method said, and how long it took. In minutes of the log. */
interface Prediction {
  service: string;
  naive: number;
  lastWait: number;
  ours: Band;
  actual: number;
  milliseconds: number;
}

/** This share of the training days, the last of them, is kept for fitting factors and bands. */
const CALIBRATION_SHARE = 0.3;
/** A service gets a factor of its own from this many calibration waits on. */
const LEAST_SERVICE_WAITS = 60;
const SAMPLING = { futures: 100, futuresInLongQueue: 60, arrivalHorizonMinutes: 0 };

/** Learns from the first days, predicts in the others, and scores against what happened. */
export function backtest(
  days: readonly LoggedVisit[][],
  trainDays: number,
  stopwatch: () => number,
): BacktestReport {
  const train = days.slice(0, trainDays);
  const test = days.slice(trainDays);
  const knowledge = learnFromLog(train);
  const replay = new LogReplay(knowledge);
  const calibrationFrom = Math.floor(train.length * (1 - CALIBRATION_SHARE));
  const calibration: Prediction[] = [];
  train.forEach((day, number) => {
    if (number < calibrationFrom) replay.playDay(day);
    else calibration.push(...predictDay(replay, day, knowledge, stopwatch));
  });
  const fit = fitAll(calibration);
  const predictions = test.flatMap((day) => predictDay(replay, day, knowledge, stopwatch));
  const scores = predictions.map(fit);
  const metricsOf = (method: keyof BacktestReport['methods']): EstimateMetrics =>
    estimateMetrics(scores.map((score) => score[method]));
  return {
    trainDays: train.length,
    testDays: test.length,
    methods: {
      naive: metricsOf('naive'),
      refitted: metricsOf('refitted'),
      lastWait: metricsOf('lastWait'),
      ours: metricsOf('ours'),
    },
  };
}

function predictDay(
  replay: LogReplay,
  day: readonly LoggedVisit[],
  knowledge: LogKnowledge,
  stopwatch: () => number,
): Prediction[] {
  const predictions: Prediction[] = [];
  replay.playDay(day, (arrival) => {
    // Those who left have no wait to compare with; they still count as neighbours of the others.
    if (arrival.visit.startedAt === null) return;
    predictions.push(predict(arrival, knowledge, stopwatch));
  });
  return predictions;
}

function predict(
  arrival: QueuedArrival,
  knowledge: LogKnowledge,
  stopwatch: () => number,
): Prediction {
  const { visit, state, now, durations, barbersOn, lastWaitSeconds } = arrival;
  const startedAt = stopwatch();
  const learned: Learned = { durations, demand: knowledge.demand };
  const samples = sampleWaits(state, now, learned, FIRST_COME_SETTINGS, [], SAMPLING);
  const own = samples.find(({ ticketId }) => ticketId === visit.ticket);
  const raw = bandOf(own?.waits ?? new Float64Array(0));
  const scale = 1 / knowledge.minutesPerSecond / 60;
  const position = state.tickets.length;
  return {
    service: visit.service,
    naive: (position * knowledge.meanServiceSeconds) / Math.max(1, barbersOn) / 60,
    lastWait: (lastWaitSeconds ?? 0) / 60,
    ours: { low: raw.low * scale, median: raw.median * scale, high: raw.high * scale },
    actual: ((visit.startedAt ?? 0) - visit.joinedAt) / 60,
    milliseconds: stopwatch() - startedAt,
  };
}

type Scores = Record<keyof BacktestReport['methods'], ScoredWait>;

/** Fits factors and bands on the calibration days; returns how to score one prediction. */
function fitAll(calibration: readonly Prediction[]): (prediction: Prediction) => Scores {
  const naiveFactor = bestFactor(calibration.map(({ naive, actual }) => [naive, actual]));
  const pairsOf = (pick: (prediction: Prediction) => number): Array<[number, number]> =>
    calibration.map((prediction) => [pick(prediction), prediction.actual]);
  const bands = {
    naive: residualBand(pairsOf(({ naive }) => naive)),
    refitted: residualBand(pairsOf(({ naive }) => naive * naiveFactor)),
    lastWait: residualBand(pairsOf(({ lastWait }) => lastWait)),
  };
  const factorOf = fitOwnFactors(calibration);
  const scaled = ({ ours, service }: Prediction): Band => {
    const factor = factorOf(service);
    return { low: ours.low * factor, median: ours.median * factor, high: ours.high * factor };
  };
  let state: CalibrationState = EMPTY_CALIBRATION;
  for (const prediction of calibration) {
    state = recordWait(state, scaled(prediction), prediction.actual);
  }
  const factors = bandFactors(state);
  return (prediction) => {
    const { naive, lastWait, actual, milliseconds } = prediction;
    const score = (band: Band): ScoredWait => ({
      band,
      offeredMinutes: actual,
      isHardRequest: false,
      milliseconds,
    });
    return {
      naive: score(bands.naive(naive)),
      refitted: score(bands.refitted(naive * naiveFactor)),
      lastWait: score(bands.lastWait(lastWait)),
      ours: score(calibrate(scaled(prediction), factors)),
    };
  };
}

/** What the rules do not know of this shop (priorities, helpers) shows as a factor by service. */
function fitOwnFactors(calibration: readonly Prediction[]): (service: string) => number {
  const all = bestFactor(calibration.map(({ ours, actual }) => [ours.median, actual]));
  const factors = new Map<string, number>();
  for (const service of new Set(calibration.map((prediction) => prediction.service))) {
    const own = calibration.filter((prediction) => prediction.service === service);
    if (own.length < LEAST_SERVICE_WAITS) continue;
    factors.set(service, bestFactor(own.map(({ ours, actual }) => [ours.median, actual])));
  }
  return (service) => factors.get(service) ?? all;
}
