import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { SERVICE_BUSY } from '../platform/errors/platform.problems';
import type { WhatIfQuestion } from '../tickets/simulation/own/what-if-answer.policy';
import { WHAT_IF_TOO_MUCH } from './what-if.problems';
import type { WhatIfOutcome } from './what-if.worker';

const QUEUE_MAX = 4;
const MEMORY_MB_MAX = 256;
const IDLE_MS = 30_000;

/** The thread on which questions are worked out, one after the other; gone when nobody asks. */
@Injectable()
export class WhatIfThread implements OnApplicationShutdown {
  protected readonly worker: string = join(__dirname, 'what-if.worker.js');
  protected readonly answerWithinMs: number = 25_000;
  private pool?: Piscina<WhatIfQuestion, WhatIfOutcome>;

  /** @throws SERVICE_BUSY, WHAT_IF_TOO_MUCH when the time or the memory allowed does not do */
  async run(question: WhatIfQuestion): Promise<WhatIfOutcome> {
    const pool = this.start();
    if (pool.queueSize >= QUEUE_MAX) {
      throw SERVICE_BUSY.error().retryAfter(this.answerWithinMs / 1000);
    }
    const signal = AbortSignal.timeout(this.answerWithinMs);
    try {
      return await pool.run(question, { signal });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (signal.aborted || code === 'ERR_WORKER_OUT_OF_MEMORY') throw WHAT_IF_TOO_MUCH.error();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private start(): Piscina<WhatIfQuestion, WhatIfOutcome> {
    this.pool ??= new Piscina<WhatIfQuestion, WhatIfOutcome>({
      filename: this.worker,
      minThreads: 0,
      maxThreads: 1,
      maxQueue: QUEUE_MAX,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX },
    });
    return this.pool;
  }
}
