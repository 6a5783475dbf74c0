import { Module } from '@nestjs/common';
import { BarbersModule } from '../barbers/barbers.module';
import { PaymentsModule } from '../payments/payments.module';
import { ShopsModule } from '../shops/shops.module';
import { ClosedDays } from './day-close/closed-day.service';
import { DayCloseController } from './day-close/day-close.controller';
import { DayCloseRepository } from './day-close/day-close.repository';
import { DayCloseService } from './day-close/day-close.service';
import { DayCloseQueries } from './day-close/day-close-queries.service';
import { OpenItemsRepository } from './day-close/open-items.repository';
import { ReportFiles } from './day-close/report-files.service';
import { DayReportController } from './day-report.controller';
import { DayReportRepository } from './day-report.repository';
import { DayReportQueries } from './day-report-queries.service';
import { EarningsController } from './earnings.controller';
import { EarningsRepository } from './earnings.repository';
import { EarningsQueries } from './earnings-queries.service';
import { FigureQueries } from './figure-queries.service';
import { RangeController } from './range/range.controller';
import { RangeRepository } from './range/range.repository';
import { RangeQueries } from './range/range-queries.service';

/** What the books and the tickets tell, by day and by barber. */
@Module({
  imports: [ShopsModule, BarbersModule, PaymentsModule],
  controllers: [DayReportController, EarningsController, DayCloseController, RangeController],
  providers: [
    DayReportRepository,
    DayReportQueries,
    FigureQueries,
    EarningsRepository,
    EarningsQueries,
    DayCloseRepository,
    OpenItemsRepository,
    ClosedDays,
    ReportFiles,
    DayCloseService,
    DayCloseQueries,
    RangeRepository,
    RangeQueries,
  ],
  exports: [DayReportQueries, FigureQueries, EarningsQueries, DayCloseService, DayCloseQueries],
})
export class ReportsModule {}
