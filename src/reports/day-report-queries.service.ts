import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import { type BusinessDay, businessDayBounds } from '../platform/time/business-day';
import { Clock } from '../platform/time/clock';
import { ShopsService } from '../shops/shops.service';
import { DayReportRepository } from './day-report.repository';
import { dayReport } from './day-report.rules';
import type { DayReportResponse } from './dto/day-report.response';

/** Tells how a day of the shop went, as far as it has gone. */
@Injectable()
export class DayReportQueries {
  constructor(
    private readonly database: Database,
    private readonly reports: DayReportRepository,
    private readonly shops: ShopsService,
    private readonly clock: Clock,
  ) {}

  async dayReport(shopId: string, businessDay: BusinessDay): Promise<DayReportResponse> {
    const shop = await this.shops.get(this.database.reader, shopId);
    const bounds = businessDayBounds(businessDay, shop);
    const generatedAt = this.clock.now();
    const until = Math.min(generatedAt, bounds.endsAt);
    const facts = await this.reports.factsOf({ shopId, businessDay, ...bounds, until });
    return dayReport({ businessDay, ...bounds, currency: shop.currency, generatedAt }, facts);
  }
}
