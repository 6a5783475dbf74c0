import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CleaningRepository } from './cleaning.repository';
import { MaintenanceService } from './maintenance.service';

/** What has to be done from time to time, whoever is in the shop. */
@Module({
  imports: [ScheduleModule.forRoot({ cronJobs: false, intervals: false, timeouts: false })],
  providers: [MaintenanceService, CleaningRepository],
})
export class MaintenanceModule {}
