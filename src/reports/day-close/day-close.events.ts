import type { NewEvent } from '../../platform/events/event';
import type { DayCloseEntity } from './day-close.entity';
import type { DayReportEntity } from './day-report.entity';
import type { ClosedDay } from './dto/closed-day.schema';

/** Told once when a day is closed: its totals, and the hashes that hold it. */
export type DayClosed = NewEvent<
  'day.closed',
  {
    readonly closeId: string;
    readonly businessDay: string;
    readonly version: number;
    readonly number: number;
    readonly totals: ClosedDay['report']['sales'];
    readonly reportSha256: string;
    readonly lastEntryNumber: number;
    readonly lastEntryHash: string;
    readonly hash: string;
  }
>;

export type DayReopened = NewEvent<
  'day.reopened',
  {
    readonly closeId: string;
    readonly businessDay: string;
    readonly version: number;
    readonly reason: string;
  }
>;

export function dayClosed(report: DayReportEntity, closed: ClosedDay): DayClosed {
  const { closeId, businessDay, version, number, reportSha256, hash } = report;
  const { lastEntryNumber, lastEntryHash } = report;
  return {
    type: 'day.closed',
    data: {
      ...{ closeId, businessDay, version, number, totals: closed.report.sales },
      ...{ reportSha256, lastEntryNumber, lastEntryHash, hash },
    },
  };
}

export function dayReopened(close: DayCloseEntity, reason: string): DayReopened {
  const { id: closeId, businessDay, version } = close;
  return { type: 'day.reopened', data: { closeId, businessDay, version, reason } };
}
