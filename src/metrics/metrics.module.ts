import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '../platform/config/settings';
import { MetricsController } from './metrics.controller';
import { MetricsListener } from './metrics.listener';
import { ShopGaugesRepository } from './shop-gauges.repository';
import { ShopMetrics } from './shop-metrics';

/** Figures for Prometheus. */
@Module({ providers: [ShopGaugesRepository, ShopMetrics, MetricsListener] })
export class MetricsModule {
  /** With a port of their own, metrics are not to be found beside the API: 404 to everybody. */
  static with(settings: Settings): DynamicModule {
    return {
      module: MetricsModule,
      controllers: settings.METRICS_PORT === undefined ? [MetricsController] : [],
    };
  }
}
