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

/** A SELECT with its values; `R` is the shape of its rows. */
export interface Statement<R extends object> {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  /** Only for the compiler. */
  readonly row?: R;
}

export type RowsOf<S extends readonly Statement<object>[]> = {
  -readonly [K in keyof S]: S[K] extends Statement<infer R> ? R[] : never;
};

/** Reads that may take long, beside everything else. */
export interface HeavyReading extends Pick<Reader, 'query'> {
  /** The rows of several statements that see the state of one moment. */
  queryTogether<const S extends readonly Statement<object>[]>(statements: S): Promise<RowsOf<S>>;
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
