import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import { AccuracyController } from './accuracy.controller';
import { AccuracyRepository } from './accuracy.repository';
import { AccuracyQueries } from './accuracy-queries.service';
import { DoorQuoteService } from './door-quotes.service';
import { DoorWaits } from './door-waits.service';
import { EstimateMetrics } from './estimate.metrics';
import { EstimateEngine, InlineEstimateEngine } from './estimate-engine';
import { EstimateEvents } from './estimate-events.repository';
import { EstimateLoop } from './estimate-loop.service';
import { IntakeGate } from './intake-gate.service';
import { LiveEstimates } from './live-estimates.service';
import { PooledEstimateEngine } from './pooled-estimate-engine.service';
import { QueueViews } from './queue-view.service';
import { QuoteBook } from './quote-book.service';
import { WaitQuoteRepository } from './wait-quote.repository';
import { WaitsController } from './waits.controller';

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
  DoorQuoteService,
  IntakeGate,
  DoorWaits,
  AccuracyRepository,
  AccuracyQueries,
];

export const WAIT_CONTROLLERS: Type[] = [WaitsController, AccuracyController];
