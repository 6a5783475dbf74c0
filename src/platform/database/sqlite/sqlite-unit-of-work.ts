import { Injectable, Logger } from '@nestjs/common';
import { DATABASE_UNAVAILABLE, SERVICE_BUSY } from '../../errors/platform.problems';
import type { RecordedEvent } from '../../events/event';
import { EventBus } from '../../events/event-bus';
import { appendEvents } from '../../events/outbox';
import { Reactions } from '../../events/reactions';
import { IdFactory } from '../../ids/id-factory';
import { MetricRegistry } from '../../metrics/metric-registry';
import { Clock } from '../../time/clock';
import type { Command } from '../command';
import { runOnce } from '../idempotency';
import { type Transaction, UnitOfWork } from '../unit-of-work';
import { SqliteConnections } from './sqlite-connections';
import { codeOfSqliteError, isBusy, isOutOfService } from './sqlite-errors';
import { SqliteTransaction } from './sqlite-transaction';

interface Unit {
  readonly command: Command;
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome =
  | { readonly unit: Unit; readonly ok: true; result: unknown; events: RecordedEvent[] }
  | { readonly unit: Unit; readonly ok: false; error: unknown };

const UNITS_PER_COMMIT_MAX = 128;
const WAITING_UNITS_MAX = 4_096;
/** A unit that runs longer awaits something other than the database, and holds up the shop. */
const UNIT_MS_MAX = 5_000;
const LOCK_WAIT_MS_MAX = 5_000;
const LOCK_RETRY_MS = 25;

/**
 * The single writer with group commit: all units that wait are run one after another in one
 * transaction, a savepoint each, and answered together after its one synchronous COMMIT. So the
 * cost of a durable commit is shared, and a unit that throws rolls back alone.
 */
@Injectable()
export class SqliteUnitOfWork extends UnitOfWork {
  private readonly logger = new Logger(SqliteUnitOfWork.name);
  private readonly waiting: Unit[] = [];
  private draining?: Promise<void>;
  private isStopped = false;

  private readonly batchSize;
  private readonly commitSeconds;
  private readonly failedCommits;

  constructor(
    private readonly connections: SqliteConnections,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly ids: IdFactory,
    private readonly reactions: Reactions,
    metrics: MetricRegistry,
  ) {
    super();
    this.batchSize = metrics.histogram({
      name: 'fusion_units_per_commit',
      help: 'Units of work that shared one commit',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    });
    this.commitSeconds = metrics.histogram({
      name: 'fusion_commit_seconds',
      help: 'Time of a group of units from BEGIN to the end of its COMMIT',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5],
    });
    this.failedCommits = metrics.counter({
      name: 'fusion_commit_failures_total',
      help: 'Groups of units that could not be committed',
    });
  }

  run<T>(command: Command, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.isStopped || this.waiting.length >= WAITING_UNITS_MAX) {
      return Promise.reject(SERVICE_BUSY.error().retryAfter(1));
    }
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ command, work, resolve: resolve as Unit['resolve'], reject });
      this.draining ??= this.drain();
    });
  }

  /** Takes no more units and waits for those under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    // Requests that arrived in the same turn of the event loop are all queued by then.
    await new Promise(setImmediate);
    try {
      while (this.waiting.length > 0) {
        await this.commitTogether(this.waiting.splice(0, UNITS_PER_COMMIT_MAX));
      }
    } finally {
      this.draining = undefined;
    }
  }

  private async commitTogether(units: readonly Unit[]): Promise<void> {
    const startedAt = performance.now();
    const outcomes: Outcome[] = [];
    try {
      await this.controlWhenFree('BEGIN IMMEDIATE');
      for (const unit of units) outcomes.push(await this.runInSavepoint(unit));
      // Without a write-ahead log a commit waits for readers, too.
      await this.controlWhenFree('COMMIT');
    } catch (error) {
      this.rollBack();
      this.refuse(units, error);
      return;
    }
    this.batchSize.observe(units.length);
    this.commitSeconds.observe((performance.now() - startedAt) / 1000);

    const committed: RecordedEvent[] = [];
    for (const outcome of outcomes) {
      if (!outcome.ok) outcome.unit.reject(outcome.error);
      else {
        outcome.unit.resolve(outcome.result);
        committed.push(...outcome.events);
      }
    }
    if (committed.length > 0) this.bus.publish(committed);
  }

  /** Waits for another process's lock without holding up the event loop. */
  private async controlWhenFree(sql: 'BEGIN IMMEDIATE' | 'COMMIT'): Promise<void> {
    const deadline = performance.now() + LOCK_WAIT_MS_MAX;
    for (;;) {
      try {
        this.connections.writer.control(sql);
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
      }
    }
  }

  private rollBack(): void {
    const { writer } = this.connections;
    try {
      if (writer.connection.inTransaction) writer.control('ROLLBACK');
    } catch (error) {
      // The failed file fails here as well; SQLite has rolled back by itself or will on reopening.
      this.logger.error({ event: 'database.rollback_failed', err: error });
    }
  }

  private async runInSavepoint(unit: Unit): Promise<Outcome> {
    const { writer } = this.connections;
    const tx = new SqliteTransaction(writer, this.ids, unit.command, this.clock.now());
    writer.control('SAVEPOINT unit');
    try {
      const result = await withinTime(this.work(tx, unit));
      const events = await appendEvents(tx, unit.command, tx.now, tx.events);
      writer.control('RELEASE unit');
      return { unit, ok: true, result, events };
    } catch (error) {
      // A full disk or a failed write ends the whole transaction; nothing may pass for written.
      if (isOutOfService(error)) throw error;
      writer.control('ROLLBACK TO unit');
      writer.control('RELEASE unit');
      return { unit, ok: false, error };
    } finally {
      tx.close();
    }
  }

  private async work(tx: SqliteTransaction, unit: Unit): Promise<unknown> {
    const result = await runOnce(tx, unit.work);
    if (tx.events.length > 0) await this.reactions.run(tx, tx.events);
    return result;
  }

  private refuse(units: readonly Unit[], error: unknown): void {
    this.failedCommits.inc();
    this.logger.error({ event: 'database.commit_failed', units: units.length, err: error });
    const code = codeOfSqliteError(error);
    const refusal = code ? DATABASE_UNAVAILABLE.error({ reason: code }).retryAfter(2) : error;
    for (const unit of units) unit.reject(refusal);
  }
}

/** Most units are settled within the turn and pay for no timer. */
async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A unit of work took too long')), UNIT_MS_MAX);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
