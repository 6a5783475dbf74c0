import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { EntitySql } from '../entity-sql';
import type { EntityClass, SqlValue, Where, Writer } from '../sql';

type Row = Record<string, SqlValue>;

/**
 * Statements on one SQLite connection. better-sqlite3 answers at once, so a promise here is
 * settled when it is returned; the interface is the one that a networked database needs.
 */
export class SqliteSession implements Writer {
  private readonly statements = new Map<string, BetterSqlite3.Statement>();
  private readonly entities = new Map<unknown, unknown>();

  constructor(
    private readonly dataSource: DataSource,
    readonly connection: BetterSqlite3.Database,
  ) {}

  async findOne<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<T | null> {
    const sql = this.sqlOf(entity);
    const { sql: text, parameters } = sql.find(where, [], 1);
    const row = this.prepare(text).get(...parameters) as Row | undefined;
    return row ? sql.hydrate(row) : null;
  }

  async find<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    options: { orderBy?: readonly string[]; limit?: number } = {},
  ): Promise<T[]> {
    const sql = this.sqlOf(entity);
    const { sql: text, parameters } = sql.find(where, options.orderBy, options.limit);
    const rows = this.prepare(text).all(...parameters) as Row[];
    return rows.map((row) => sql.hydrate(row));
  }

  async select<T extends object>(
    entity: EntityClass<T>,
    tail: string,
    parameters: readonly SqlValue[],
  ): Promise<T[]> {
    const sql = this.sqlOf(entity);
    const rows = this.prepare(sql.select(tail)).all(...parameters.map(bindable)) as Row[];
    return rows.map((row) => sql.hydrate(row));
  }

  async query<R extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<R[]> {
    return this.prepare(sql).all(...parameters.map(bindable)) as R[];
  }

  async insert<T extends object>(entity: EntityClass<T>, row: T): Promise<void> {
    const { sql, parameters } = this.sqlOf(entity).insert(row);
    this.prepare(sql).run(...parameters);
  }

  async update<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    changes: Partial<T>,
  ): Promise<number> {
    const { sql, parameters } = this.sqlOf(entity).update(where, changes);
    return this.prepare(sql).run(...parameters).changes;
  }

  async delete<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<number> {
    const { sql, parameters } = this.sqlOf(entity).delete(where);
    return this.prepare(sql).run(...parameters).changes;
  }

  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return this.prepare(sql).run(...parameters.map(bindable)).changes;
  }

  /** Runs a statement of transaction control, prepared once. */
  control(sql: string): void {
    this.prepare(sql).run();
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private sqlOf<T extends object>(entity: EntityClass<T>): EntitySql<T> {
    let sql = this.entities.get(entity) as EntitySql<T> | undefined;
    if (!sql) {
      sql = new EntitySql(this.dataSource, entity);
      this.entities.set(entity, sql);
    }
    return sql;
  }
}

function bindable(value: SqlValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
