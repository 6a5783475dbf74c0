import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { addDays, type BusinessDay } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import { DayReportQueries } from '../day-report-queries.service';
import type { DayReportResponse } from '../dto/day-report.response';
import type { RangeReportResponse } from './dto/range-report.response';
import { RangeRepository } from './range.repository';
import { rangeReport } from './range-report.rules';

/** Tells how several days went together. */
@Injectable()
export class RangeQueries {
  constructor(
    private readonly database: Database,
    private readonly repository: RangeRepository,
    private readonly reports: DayReportQueries,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  async show(shopId: string, from: BusinessDay, to: BusinessDay): Promise<RangeReportResponse> {
    const { currency, timeZone } = await this.shops.get(this.database.reader, shopId);
    const days: DayReportResponse[] = [];
    // One after another: the thread for long reading serves others in between.
    for (let day = from; day <= to; day = addDays(day, 1)) {
      days.push(await this.reports.dayReport(shopId, day));
    }
    const until = this.clock.now();
    const facts = await this.repository.factsOf({ shopId, from, to, until });
    return rangeReport({ from, to, currency, timeZone }, { days, ...facts });
  }
}
