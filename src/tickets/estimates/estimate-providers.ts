import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import { EstimateMetrics } from './estimate.metrics';
import { EstimateEngine, InlineEstimateEngine } from './estimate-engine';
import { EstimateEvents } from './estimate-events.repository';
import { EstimateLoop } from './estimate-loop.service';
import { LiveEstimates } from './live-estimates.service';
import { PooledEstimateEngine } from './pooled-estimate-engine.service';
import { QueueViews } from './queue-view.service';
import { QuoteBook } from './quote-book.service';
import { WaitQuoteRepository } from './wait-quote.repository';

/** A thread runs the compiled program; where there is only the source, this thread does the work. */
const WORKER = join(__dirname, 'estimates.worker.js');

const engine: Provider = {
  provide: EstimateEngine,
  useFactory: () =>
    existsSync(WORKER) ? new PooledEstimateEngine(WORKER) : new InlineEstimateEngine(),
};

/** What the estimates are made of, apart from the queue itself. */
export const ESTIMATE_PROVIDERS: Provider[] = [
  engine,
  QueueViews,
  WaitQuoteRepository,
  QuoteBook,
  EstimateEvents,
  EstimateMetrics,
  LiveEstimates,
  EstimateLoop,
];

export const WAIT_CONTROLLERS: Type[] = [];
