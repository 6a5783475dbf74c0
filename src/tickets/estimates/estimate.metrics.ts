import { Injectable } from '@nestjs/common';
import { MetricRegistry } from '../../platform/metrics/metric-registry';
import type { WaitQuoteEntity } from './wait-quote.entity';

const MINUTE = 60;

/** How good the estimates are and what they cost, for Prometheus. */
@Injectable()
export class EstimateMetrics {
  private readonly error;
  private readonly quotes;
  private readonly changes;
  private readonly duration;

  constructor(metrics: MetricRegistry) {
    this.error = metrics.histogram({
      name: 'fusion_wait_quote_error_seconds',
      help: 'How far the first quoted wait of a called customer lay from the real one',
      labelNames: ['shop'],
      buckets: [1, 2, 3, 5, 8, 12, 20, 30, 60].map((minutes) => minutes * MINUTE),
    });
    this.quotes = metrics.counter({
      name: 'fusion_wait_quotes_total',
      help: 'Quoted waits by how they turned out: earlier, inside or later than the 80 % band, left',
      labelNames: ['shop', 'outcome'],
    });
    this.changes = metrics.counter({
      name: 'fusion_wait_estimate_changes_total',
      help: 'How often a waiting customer was told another wait, the first time included',
      labelNames: ['shop'],
    });
    this.duration = metrics.histogram({
      name: 'fusion_wait_estimate_duration_seconds',
      help: 'Time to estimate a whole queue, with the way to the other thread and back',
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1],
    });
  }

  settled(quote: WaitQuoteEntity): void {
    const { shopId: shop, waitedMs, outcome } = quote;
    if (waitedMs === null) return;
    if (outcome === 'left') {
      this.quotes.inc({ shop, outcome: 'left' });
      return;
    }
    this.error.observe({ shop }, Math.abs(waitedMs - quote.medianMs) / 1000);
    this.quotes.inc({ shop, outcome: placeInBand(quote, waitedMs) });
  }

  changed(shop: string, count: number): void {
    if (count > 0) this.changes.inc({ shop }, count);
  }

  took(milliseconds: number): void {
    this.duration.observe(milliseconds / 1000);
  }
}

function placeInBand({ lowMs, highMs }: WaitQuoteEntity, waitedMs: number): string {
  if (waitedMs < lowMs) return 'earlier';
  return waitedMs > highMs ? 'later' : 'inside';
}
