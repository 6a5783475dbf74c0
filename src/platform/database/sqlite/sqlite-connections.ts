import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Logger } from '@nestjs/common';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { codeOf, StartError } from '../../errors/start-error';
import { SnakeNamingStrategy } from '../snake-naming.strategy';
import { SqliteSession } from './sqlite-session';

export interface SqliteOptions {
  /** File, or `:memory:` for one that is deleted at the end. */
  readonly path: string;
  readonly enableWal: boolean;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
}

/**
 * Waiting for a lock inside SQLite stops the event loop, so the wait is short and callers
 * try again asynchronously.
 */
const BUSY_TIMEOUT_MS = 20;
const CACHE_KB = 32_768;

/** Builds before it can lose the write-ahead log (sqlite.org/wal.html#walresetbug). */
const SQLITE_VERSION_MIN = [3, 51, 3] as const;

/** The connections to the shop's file: one that writes, two that only read. */
export class SqliteConnections {
  private static readonly logger = new Logger(SqliteConnections.name);

  private constructor(
    readonly path: string,
    readonly writer: SqliteSession,
    readonly reader: SqliteSession,
    /** For reads in a transaction of their own, which others must not slip into. */
    readonly snapshotReader: SqliteSession,
    private readonly sources: readonly DataSource[],
    private readonly instanceLock: BetterSqlite3.Database,
    private readonly temporaryFolder: string | null,
  ) {}

  /**
   * Opens the file, takes sole possession of it, migrates it, and sets and reads back the pragmas
   * that durability rests on.
   *
   * @throws StartError when another instance has the file, or it cannot be written or is damaged
   */
  static async open(options: SqliteOptions): Promise<SqliteConnections> {
    const temporaryFolder =
      options.path === ':memory:' ? mkdtempSync(join(tmpdir(), 'fusion-')) : null;
    const path = temporaryFolder ? join(temporaryFolder, 'fusion.db') : resolve(options.path);
    const instanceLock = lockInstance(path);

    try {
      const write = await new DataSource({
        type: 'better-sqlite3',
        database: path,
        timeout: BUSY_TIMEOUT_MS,
        entities: options.entities,
        migrations: options.migrations,
        migrationsTransactionMode: 'each',
        namingStrategy: new SnakeNamingStrategy(),
        prepareDatabase: (connection: BetterSqlite3.Database) => {
          chmodSync(path, 0o600);
          setPragmas(connection, options.enableWal);
        },
      }).initialize();
      const applied = await write.runMigrations();
      for (const { name } of applied) this.logger.log({ event: 'database.migrated', name });

      const openReader = () =>
        new DataSource({
          type: 'better-sqlite3',
          database: path,
          readonly: true,
          timeout: BUSY_TIMEOUT_MS,
          entities: options.entities,
          namingStrategy: new SnakeNamingStrategy(),
        }).initialize();
      const read = await openReader();
      const snapshot = await openReader();

      return new SqliteConnections(
        path,
        new SqliteSession(write, connectionOf(write)),
        new SqliteSession(read, connectionOf(read)),
        new SqliteSession(snapshot, connectionOf(snapshot)),
        [snapshot, read, write],
        instanceLock,
        temporaryFolder,
      );
    } catch (error) {
      instanceLock.close();
      throw toStartError(error, path);
    }
  }

  async close(): Promise<void> {
    const { connection } = this.writer;
    if (connection.open) connection.pragma('wal_checkpoint(TRUNCATE)');
    for (const source of this.sources) await source.destroy();
    this.instanceLock.close();
    if (this.temporaryFolder) rmSync(this.temporaryFolder, { recursive: true, force: true });
  }
}

/** The raw connection that a TypeORM data source has opened. */
function connectionOf(source: DataSource): BetterSqlite3.Database {
  const { databaseConnection } = source.driver as unknown as {
    databaseConnection: BetterSqlite3.Database;
  };
  return databaseConnection;
}

/**
 * Two servers on one file would each number events and assign barbers by themselves. The lock is
 * the operating system's on a file beside the database: it ends with the process, however it ends.
 */
function lockInstance(path: string): BetterSqlite3.Database {
  let lock: BetterSqlite3.Database | undefined;
  try {
    makeFolder(dirname(path));
    lock = new BetterSqlite3(`${path}.lock`, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      throw new StartError(
        `Another Fusion server already runs on ${path}. Stop it, or set DB_PATH.`,
        error,
      );
    }
    throw toStartError(error, path);
  }
}

/** One folder at a time: Node's own `recursive` never returns where none can be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** What a person can mend, in words; anything else as it is. */
function toStartError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StartError(
      `DB_PATH (${path}) is damaged or no SQLite database (${code}). Move it and its -wal and ` +
        '-shm files aside, copy the last backup to its place, and start again.',
      error,
    );
  }
  if (!/^(SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)|E[A-Z]+$)/.test(code)) return error;
  return new StartError(
    `DB_PATH (${path}) cannot be written (${code}). Let this user write to its folder, or set ` +
      'DB_PATH to another place.',
    error,
  );
}

function setPragmas(connection: BetterSqlite3.Database, enableWal: boolean): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version, SQLITE_VERSION_MIN) || version === '3.52.0') {
    throw new Error(`SQLite ${version} can lose data; 3.51.3 or newer, but not 3.52.0, is needed`);
  }
  connection.pragma(`journal_mode = ${enableWal ? 'WAL' : 'DELETE'}`);
  // better-sqlite3 is compiled so that WAL lowers this to NORMAL, which may lose commits.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`cache_size = -${CACHE_KB}`);
  connection.pragma('temp_store = MEMORY');

  const expected = { synchronous: 2, foreign_keys: 1, journal_mode: enableWal ? 'wal' : 'delete' };
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = connection.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${value}`);
  }
}

function isAtLeast(version: string, minimum: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of minimum.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
