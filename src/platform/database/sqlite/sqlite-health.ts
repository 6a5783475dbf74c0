import { statSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { SqliteConnections } from './sqlite-connections';

/** What an operator wants to know of the database file. */
export interface DatabaseReport {
  readonly engine: 'sqlite';
  readonly version: string;
  readonly journalMode: string;
  readonly synchronous: string;
  readonly walBytes: number;
  readonly databaseBytes: number;
}

/** Proves that the database can be written to, and tells its state. */
@Injectable()
export class SqliteHealth {
  constructor(private readonly connections: SqliteConnections) {}

  /**
   * Writes to the file and rolls back.
   *
   * @throws the driver's error when the file is locked, read-only, full or damaged
   */
  assertWritable(): void {
    const { connection } = this.connections.writer;
    // A group of units that is under way has just proven it.
    if (connection.inTransaction) return;
    connection.exec('BEGIN IMMEDIATE');
    try {
      connection.exec(
        `UPDATE write_probe SET counter = counter + 1 WHERE id = 1;
         ROLLBACK`,
      );
    } finally {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    }
  }

  report(): DatabaseReport {
    const { connection } = this.connections.reader;
    const pragma = (name: string) => connection.pragma(name, { simple: true });
    return {
      engine: 'sqlite',
      version: String(connection.prepare('SELECT sqlite_version()').pluck().get()),
      journalMode: String(pragma('journal_mode')),
      synchronous:
        Number(this.connections.writer.connection.pragma('synchronous', { simple: true })) === 2
          ? 'FULL'
          : 'NOT FULL',
      walBytes: sizeOf(`${this.connections.path}-wal`),
      databaseBytes: Number(pragma('page_count')) * Number(pragma('page_size')),
    };
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
