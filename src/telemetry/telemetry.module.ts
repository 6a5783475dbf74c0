import { Module } from '@nestjs/common';
import { DomainLog } from './domain-log';
import { TelemetryController } from './telemetry.controller';
import { TelemetryRepository } from './telemetry.repository';
import { TelemetryService } from './telemetry.service';

/** What happened, for the log and for integrators. */
@Module({
  controllers: [TelemetryController],
  providers: [DomainLog, TelemetryService, TelemetryRepository],
})
export class TelemetryModule {}
