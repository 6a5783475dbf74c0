import { type DynamicModule, Global, Module } from '@nestjs/common';
import { IdFactory } from './ids/id-factory';
import { MetricRegistry } from './metrics/metric-registry';
import { Clock, SystemClock } from './time/clock';

/** Small things that every module may ask for: the time, ids, metrics. */
@Global()
@Module({})
export class PlatformModule {
  /** Runs on the system's clock, unless a replay or a test brings its own. */
  static with(clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: Clock, useValue: clock }, IdFactory, MetricRegistry],
      exports: [Clock, IdFactory, MetricRegistry],
    };
  }
}
