import { Module } from '@nestjs/common';
import { BarbersModule } from '../barbers/barbers.module';
import { ShopsModule } from '../shops/shops.module';
import { DayReportController } from './day-report.controller';
import { DayReportRepository } from './day-report.repository';
import { DayReportQueries } from './day-report-queries.service';
import { EarningsController } from './earnings.controller';
import { EarningsRepository } from './earnings.repository';
import { EarningsQueries } from './earnings-queries.service';

/** What the books and the tickets tell, by day and by barber. */
@Module({
  imports: [ShopsModule, BarbersModule],
  controllers: [DayReportController, EarningsController],
  providers: [DayReportRepository, DayReportQueries, EarningsRepository, EarningsQueries],
  exports: [DayReportQueries, EarningsQueries],
})
export class ReportsModule {}
