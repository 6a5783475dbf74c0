import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HeavyReading, RowsOf, SqlValue, Statement } from '../sql';

interface Waiting {
  readonly resolve: (results: object[][]) => void;
  readonly reject: (error: Error) => void;
}

/** What the worker thread answers to statements. */
export interface HeavyAnswer {
  readonly id: number;
  readonly results?: object[][];
  readonly error?: string;
}

/**
 * Runs long SELECTs on a thread of their own, with its own read-only connection, so that a report
 * over years never delays somebody who takes a ticket. The thread starts with the first question.
 */
export class HeavyReader implements HeavyReading {
  private worker?: Worker;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly path: string) {}

  async query<R extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<R[]> {
    const statement: Statement<R> = { sql, parameters };
    const [rows] = await this.queryTogether([statement]);
    return rows ?? [];
  }

  queryTogether<S extends readonly Statement<object>[]>(statements: S): Promise<RowsOf<S>> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.waiting.set(id, { resolve: resolve as unknown as Waiting['resolve'], reject });
      this.start().postMessage({ id, statements });
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(join(__dirname, 'heavy-reader.worker.js'), {
      workerData: { path: this.path },
    });
    worker.unref();
    worker.on('message', (answer: HeavyAnswer) => this.settle(answer));
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('The reading thread has ended')));
    this.worker = worker;
    return worker;
  }

  private settle({ id, results, error }: HeavyAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error !== undefined) waiting?.reject(new Error(error));
    else waiting?.resolve(results ?? []);
  }

  private fail(error: Error): void {
    this.worker = undefined;
    for (const waiting of this.waiting.values()) waiting.reject(error);
    this.waiting.clear();
  }
}
