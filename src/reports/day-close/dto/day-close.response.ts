import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import { DAY_REPORT_EXAMPLE } from '../../dto/day-report.response';
import type { DayCloseEntity } from '../day-close.entity';
import type { DayReportEntity } from '../day-report.entity';
import { type DayReportFileEntity, REPORT_FORMATS } from '../day-report-file.entity';
import { LEAVABLE, type OpenItem } from '../open-items.rules';
import { type ClosedDay, closedDay, openItem } from './closed-day.schema';

const dayClose = z.object({
  id: z.uuid(),
  number: z.int().describe('1, 2, 3, ... of all closes of the shop.'),
  businessDay: z.iso.date(),
  version: z.int(),
  state: z
    .enum(['locked', 'closed', 'reopened'])
    .describe('"locked" until its files are made; "reopened" when a later version replaces it.'),
  lockedAt: moment,
  closedAt: moment.nullable(),
  reopenedAt: moment.nullable(),
  reopenReason: z.string().nullable(),
  reportSha256: z.string(),
  lastEntryNumber: z.int(),
  lastEntryHash: z.string(),
  previousHash: z.string().describe('Of the close before; zeros for the first.'),
  hash: z.string(),
});

export type DayCloseSummary = z.output<typeof dayClose>;
export class DayClosePageResponse extends createZodDto(pageResponse(dayClose)) {}

/** A close with its report and the sums of its files. */
export class DayCloseResponse extends createZodDto(
  dayClose.extend({
    report: closedDay,
    files: z.array(z.object({ format: z.enum(REPORT_FORMATS), sha256: z.string() })),
  }),
) {}

/** What stands in the way of closing a day. */
export class DayReadinessResponse extends createZodDto(
  z.object({
    businessDay: z.iso.date(),
    isReady: z.boolean(),
    blocking: z.array(openItem.extend({ canBeLeftOpen: z.boolean() })),
    exceptions: z.array(openItem),
  }),
) {}

export function toDayCloseSummary(close: DayCloseEntity, report: DayReportEntity): DayCloseSummary {
  return {
    id: close.id,
    number: report.number,
    businessDay: close.businessDay,
    version: close.version,
    state: close.state,
    lockedAt: toMoment(close.lockedAt),
    closedAt: close.closedAt === null ? null : toMoment(close.closedAt),
    reopenedAt: close.reopenedAt === null ? null : toMoment(close.reopenedAt),
    reopenReason: close.reopenReason,
    reportSha256: report.reportSha256,
    lastEntryNumber: report.lastEntryNumber,
    lastEntryHash: report.lastEntryHash,
    previousHash: report.previousHash,
    hash: report.hash,
  };
}

export function toDayCloseResponse(
  close: DayCloseEntity,
  report: DayReportEntity,
  files: readonly DayReportFileEntity[],
): DayCloseResponse {
  return {
    ...toDayCloseSummary(close, report),
    report: JSON.parse(report.report) as ClosedDay,
    files: files.map(({ format, sha256 }) => ({ format, sha256 })),
  };
}

export function toReadiness(
  businessDay: string,
  judged: { readonly blocking: readonly OpenItem[]; readonly exceptions: readonly OpenItem[] },
): DayReadinessResponse {
  return {
    businessDay,
    isReady: judged.blocking.length === 0,
    blocking: judged.blocking.map((item) => ({
      ...item,
      canBeLeftOpen: LEAVABLE.includes(item.kind),
    })),
    exceptions: [...judged.exceptions],
  };
}

const HASH = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';

export const DAY_CLOSE_SUMMARY_EXAMPLE: DayCloseSummary = {
  id: '0198c6d0-55ee-7c3d-8e4f-0a1b2c3d4e5f',
  number: 1,
  businessDay: '2026-03-28',
  version: 1,
  state: 'closed',
  lockedAt: '2026-03-28T19:05:00.000Z',
  closedAt: '2026-03-28T19:05:01.000Z',
  reopenedAt: null,
  reopenReason: null,
  reportSha256: HASH,
  lastEntryNumber: 4,
  lastEntryHash: HASH,
  previousHash: '0'.repeat(64),
  hash: HASH,
};

export const DAY_CLOSE_EXAMPLE: DayCloseResponse = {
  ...DAY_CLOSE_SUMMARY_EXAMPLE,
  report: {
    form: 'fusion.day.1',
    shopId: '0198a3c0-1111-7c3d-8e4f-0a1b2c3d4e5f',
    shopName: 'Barbershop Fusion',
    businessDay: '2026-03-28',
    version: 1,
    reopenReason: null,
    closedAt: '2026-03-28T19:05:00.000Z',
    report: DAY_REPORT_EXAMPLE,
    terminal: { expectedCents: 4650, batchCents: 4650, differenceCents: 0 },
    drawers: [
      {
        registerId: null,
        floatCents: 20_000,
        expectedCents: 23_840,
        countedCents: 23_840,
        differenceCents: 0,
      },
    ],
    accounts: [
      { code: '1010', name: 'Cash drawer', movementCents: 23_840, balanceCents: 23_840 },
      { code: '1020', name: 'Safe', movementCents: -20_000, balanceCents: -20_000 },
    ],
    leftOpen: [],
    exceptions: [],
    journal: { lastEntryNumber: 4, lastEntryHash: HASH },
    previousClose: null,
  },
  files: [
    { format: 'csv', sha256: HASH },
    { format: 'json', sha256: HASH },
    { format: 'pdf', sha256: HASH },
  ],
};
