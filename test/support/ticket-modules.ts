import type { ModuleMetadata } from '@nestjs/common';
import { BarbersModule } from '../../src/barbers/barbers.module';
import { CatalogModule } from '../../src/catalog/catalog.module';
import { ENTITIES } from '../../src/entities';
import { loadSettings } from '../../src/platform/config/load-settings';
import { SettingsModule } from '../../src/platform/config/settings.module';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { EventsModule } from '../../src/platform/events/events.module';
import { HttpModule } from '../../src/platform/http/http.module';
import { PlatformModule } from '../../src/platform/platform.module';
import type { Clock } from '../../src/platform/time/clock';
import { ShopsModule } from '../../src/shops/shops.module';
import { TicketsModule } from '../../src/tickets/tickets.module';

/** The real modules up to tickets, on a database that is deleted at the end. */
export function ticketModules(clock: Clock): NonNullable<ModuleMetadata['imports']> {
  return [
    SettingsModule.with(loadSettings({ NODE_ENV: 'test', DB_PATH: ':memory:' })),
    PlatformModule.with(clock),
    EventsModule,
    DatabaseModule.with({ entities: ENTITIES }),
    HttpModule,
    ShopsModule,
    CatalogModule,
    BarbersModule,
    TicketsModule,
  ];
}
