import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { EstimateEngine, InlineEstimateEngine } from './estimate-engine';
import type { AnswerTo, EstimateTask } from './estimate-task';

/** A thread without work is let go after this long: most shops sleep at night. */
const IDLE_MS = 120_000;
/** So many failures on end, and this thread does the work ... */
const FAILURES_MAX = 3;
/** ... for this long, before the pool is given another chance. */
const INLINE_FOR_MS = 5 * 60_000;

/**
 * On a thread of its own, which starts with the first question. Whatever the pool cannot answer is
 * worked out here instead: a late answer is better than none.
 */
export class PooledEstimateEngine extends EstimateEngine implements OnApplicationShutdown {
  private readonly logger = new Logger(PooledEstimateEngine.name);
  private readonly inline = new InlineEstimateEngine();
  private pool?: Piscina<EstimateTask, AnswerTo<EstimateTask>>;
  private failures = 0;
  private inlineUntil = 0;
  private isStopped = false;

  constructor(
    private readonly workerFile: string,
    private readonly threads = 1,
  ) {
    super();
  }

  async run<Task extends EstimateTask>(task: Task): Promise<AnswerTo<Task>> {
    if (this.isStopped || performance.now() < this.inlineUntil) return this.inline.run(task);
    try {
      const result = await this.start().run(task);
      this.failures = 0;
      return result as AnswerTo<Task>;
    } catch (error) {
      this.noteFailure(error);
      return this.inline.run(task);
    }
  }

  /** Whether questions go to the pool at the moment. */
  get isPooled(): boolean {
    return !this.isStopped && performance.now() >= this.inlineUntil;
  }

  /** How many questions the pool has answered since it started. */
  get completed(): number {
    return this.pool?.completed ?? 0;
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.stopPool();
  }

  private start() {
    this.pool ??= new Piscina<EstimateTask, AnswerTo<EstimateTask>>({
      filename: this.workerFile,
      minThreads: 0,
      maxThreads: this.threads,
      idleTimeout: IDLE_MS,
      // A waiting thread sleeps in the event loop, where it hears of its end.
      atomics: 'disabled',
      execArgv: [],
    });
    return this.pool;
  }

  private noteFailure(error: unknown): void {
    if (this.isStopped) return;
    this.failures += 1;
    this.logger.warn({ event: 'estimates.thread_failed', failures: this.failures, err: error });
    if (this.failures < FAILURES_MAX) return;
    this.failures = 0;
    this.inlineUntil = performance.now() + INLINE_FOR_MS;
    void this.stopPool();
  }

  private async stopPool(): Promise<void> {
    const { pool } = this;
    this.pool = undefined;
    await pool?.destroy();
  }
}
