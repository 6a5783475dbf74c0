import { Injectable } from '@nestjs/common';
import type { NewEvent } from '../events/event';
import type { Command } from './command';
import type { HeavyReading, Reader, Writer } from './sql';

/** What a unit of work sees: the database as it is for it, the moment, and its own events. */
export interface Transaction extends Writer {
  readonly command: Command;
  readonly shopId: string;
  /** Moment of the unit, UTC epoch milliseconds; one for all that it writes. */
  readonly now: number;
  /** A new UUIDv7. */
  newId(): string;
  /** Tells what happened. Written with the unit's rows, and delivered after the commit. */
  record(event: NewEvent): void;
}

/**
 * The only way to write. Units of one shop are serial on every instance, so what a unit has read
 * stays true until it commits, and events are numbered without gaps in commit order.
 *
 * A unit awaits nothing but its own database calls: others wait behind it. It may run again from
 * the start when the database asks for it, so it must have no other effects.
 */
@Injectable()
export abstract class UnitOfWork {
  /**
   * Runs `work` in one transaction and answers after the commit. A command with an idempotency
   * key is worked on once; its repetition gets the stored result.
   *
   * @throws what `work` throws, with nothing written
   * @throws IDEMPOTENCY_KEY_REUSED, SERVICE_BUSY, DATABASE_UNAVAILABLE
   */
  abstract run<T>(command: Command, work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Reads of the last committed state, beside all writing. */
@Injectable()
export abstract class Database {
  abstract readonly reader: Reader;
  /** The same for statements that take long: run on another thread. */
  abstract readonly heavyReader: HeavyReading;
  /** Reads that must agree with each other: all see the state of one moment. */
  abstract snapshot<T>(read: (reader: Reader) => Promise<T>): Promise<T>;
}
