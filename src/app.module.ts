import { type DynamicModule, Module } from '@nestjs/common';
import { ApiDocsModule } from './api-docs/api-docs.module';
import { AuthModule } from './auth/auth.module';
import { BarbersModule } from './barbers/barbers.module';
import { CatalogModule } from './catalog/catalog.module';
import { ENTITIES } from './entities';
import { HealthModule } from './health/health.module';
import { MaintenanceModule } from './maintenance/maintenance.module';
import { MetricsModule } from './metrics/metrics.module';
import { PaymentsModule } from './payments/payments.module';
import type { Settings } from './platform/config/settings';
import { SettingsModule } from './platform/config/settings.module';
import { DatabaseModule } from './platform/database/database.module';
import { EventsModule } from './platform/events/events.module';
import { HttpModule } from './platform/http/http.module';
import { LoggingModule } from './platform/logging/logging.module';
import { PlatformModule } from './platform/platform.module';
import type { Clock } from './platform/time/clock';
import { RealtimeModule } from './realtime/realtime.module';
import { ReportsModule } from './reports/reports.module';
import { ShopsModule } from './shops/shops.module';
import { TelemetryModule } from './telemetry/telemetry.module';
import { TicketsModule } from './tickets/tickets.module';
import { WhatIfModule } from './what-if/what-if.module';

/** The whole product: platform first, then the rooms in the order of their rank. */
@Module({})
export class AppModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        LoggingModule,
        PlatformModule.with(clock),
        EventsModule,
        DatabaseModule.with({ entities: ENTITIES }),
        HttpModule,
        ShopsModule,
        CatalogModule,
        BarbersModule,
        AuthModule,
        TicketsModule,
        PaymentsModule,
        ReportsModule,
        WhatIfModule,
        RealtimeModule,
        TelemetryModule,
        HealthModule,
        MetricsModule.with(settings),
        MaintenanceModule,
        ApiDocsModule,
      ],
    };
  }
}
