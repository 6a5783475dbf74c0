import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { DayCloseEntity } from './day-close.entity';
import { DayReportEntity } from './day-report.entity';
import { DayReportFileEntity, type ReportFormat } from './day-report-file.entity';

/** What a drawer came to on a day. */
export interface CountedDrawer {
  readonly registerId: string | null;
  readonly floatCents: number;
  readonly expectedCents: number;
  readonly countedCents: number;
  readonly differenceCents: number;
}

/** Rows of closes, their reports and files. */
@Injectable()
export class DayCloseRepository {
  /** A close of a day: of a version, or the latest. */
  async find(
    reader: Reader,
    shopId: string,
    businessDay: BusinessDay,
    version?: number,
  ): Promise<DayCloseEntity | null> {
    if (version !== undefined) {
      return reader.findOne(DayCloseEntity, { shopId, businessDay, version });
    }
    const rows = await reader.select(
      DayCloseEntity,
      'WHERE shop_id = ? AND business_day = ? ORDER BY version DESC LIMIT 1',
      [shopId, businessDay],
    );
    return rows[0] ?? null;
  }

  get(reader: Reader, id: string): Promise<DayCloseEntity | null> {
    return reader.findOne(DayCloseEntity, { id });
  }

  reportOf(reader: Reader, closeId: string): Promise<DayReportEntity | null> {
    return reader.findOne(DayReportEntity, { closeId });
  }

  /** The report of a shop's last close. */
  async lastReport(reader: Reader, shopId: string): Promise<DayReportEntity | null> {
    const rows = await reader.select(
      DayReportEntity,
      'WHERE shop_id = ? ORDER BY number DESC LIMIT 1',
      [shopId],
    );
    return rows[0] ?? null;
  }

  /** Reports by number, the latest first. */
  listReports(
    reader: Reader,
    shopId: string,
    page: { readonly before: number; readonly limit: number },
  ): Promise<DayReportEntity[]> {
    return reader.select(
      DayReportEntity,
      'WHERE shop_id = ? AND number < ? ORDER BY number DESC LIMIT ?',
      [shopId, page.before, page.limit],
    );
  }

  closesOf(reader: Reader, ids: readonly string[]): Promise<DayCloseEntity[]> {
    return reader.find(DayCloseEntity, { id: ids });
  }

  /** Closes whose files are still to be made, of all shops. */
  unfinished(reader: Reader): Promise<DayCloseEntity[]> {
    return reader.select(DayCloseEntity, `WHERE state = 'locked' ORDER BY id`, []);
  }

  drawersOf(reader: Reader, shopId: string, businessDay: BusinessDay): Promise<CountedDrawer[]> {
    return reader.query<CountedDrawer>(
      `SELECT register_id AS "registerId", float_cents AS "floatCents",
         expected_cents AS "expectedCents", counted_cents AS "countedCents",
         difference_cents AS "differenceCents"
       FROM drawer_sessions
       WHERE shop_id = ? AND business_day = ? AND state = 'counted' ORDER BY id`,
      [shopId, businessDay],
    );
  }

  fileOf(
    reader: Reader,
    closeId: string,
    format: ReportFormat,
  ): Promise<DayReportFileEntity | null> {
    return reader.findOne(DayReportFileEntity, { closeId, format });
  }

  filesOf(reader: Reader, closeId: string): Promise<DayReportFileEntity[]> {
    return reader.find(DayReportFileEntity, { closeId }, { orderBy: ['format'] });
  }

  async insert(writer: Writer, close: DayCloseEntity, report: DayReportEntity): Promise<void> {
    await writer.insert(DayCloseEntity, close);
    await writer.insert(DayReportEntity, report);
  }

  insertFile(writer: Writer, file: DayReportFileEntity): Promise<void> {
    return writer.insert(DayReportFileEntity, file);
  }

  async update(writer: Writer, id: string, changes: Partial<DayCloseEntity>): Promise<void> {
    await writer.update(DayCloseEntity, { id }, changes);
  }
}
