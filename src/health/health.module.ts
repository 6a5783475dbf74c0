import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { PaymentsModule } from '../payments/payments.module';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';

/** Probes. */
@Module({
  imports: [PaymentsModule, TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [HealthService],
})
export class HealthModule {}
