import type { ModuleMetadata, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ENTITIES } from '../../src/entities';
import { loadSettings } from '../../src/platform/config/load-settings';
import { SettingsModule } from '../../src/platform/config/settings.module';
import type { Actor, Command } from '../../src/platform/database/command';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { Database, UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { RecordedEvent } from '../../src/platform/events/event';
import { EventRelay } from '../../src/platform/events/event-relay';
import { EventsModule } from '../../src/platform/events/events.module';
import { configureApp } from '../../src/platform/http/configure-app';
import { HttpModule } from '../../src/platform/http/http.module';
import { createHttpAdapter } from '../../src/platform/http/http-adapter';
import { newTraceId } from '../../src/platform/http/trace-context';
import { IdFactory } from '../../src/platform/ids/id-factory';
import { LoggingModule } from '../../src/platform/logging/logging.module';
import { PlatformModule } from '../../src/platform/platform.module';
import { newShop } from '../../src/shops/shop-fields.rules';
import { ShopsService } from '../../src/shops/shops.service';
import { VirtualClock } from './virtual-clock';

const OWNER: Actor = { kind: 'owner', id: 'the-owner', barberId: null };

/** Some modules of the product on the real platform, with a database that is deleted at the end. */
export class ModuleApp {
  readonly events: RecordedEvent[] = [];

  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: VirtualClock,
  ) {}

  static async start(
    modules: NonNullable<ModuleMetadata['imports']>,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ModuleApp> {
    const clock = new VirtualClock();
    const settings = loadSettings({ NODE_ENV: 'test', DB_PATH: ':memory:', ...environment });
    const testing = await Test.createTestingModule({
      imports: [
        SettingsModule.with(settings),
        LoggingModule,
        PlatformModule.with(clock),
        EventsModule,
        DatabaseModule.with({ entities: ENTITIES }),
        HttpModule,
        ...modules,
      ],
    }).compile();
    const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter(settings), {
      bodyParser: false,
    });
    await configureApp(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const started = new ModuleApp(app, clock);
    app.get(EventRelay).subscribe((event) => started.events.push(event));
    return started;
  }

  get<T>(token: Type<T> | (abstract new (...parameters: never[]) => T)): T {
    return this.app.get<T>(token);
  }

  get reader() {
    return this.get(Database).reader;
  }

  get unitOfWork(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  /** A shop in London that has just opened. */
  async openShop(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const shopId = this.get(IdFactory).next();
    const input = newShop.parse({
      name: 'Fade & Co',
      timeZone: 'Europe/London',
      currency: 'GBP',
      ...fields,
    });
    const shops = this.get(ShopsService);
    await this.unitOfWork.run(commandIn(shopId), async (tx) => {
      await shops.create(tx, input);
    });
    return shopId;
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

/** A command of the owner, unless somebody else is named. */
export function commandIn(shopId: string, actor: Actor = OWNER): Command {
  return { shopId, actor, traceId: newTraceId() };
}
