import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass, SqlValue, Where } from './sql';

/** A statement and the values to bind to it. */
export interface BoundSql {
  readonly sql: string;
  readonly parameters: SqlValue[];
}

type Row = Record<string, unknown>;

/**
 * Statements for one entity, derived from its TypeORM metadata and kept. TypeORM stays the owner
 * of schema and mapping; only its per-call statement building is left out, which costs more than
 * the whole insert does (see docs/adr/0003).
 */
export class EntitySql<T extends object> {
  private readonly columns: readonly ColumnMetadata[];
  private readonly table: string;
  private readonly insertSql: string;
  private readonly selectSql: string;

  constructor(dataSource: DataSource, entity: EntityClass<T>) {
    const metadata = dataSource.getMetadata(entity);
    this.columns = metadata.columns;
    this.table = quote(metadata.tableName);
    const names = this.columns.map((column) => quote(column.databaseName)).join(', ');
    const marks = this.columns.map(() => '?').join(', ');
    this.insertSql = `INSERT INTO ${this.table} (${names}) VALUES (${marks})`;
    this.selectSql = `SELECT ${names} FROM ${this.table}`;
  }

  insert(row: T): BoundSql {
    const values = row as Row;
    return {
      sql: this.insertSql,
      parameters: this.columns.map((column) => toSql(column, values[column.propertyName])),
    };
  }

  update(where: Where<T>, changes: Partial<T>): BoundSql {
    const assignments: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [property, value] of Object.entries(changes)) {
      const column = this.column(property);
      assignments.push(`${quote(column.databaseName)} = ?`);
      parameters.push(toSql(column, value));
    }
    const condition = this.condition(where);
    return {
      sql: `UPDATE ${this.table} SET ${assignments.join(', ')}${condition.sql}`,
      parameters: [...parameters, ...condition.parameters],
    };
  }

  delete(where: Where<T>): BoundSql {
    const condition = this.condition(where);
    return { sql: `DELETE FROM ${this.table}${condition.sql}`, parameters: condition.parameters };
  }

  find(where: Where<T>, orderBy: readonly string[] = [], limit?: number): BoundSql {
    const condition = this.condition(where);
    const order = orderBy.map((key) =>
      key.startsWith('-')
        ? `${quote(this.column(key.slice(1)).databaseName)} DESC`
        : quote(this.column(key).databaseName),
    );
    return {
      sql:
        this.selectSql +
        condition.sql +
        (order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '') +
        (limit === undefined ? '' : ` LIMIT ${Math.floor(limit)}`),
      parameters: condition.parameters,
    };
  }

  select(tail: string): string {
    return `${this.selectSql} ${tail}`;
  }

  /** An entity from a row of `find` or `select`. */
  hydrate(row: Row): T {
    const entity: Row = {};
    for (const column of this.columns) {
      entity[column.propertyName] = fromSql(column, row[column.databaseName]);
    }
    return entity as T;
  }

  private condition(where: Where<T>): BoundSql {
    const terms: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [property, value] of Object.entries(where)) {
      const column = this.column(property);
      const name = quote(column.databaseName);
      if (value === undefined) {
        // An absent condition would match every row of every shop.
        throw new Error(`Condition on ${this.table}.${property} is undefined`);
      }
      if (value === null) terms.push(`${name} IS NULL`);
      else if (Array.isArray(value)) {
        terms.push(value.length > 0 ? `${name} IN (${value.map(() => '?').join(', ')})` : '1 = 0');
        for (const one of value) parameters.push(toSql(column, one));
      } else {
        terms.push(`${name} = ?`);
        parameters.push(toSql(column, value));
      }
    }
    if (terms.length === 0) throw new Error(`A statement on ${this.table} has no condition`);
    return { sql: ` WHERE ${terms.join(' AND ')}`, parameters };
  }

  private column(property: string): ColumnMetadata {
    const column = this.columns.find((candidate) => candidate.propertyName === property);
    if (!column) throw new Error(`${this.table} has no column for ${property}`);
    return column;
  }
}

function quote(name: string): string {
  return `"${name}"`;
}

function toSql(column: ColumnMetadata, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  switch (column.type) {
    case 'simple-json':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'bigint':
    case 'integer':
      if (!Number.isSafeInteger(value)) {
        throw new Error(`${column.propertyName} is not a safe integer`);
      }
      return value as number;
    default:
      return value as SqlValue;
  }
}

function fromSql(column: ColumnMetadata, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (column.type) {
    case 'simple-json':
      return JSON.parse(String(value)) as unknown;
    case 'boolean':
      return value === 1 || value === true;
    case 'bigint':
    case 'integer':
      return Number(value);
    default:
      return value;
  }
}
