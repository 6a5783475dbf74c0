/**
 * How much one expects to differ before seeing any service, as standard deviations of the log of
 * the minutes. Sources: published clinic and call-centre logs (spread between servers 0.2, pace
 * of a session 0.10, spread within a session 0.47) and a barber's own log (busy gaps 0.23).
 */
export interface DurationPriors {
  /** Between shops, against their menus. */
  shopLogSd: number;
  /** Between the services of a shop, against their menu minutes. */
  serviceLogSd: number;
  /** Between barbers, over all services. */
  barberLogSd: number;
  /** Of one barber in one service, beyond the two above. */
  barberServiceLogSd: number;
  /** Of one barber's pace today against the usual one. */
  paceLogSd: number;
  /** Between services of one kind by one barber, before data. */
  residualLogSd: number;
  /** How many services the prior residual counts for. */
  residualWeight: number;
  /** What a remembered service still counts after each day; 0.99 halves it in 69 days. */
  dailyMemory: number;
  /** A service beyond this many residual deviations counts as a forgotten "done" (99th percentile). */
  capDeviations: number;
}

export const DURATION_PRIORS: DurationPriors = {
  shopLogSd: 0.2,
  serviceLogSd: 0.2,
  barberLogSd: 0.2,
  barberServiceLogSd: 0.1,
  paceLogSd: 0.07,
  residualLogSd: 0.3,
  residualWeight: 20,
  dailyMemory: 0.995,
  capDeviations: 2.326,
};
