import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityClass, SqlValue, Where } from './sql';

/** A statement and the values to bind to it. */
export interface BoundSql {
  readonly sql: string;
  readonly parameters: SqlValue[];
}

type Row = Readonly<Record<string, SqlValue | undefined>>;

interface Column {
  readonly property: string;
  /** As the driver returns it. */
  readonly key: string;
  /** Quoted, for statements. */
  readonly name: string;
  readonly encoding: Encoding;
  readonly isNullable: boolean;
}

/**
 * Statements for one entity, derived from its TypeORM metadata and kept. TypeORM stays the owner
 * of schema and mapping; only its per-call statement building is left out, which costs more than
 * the whole insert does (see docs/adr/0003).
 */
export class EntitySql<T extends object> {
  private readonly columns: readonly Column[];
  private readonly table: string;
  private readonly insertSql: string;
  private readonly selectSql: string;

  constructor(dataSource: DataSource, entity: EntityClass<T>) {
    const metadata = dataSource.getMetadata(entity);
    this.columns = metadata.columns.map((column) => ({
      property: column.propertyName,
      key: column.databaseName,
      name: quote(column.databaseName),
      encoding: encodingOf(column),
      isNullable: column.isNullable,
    }));
    this.table = quote(metadata.tableName);
    const names = this.columns.map((column) => column.name).join(', ');
    const marks = this.columns.map(() => '?').join(', ');
    this.insertSql = `INSERT INTO ${this.table} (${names}) VALUES (${marks})`;
    this.selectSql = `SELECT ${names} FROM ${this.table}`;
  }

  insert(row: T): BoundSql {
    const values = row as Record<string, unknown>;
    return {
      sql: this.insertSql,
      parameters: this.columns.map((column) => toSql(column, values[column.property])),
    };
  }

  update(where: Where<T>, changes: Partial<T>): BoundSql {
    const assignments: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [property, value] of Object.entries(changes)) {
      const column = this.column(property);
      assignments.push(`${column.name} = ?`);
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
      key.startsWith('-') ? `${this.column(key.slice(1)).name} DESC` : this.column(key).name,
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
    const entity: Record<string, unknown> = {};
    for (const column of this.columns) {
      entity[column.property] = fromSql(column, row[column.key]);
    }
    return entity as T;
  }

  private condition(where: Where<T>): BoundSql {
    const terms: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [property, value] of Object.entries(where)) {
      const column = this.column(property);
      const { name } = column;
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

  private column(property: string): Column {
    const column = this.columns.find((candidate) => candidate.property === property);
    if (!column) throw new Error(`${this.table} has no column for ${property}`);
    return column;
  }
}

function quote(name: string): string {
  return `"${name}"`;
}

/** How a column's values travel; decided once for each column, by its type. */
type Encoding = 'json' | 'boolean' | 'integer' | 'plain';

function encodingOf(column: ColumnMetadata): Encoding {
  if (column.type === 'simple-json') return 'json';
  if (column.type === 'boolean') return 'boolean';
  return column.type === 'bigint' || column.type === 'integer' ? 'integer' : 'plain';
}

function toSql(column: Column, value: unknown): SqlValue {
  if (value === null || value === undefined) {
    // JSON has a null of its own, such as the answer of a command that answers nothing.
    return column.encoding === 'json' && !column.isNullable ? 'null' : null;
  }
  switch (column.encoding) {
    case 'json':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'integer':
      if (!Number.isSafeInteger(value)) throw new Error(`${column.property} is no safe integer`);
      return value as number;
    case 'plain':
      return value as SqlValue;
  }
}

function fromSql(column: Column, value: SqlValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  switch (column.encoding) {
    case 'json':
      return JSON.parse(value as string) as unknown;
    case 'boolean':
      return value === 1 || value === true;
    case 'integer':
      return Number(value);
    case 'plain':
      return value;
  }
}
