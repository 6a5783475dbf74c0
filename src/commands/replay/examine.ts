import { checkAcknowledged } from './checks/check-acknowledged';
import { checkArrivals } from './checks/check-arrivals';
import { checkLedger } from './checks/check-ledger';
import { checkReports } from './checks/check-report';
import { checkStreams } from './checks/check-streams';
import type { Evidence } from './evidence';
import { type DayCount, recountDay } from './recount/recount-day';

/** One thing that was looked into, and what was found against it. */
export interface Finding {
  readonly check: string;
  readonly deviations: readonly string[];
}

/** Looks whether a replay went as it should have. Every deviation is a bug, here or there. */
export function examine(evidence: Evidence): { findings: Finding[]; counts: DayCount[] } {
  const recounts = evidence.days.map((day) => recountDay(evidence, day));
  const counts = recounts.map(({ count }) => count);
  const findings: Finding[] = [
    { check: 'Everybody could do what was recorded', deviations: evidence.faults },
    { check: 'Every arrival is accounted for', deviations: checkArrivals(evidence) },
    { check: 'Every confirmed write is there, once', deviations: checkAcknowledged(evidence) },
    { check: 'Every socket got exactly its events', deviations: checkStreams(evidence) },
    {
      check: 'The recording can be recounted',
      deviations: recounts.flatMap(({ deviations }) => deviations),
    },
    {
      check: 'The ledger sums to zero and is the recount',
      deviations: checkLedger(evidence, counts),
    },
    {
      check: 'The day reports equal the recount to the cent',
      deviations: checkReports(evidence, counts),
    },
  ];
  return { findings, counts };
}
