import { type DurationModel, fitDurations, usualLogFactor } from './duration-model';
import { DURATION_PRIORS, type DurationPriors } from './duration-priors';
import type { Completion, DurationState, LogSum } from './duration-state';

/** What one completion taught. */
export interface LearnedCompletion {
  state: DurationState;
  model: DurationModel;
  /** True when the minutes were beyond the 99th percentile: ask whether "done" was forgotten. */
  isSuspect: boolean;
  /** The minutes that were believed; less than those reported when suspect. */
  believedMinutes: number;
}

/** Minutes below this are a mis-tap, not a service. */
const SHORTEST_SERVICE_MINUTES = 1;

/**
 * Adds a completed service to the memory and to its barber's pace of the day. A forgotten "done"
 * would poison both, so minutes count at most as the model's 99th percentile.
 */
export function learnCompletion(
  state: DurationState,
  model: DurationModel,
  completion: Completion,
  priors: DurationPriors = DURATION_PRIORS,
): LearnedCompletion {
  if (!(completion.menuMinutes > 0) || !(completion.minutes >= SHORTEST_SERVICE_MINUTES)) {
    return { state, model, isSuspect: true, believedMinutes: 0 };
  }
  const { barberId, service, menuMinutes } = completion;
  const expected = usualLogFactor(model, barberId, service);
  const pace = model.paces.get(barberId)?.log ?? 0;
  const highest = expected + pace + capWidth(state, model, completion, priors);
  const reported = Math.log(completion.minutes / menuMinutes);
  const log = Math.min(reported, highest);

  const row = state.cells[service] ?? {};
  const cell: LogSum = row[barberId] ?? { weight: 0, sum: 0, sumOfSquares: 0 };
  const today = state.today[barberId] ?? { weight: 0, sum: 0 };
  const next: DurationState = {
    version: 1,
    cells: {
      ...state.cells,
      [service]: {
        ...row,
        [barberId]: {
          weight: cell.weight + 1,
          sum: cell.sum + log,
          sumOfSquares: cell.sumOfSquares + log * log,
        },
      },
    },
    today: {
      ...state.today,
      [barberId]: { weight: today.weight + 1, sum: today.sum + log - expected },
    },
  };
  return {
    state: next,
    model: fitDurations(next, priors),
    isSuspect: reported > highest,
    believedMinutes: menuMinutes * Math.exp(log),
  };
}

/** A barber or service never seen may be far from the prior, so its cap is wider. */
function capWidth(
  state: DurationState,
  model: DurationModel,
  completion: Completion,
  priors: DurationPriors,
): number {
  const known = state.cells[completion.service]?.[completion.barberId]?.weight ?? 0;
  const unknownVariance =
    (priors.serviceLogSd ** 2 + priors.barberLogSd ** 2 + priors.barberServiceLogSd ** 2) /
    (1 + known);
  const variance = model.residualLogSd ** 2 + priors.paceLogSd ** 2 + unknownVariance;
  return priors.capDeviations * Math.sqrt(variance);
}

/** A new morning: paces are forgotten and what is older counts a little less. */
export function startDay(
  state: DurationState,
  priors: DurationPriors = DURATION_PRIORS,
): DurationState {
  const cells: DurationState['cells'] = {};
  for (const [service, row] of Object.entries(state.cells)) {
    const faded: Record<string, LogSum> = {};
    for (const [barber, cell] of Object.entries(row)) {
      faded[barber] = {
        weight: cell.weight * priors.dailyMemory,
        sum: cell.sum * priors.dailyMemory,
        sumOfSquares: cell.sumOfSquares * priors.dailyMemory,
      };
    }
    cells[service] = faded;
  }
  return { version: 1, cells, today: {} };
}
