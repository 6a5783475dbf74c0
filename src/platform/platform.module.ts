import { Global, Module } from '@nestjs/common';
import { IdFactory } from './ids/id-factory';
import { MetricRegistry } from './metrics/metric-registry';
import { Clock, SystemClock } from './time/clock';

/** Small things that every module may ask for: the time, ids, metrics. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, IdFactory, MetricRegistry],
  exports: [Clock, IdFactory, MetricRegistry],
})
export class PlatformModule {}
