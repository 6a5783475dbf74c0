/** What both databases take as a bound value. Booleans are stored as 0 and 1 on SQLite. */
export type SqlValue = string | number | bigint | boolean | null;

/** A class decorated as a TypeORM entity. */
export type EntityClass<T> = new () => T;

/** Equality on columns; an array means "one of these". */
export type Where<T> = { readonly [K in keyof T]?: T[K] | readonly T[K][] };

/**
 * Reads rows. A reader outside a unit of work sees the last committed state and never waits for
 * a writer; inside one (`Transaction`) it also sees the unit's own changes.
 */
export interface Reader {
  /** The one row that matches, or null. */
  findOne<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<T | null>;
  /** All rows that match, in the order of `orderBy` (column properties, `-` for descending). */
  find<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    options?: { orderBy?: readonly string[]; limit?: number },
  ): Promise<T[]>;
  /** Entities by the rest of a SELECT, e.g. `WHERE shop_id = ? AND number > ? LIMIT 10`. */
  select<T extends object>(
    entity: EntityClass<T>,
    tail: string,
    parameters: readonly SqlValue[],
  ): Promise<T[]>;
  /** Plain rows of a full statement, columns as the statement names them. */
  query<R extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<R[]>;
}

/** Reads and writes of one unit of work. Useless after the unit has ended. */
export interface Writer extends Reader {
  insert<T extends object>(entity: EntityClass<T>, row: T): Promise<void>;
  /** Number of rows changed. */
  update<T extends object>(
    entity: EntityClass<T>,
    where: Where<T>,
    changes: Partial<T>,
  ): Promise<number>;
  /** Number of rows deleted. */
  delete<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<number>;
  /** Runs a statement that returns no rows; gives the number of rows changed. */
  execute(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
}
