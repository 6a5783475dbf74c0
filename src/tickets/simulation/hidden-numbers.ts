import type { SeededRandom } from '../assignment/seeded-random';
import type { DemandModel } from '../demand/demand-model';
import { type DurationModel, usualLogFactor } from '../durations/duration-model';
import { DURATION_PRIORS } from '../durations/duration-priors';
import { lognormalBeyond, lognormalCumulative, normalFromUniform } from '../durations/lognormal';
import { type DayBarber, type PastTicket, serviceKey } from './day-file';

/** Past leavers had a patience from this lower share of all: the rest would have been seated. */
const LEAVERS_PATIENCE_SHARE = 0.3;

/** Beyond one service in a thousand, somebody forgot to press "done". */
const FORGOTTEN_DEVIATIONS = 3.09;

/** How long a customer waits for a requested barber who did not say. */
export function drawTolerance(demand: DemandModel, random: SeededRandom): number {
  const { toleranceMedianMinutes, toleranceLogSd } = demand;
  return toleranceMedianMinutes * Math.exp(toleranceLogSd * normalFromUniform(random.next()));
}

/**
 * A patience that fits what was seen: longer than the wait of those who were called, shorter than
 * the time after which somebody was found to be gone.
 */
export function drawPatience(visit: PastTicket, demand: DemandModel, random: SeededRandom): number {
  const { patienceMedianMinutes: medianMinutes, patienceLogSd: logSd } = demand;
  const uniform = random.next();
  if (visit.outcome === 'left') {
    const goneAfter = visit.goneAt === undefined ? null : visit.goneAt - visit.at;
    const share =
      goneAfter === null
        ? LEAVERS_PATIENCE_SHARE
        : lognormalCumulative(goneAfter, medianMinutes, logSd);
    const drawn = medianMinutes * Math.exp(logSd * normalFromUniform(uniform * share));
    return goneAfter === null ? drawn : Math.max(0, Math.min(drawn, goneAfter));
  }
  const seenUntil = visit.startedAt ?? visit.goneAt ?? visit.at;
  const elapsedMinutes = Math.max(0, seenUntil - visit.at);
  const shareOver = lognormalCumulative(elapsedMinutes, medianMinutes, logSd);
  return lognormalBeyond(uniform, { elapsedMinutes, shareOver, medianMinutes, logSd });
}

/**
 * What each barber would have needed. Whoever served keeps the real minutes (a forgotten "done" is
 * cut at the 99.9th percentile). Most of a surprise is the customer's and is carried over to the
 * others; the part that was the barber's form of the day is drawn for each of them.
 */
export function drawMinutes(
  visit: PastTicket,
  barbers: readonly DayBarber[],
  durations: DurationModel,
  random: SeededRandom,
): number[] {
  const { menuMinutes, minutes, barber } = visit;
  const { residualLogSd } = durations;
  const { paceLogSd } = DURATION_PRIORS;
  const service = serviceKey(visit);
  const usual = (id: number): number => usualLogFactor(durations, String(id), service);
  const customersOwn = random.next();
  const wasServed = barber !== undefined && minutes !== undefined && minutes > 0;
  const highest = FORGOTTEN_DEVIATIONS * Math.hypot(residualLogSd, paceLogSd);
  const surprise = wasServed
    ? Math.min(highest, Math.log(minutes / menuMinutes) - usual(barber))
    : null;
  const variance = residualLogSd ** 2 + paceLogSd ** 2;
  const carried = residualLogSd ** 2 / variance;
  const spread = Math.sqrt(paceLogSd ** 2 * (1 + carried));
  return barbers.map(({ id }) => {
    const form = normalFromUniform(random.next());
    if (surprise === null) {
      const difficulty = residualLogSd * normalFromUniform(customersOwn);
      return menuMinutes * Math.exp(usual(id) + difficulty + paceLogSd * form);
    }
    const log = id === barber ? surprise : carried * surprise + spread * form;
    return menuMinutes * Math.exp(usual(id) + log);
  });
}
