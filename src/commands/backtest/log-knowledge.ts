import { type DemandModel, NO_DEMAND } from '../../tickets/demand/demand-model';
import { type EndedWait, fitPatience } from '../../tickets/demand/patience-fit';
import type { LoggedVisit } from './visit-log';

/** Whatever the log's pace, a mean service is made this long: the estimator thinks in haircuts. */
const MEAN_SERVICE_MINUTES = 30;

/** What the first part of a log teaches, besides the minutes. */
export interface LogKnowledge {
  /** Minutes of the estimator per second of the log. */
  minutesPerSecond: number;
  meanServiceSeconds: number;
  /** Mean seconds by service. */
  serviceSeconds: ReadonlyMap<string, number>;
  /** By barber: the services seen often enough not to be a slip. */
  skills: ReadonlyMap<string, ReadonlySet<string>>;
  /** Usual seconds between two customers while somebody waits. */
  turnaroundSeconds: number;
  /** Ascending: how long barbers stayed away although somebody waited whom they could serve. */
  absencesSeconds: readonly number[];
  demand: DemandModel;
}

/** A barber does a service who did it at least twice, and not only by way of exception. */
const LEAST_SKILL_COUNT = 2;
const LEAST_SKILL_SHARE = 0.002;

export function learnFromLog(days: readonly LoggedVisit[][]): LogKnowledge {
  const visits = days.flat();
  const served = visits.filter(({ outcome }) => outcome === 'served');
  const serviceSeconds = meansByService(served);
  const meanServiceSeconds = meanOf(served.map(serviceSecondsOf));
  const gaps = days.flatMap(gapsWhileWaiting).sort((a, b) => a - b);
  const turnarounds = gaps.filter((gap) => gap < meanServiceSeconds / 2);
  const absencesSeconds = gaps.filter((gap) => gap >= meanServiceSeconds / 2);
  const minutesPerSecond = MEAN_SERVICE_MINUTES / Math.max(1, meanServiceSeconds);
  const patience = fitPatience(visits.flatMap(endedWait));
  return {
    minutesPerSecond,
    meanServiceSeconds,
    serviceSeconds,
    skills: skillsOf(served),
    turnaroundSeconds: medianOf(turnarounds),
    absencesSeconds,
    demand: {
      ...NO_DEMAND,
      noShowShare: 0,
      ...(patience && {
        patienceMedianMinutes: patience.median * minutesPerSecond,
        patienceLogSd: patience.logSd,
      }),
    },
  };
}

/** What a visit tells of patience; nothing when the log does not say when somebody left. */
function endedWait({
  outcome,
  joinedAt,
  startedAt,
  endedAt,
  isGoneUnseen,
}: LoggedVisit): EndedWait[] {
  const until = outcome === 'served' ? startedAt : endedAt;
  if (until === null) return [];
  const end = outcome === 'served' ? 'served' : isGoneUnseen ? 'missing' : 'left';
  return [{ waited: until - joinedAt, end }];
}

function serviceSecondsOf({ startedAt, endedAt }: LoggedVisit): number {
  return (endedAt ?? 0) - (startedAt ?? 0);
}

function meansByService(served: readonly LoggedVisit[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const visit of served) {
    const entry = sums.get(visit.service) ?? { sum: 0, count: 0 };
    entry.sum += serviceSecondsOf(visit);
    entry.count += 1;
    sums.set(visit.service, entry);
  }
  return new Map([...sums].map(([service, { sum, count }]) => [service, sum / count]));
}

function skillsOf(served: readonly LoggedVisit[]): Map<string, Set<string>> {
  const counts = new Map<string, Map<string, number>>();
  const byBarber = new Map<string, number>();
  for (const { barber, service } of served) {
    if (barber === null) continue;
    const row = counts.get(barber) ?? new Map<string, number>();
    counts.set(barber, row.set(service, (row.get(service) ?? 0) + 1));
    byBarber.set(barber, (byBarber.get(barber) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([barber, row]) => {
      const least = Math.max(LEAST_SKILL_COUNT, LEAST_SKILL_SHARE * (byBarber.get(barber) ?? 0));
      const known = [...row].filter(([, count]) => count >= least).map(([service]) => service);
      return [barber, new Set(known)];
    }),
  );
}

/** Seconds from a barber's end to the next start of the day, where somebody was waiting. */
function gapsWhileWaiting(day: readonly LoggedVisit[]): number[] {
  const byBarber = new Map<string, LoggedVisit[]>();
  for (const visit of day) {
    if (visit.barber === null) continue;
    const own = byBarber.get(visit.barber) ?? [];
    own.push(visit);
    byBarber.set(visit.barber, own);
  }
  const gaps: number[] = [];
  for (const own of byBarber.values()) {
    own.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
    own.forEach((visit, index) => {
      const next = own[index + 1];
      if (!next || visit.endedAt === null || next.startedAt === null) return;
      // The next customer had joined before the chair was free, so the chair was wanted.
      if (next.joinedAt < visit.endedAt && next.startedAt >= visit.endedAt) {
        gaps.push(next.startedAt - visit.endedAt);
      }
    });
  }
  return gaps;
}

function meanOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function medianOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
