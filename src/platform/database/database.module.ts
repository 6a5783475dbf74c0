import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { DataSourceOptions } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings';
import { EventEntity, EventSequenceEntity } from '../events/event.entity';
import { IdempotencyKeyEntity } from './idempotency.entity';
import { MIGRATIONS } from './migrations/migrations';
import { SqliteConnections } from './sqlite/sqlite-connections';
import { SqliteDatabase } from './sqlite/sqlite-database';
import { SqliteHealth } from './sqlite/sqlite-health';
import { SqliteUnitOfWork } from './sqlite/sqlite-unit-of-work';
import { Database, UnitOfWork } from './unit-of-work';

const PLATFORM_ENTITIES = [EventEntity, EventSequenceEntity, IdempotencyKeyEntity];

/** Closes the file after everybody who uses it has stopped. */
@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(
    private readonly connections: SqliteConnections,
    private readonly unitOfWork: SqliteUnitOfWork,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.unitOfWork.stop();
    await this.connections.close();
  }
}

/** Opens the database and offers `UnitOfWork` for writing and `Database` for reading. */
@Global()
@Module({})
export class DatabaseModule {
  static with(options: { entities: NonNullable<DataSourceOptions['entities']> }): DynamicModule {
    const connections = {
      provide: SqliteConnections,
      inject: [SETTINGS],
      useFactory: (settings: Settings) =>
        SqliteConnections.open({
          path: settings.DB_PATH,
          enableWal: settings.ENABLE_WAL,
          entities: [...PLATFORM_ENTITIES, ...(options.entities as never[])],
          migrations: MIGRATIONS,
        }),
    };
    return {
      module: DatabaseModule,
      providers: [
        connections,
        SqliteUnitOfWork,
        { provide: UnitOfWork, useExisting: SqliteUnitOfWork },
        { provide: Database, useClass: SqliteDatabase },
        SqliteHealth,
        DatabaseCloser,
      ],
      exports: [UnitOfWork, Database, SqliteHealth],
    };
  }
}
