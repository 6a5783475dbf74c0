import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Reader } from '../../platform/database/sql';
import { Database } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import type { BusinessDay } from '../../platform/time/business-day';
import type { DayCloseEntity } from './day-close.entity';
import { DAY_NOT_CLOSED } from './day-close.problems';
import { DayCloseRepository } from './day-close.repository';
import type { DayReportEntity } from './day-report.entity';
import type { DayReportFileEntity, ReportFormat } from './day-report-file.entity';
import type { ListClosesQuery } from './dto/day-close.dto';
import {
  type DayCloseResponse,
  type DayCloseSummary,
  type DayReadinessResponse,
  toDayCloseResponse,
  toDayCloseSummary,
  toReadiness,
} from './dto/day-close.response';
import { OpenItemsRepository } from './open-items.repository';
import { judgeOpenItems } from './open-items.rules';

const cursorKey = z.tuple([z.number().int().min(1)]);

/** Reads closed days, and what stands in the way of closing one. */
@Injectable()
export class DayCloseQueries {
  constructor(
    private readonly database: Database,
    private readonly closes: DayCloseRepository,
    private readonly openItems: OpenItemsRepository,
  ) {}

  /** What is open of a day, before anybody tries to close it. */
  async readiness(shopId: string, businessDay: BusinessDay): Promise<DayReadinessResponse> {
    const items = await this.openItems.list(this.database.reader, shopId, businessDay);
    return toReadiness(businessDay, judgeOpenItems(items, []));
  }

  /** A close with its report: a version, or the latest. @throws DAY_NOT_CLOSED */
  show(shopId: string, businessDay: BusinessDay, version?: number): Promise<DayCloseResponse> {
    return this.database.snapshot(async (reader) => {
      const { close, report } = await this.get(reader, shopId, businessDay, version);
      return toDayCloseResponse(close, report, await this.closes.filesOf(reader, close.id));
    });
  }

  /** The same by its id. */
  byId(id: string): Promise<DayCloseResponse> {
    return this.database.snapshot(async (reader) => {
      const close = await this.closes.get(reader, id);
      const report = await this.closes.reportOf(reader, id);
      assert(close && report, 'a close is read after it was made');
      return toDayCloseResponse(close, report, await this.closes.filesOf(reader, id));
    });
  }

  /** A file of a close. @throws DAY_NOT_CLOSED, also while the file is still being made */
  file(
    shopId: string,
    day: { businessDay: BusinessDay; version?: number | undefined; format: ReportFormat },
  ): Promise<DayReportFileEntity> {
    return this.database.snapshot(async (reader) => {
      const { close } = await this.get(reader, shopId, day.businessDay, day.version);
      const file = await this.closes.fileOf(reader, close.id, day.format);
      if (!file) throw DAY_NOT_CLOSED.error();
      return file;
    });
  }

  /** The latest first. */
  list(shopId: string, { limit, cursor }: ListClosesQuery): Promise<Page<DayCloseSummary>> {
    const before = decodeCursor(cursor, cursorKey)?.[0] ?? Number.MAX_SAFE_INTEGER;
    return this.database.snapshot(async (reader) => {
      const reports = await this.closes.listReports(reader, shopId, { before, limit: limit + 1 });
      const closes = await this.closes.closesOf(
        reader,
        reports.map(({ closeId }) => closeId),
      );
      return toPage(
        reports,
        limit,
        (report) => [report.number],
        (report) => {
          const close = closes.find(({ id }) => id === report.closeId);
          assert(close, 'a report is of a close');
          return toDayCloseSummary(close, report);
        },
      );
    });
  }

  private async get(
    reader: Reader,
    shopId: string,
    businessDay: BusinessDay,
    version: number | undefined,
  ): Promise<{ close: DayCloseEntity; report: DayReportEntity }> {
    const close = await this.closes.find(reader, shopId, businessDay, version);
    const report = close && (await this.closes.reportOf(reader, close.id));
    if (!report) throw DAY_NOT_CLOSED.error();
    return { close, report };
  }
}
