import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

type Row = Readonly<Record<string, string | number | null>>;
type Template = readonly { readonly table: string; readonly row: Row }[];

/** Columns by which rows are numbered; each checkout goes on where the one before ended. */
const NUMBERED = /^(number|sequence|last_sequence|entry_number)$/;
const STEP = 1_000;

/**
 * The rows that a checkout writes, inserted by bare better-sqlite3. They are taken from a checkout
 * that the server has made, so the floor cannot fall behind the program. The schema is that of the
 * server's file, indices included; keys to other tables and the guards of the books are left out,
 * which favours the floor.
 */
export class CheckoutFloor {
  private readonly folder = mkdtempSync(join(tmpdir(), 'fusion-floor-'));
  private readonly connection: BetterSqlite3.Database;
  private readonly inserts: { statement: BetterSqlite3.Statement; row: Row }[];
  private readonly ids: ReadonlySet<string>;
  private written = 0;

  private constructor(schemaOf: string, template: Template) {
    const connection = new BetterSqlite3(join(this.folder, 'floor.db'));
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = OFF');
    copySchema(schemaOf, connection);
    this.connection = connection;
    const named = template.flatMap(({ row }) => [row['id'], row['key']]);
    this.ids = new Set(named.flatMap((id) => (typeof id === 'string' ? id : [])));
    this.inserts = template.map(({ table, row }) => {
      const columns = Object.keys(row);
      const values = columns.map((column) => `@${column}`).join(', ');
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`;
      return { statement: connection.prepare(sql), row };
    });
  }

  /** Learns from one checkout which rows there are. */
  static async of(path: string, checkOut: () => Promise<unknown>): Promise<CheckoutFloor> {
    const before = lastRows(path);
    await checkOut();
    return new CheckoutFloor(path, newRows(path, before));
  }

  get rows(): number {
    return this.inserts.length;
  }

  /** Writes `count` checkouts, `group` of them in a commit. */
  checkoutsPerSecond(group: number, count: number): number {
    const commit = this.connection.transaction(() => {
      for (let i = 0; i < group; i += 1) this.write();
    });
    const startedAt = performance.now();
    for (let written = 0; written < count; written += group) commit.immediate();
    return count / ((performance.now() - startedAt) / 1000);
  }

  close(): void {
    this.connection.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(): void {
    this.written += 1;
    const fresh = new Map([...this.ids].map((id) => [id, randomUUID()]));
    for (const { statement, row } of this.inserts) {
      statement.run(
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            NUMBERED.test(column) && typeof value === 'number'
              ? value + this.written * STEP
              : (fresh.get(String(value)) ?? value),
          ]),
        ),
      );
    }
  }
}

function tablesOf(connection: BetterSqlite3.Database): string[] {
  return connection
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND sql NOT LIKE '%WITHOUT ROWID%'`,
    )
    .pluck()
    .all() as string[];
}

function lastRows(path: string): ReadonlyMap<string, number> {
  const connection = new BetterSqlite3(path, { readonly: true });
  const last = tablesOf(connection).map((table): [string, number] => {
    const sql = `SELECT MAX(rowid) AS last FROM ${table}`;
    const row = connection.prepare(sql).get();
    return [table, (row as { last: number | null }).last ?? 0];
  });
  connection.close();
  return new Map(last);
}

function newRows(path: string, before: ReadonlyMap<string, number>): Template {
  const connection = new BetterSqlite3(path, { readonly: true });
  const template = tablesOf(connection).flatMap((table) => {
    const sql = `SELECT * FROM ${table} WHERE rowid > ?`;
    const rows = connection.prepare(sql).all(before.get(table) ?? 0) as Row[];
    return rows.map((row) => ({ table, row }));
  });
  connection.close();
  return template;
}

function copySchema(from: string, to: BetterSqlite3.Database): void {
  const source = new BetterSqlite3(from, { readonly: true });
  const statements = source
    .prepare(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         AND type IN ('table', 'index') ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END`,
    )
    .pluck()
    .all() as string[];
  source.close();
  for (const statement of statements) to.exec(statement);
}
