import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Reader } from '../sql';
import { Database } from '../unit-of-work';
import { HeavyReader } from './heavy-reader';
import { SqliteConnections } from './sqlite-connections';

/** Reads of committed state on the read-only connections. */
@Injectable()
export class SqliteDatabase extends Database implements OnApplicationShutdown {
  readonly reader: Reader;
  readonly heavyReader: HeavyReader;

  private lastSnapshot: Promise<unknown> = Promise.resolve();

  constructor(private readonly connections: SqliteConnections) {
    super();
    this.reader = connections.reader;
    this.heavyReader = new HeavyReader(connections.path);
  }

  snapshot<T>(read: (reader: Reader) => Promise<T>): Promise<T> {
    // One at a time: a connection has one transaction. Each lasts microseconds.
    const snapshot = this.lastSnapshot.then(() => this.readTogether(read));
    this.lastSnapshot = snapshot.catch(() => undefined);
    return snapshot;
  }

  private async readTogether<T>(read: (reader: Reader) => Promise<T>): Promise<T> {
    const { snapshotReader } = this.connections;
    snapshotReader.control('BEGIN');
    try {
      return await read(snapshotReader);
    } finally {
      snapshotReader.control('COMMIT');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.heavyReader.close();
  }
}
