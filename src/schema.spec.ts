import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { IdempotencyKeyEntity } from './platform/database/idempotency.entity';
import { MIGRATIONS } from './platform/database/migrations/migrations';
import { SnakeNamingStrategy } from './platform/database/snake-naming.strategy';
import { EventEntity, EventSequenceEntity } from './platform/events/event.entity';

interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

const TYPE_IN_TABLE: Readonly<Record<string, string>> = { 'simple-json': 'text' };

describe('The schema that the migrations make', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await new DataSource({
      type: 'better-sqlite3',
      database: ':memory:',
      entities: [...ENTITIES, EventEntity, EventSequenceEntity, IdempotencyKeyEntity],
      migrations: MIGRATIONS,
      namingStrategy: new SnakeNamingStrategy(),
    }).initialize();
    await dataSource.runMigrations();
  });

  afterAll(() => dataSource.destroy());

  it('is the one that the entities describe, column by column', async () => {
    for (const entity of dataSource.entityMetadatas) {
      const sql = `PRAGMA table_info(${entity.tableName})`;
      const table: TableColumn[] = await dataSource.query(sql);
      const described = entity.columns.map((column) => {
        const type = String(column.type);
        const notNull = column.isNullable ? 0 : 1;
        return `${column.databaseName} ${TYPE_IN_TABLE[type] ?? type} ${notNull}`;
      });

      expect({
        table: entity.tableName,
        columns: table
          .map(({ name, type, notnull }) => `${name} ${type.toLowerCase()} ${notnull}`)
          .sort(),
      }).toEqual({ table: entity.tableName, columns: described.sort() });
    }
  });

  it('has an entity for every table', async () => {
    const tables: { name: string }[] = await dataSource.query(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    );
    const known = new Set(dataSource.entityMetadatas.map((entity) => entity.tableName));

    expect(tables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([
      'migrations',
      'write_probe',
    ]);
  });

  it('keeps every reference intact', async () => {
    expect(await dataSource.query('PRAGMA foreign_key_check')).toEqual([]);
  });
});
