import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/unit-of-work';
import type { EstimateNews } from './estimate-news.policy';
import type { QueueView } from './queue-view.service';
import { learnFromQuote } from './quote-scores.policy';
import type { WaitQuoteEntity } from './wait-quote.entity';
import { type EndedQuote, WaitQuoteRepository } from './wait-quote.repository';

const PAGE = 100;

/** Keeps the first wait that each customer was told, and what became of it. */
@Injectable()
export class QuoteBook {
  constructor(
    private readonly quotes: WaitQuoteRepository,
    private readonly database: Database,
  ) {}

  findEnded(shopId: string): Promise<EndedQuote[]> {
    return this.quotes.findEnded(this.database.reader, shopId, PAGE);
  }

  async keepFirst(tx: Transaction, news: EstimateNews, { now }: QueueView): Promise<void> {
    const { ticket, estimate, quote } = news;
    const { wait } = estimate;
    if (quote === null || wait === null) return;
    // Told are minutes from now; judged is the whole wait.
    await this.quotes.insert(tx, {
      ...{ ticketId: ticket.id, shopId: tx.shopId, businessDay: ticket.businessDay },
      quotedAt: now,
      lowMs: wait.earliestAt - ticket.joinedAt,
      medianMs: wait.startsAt - ticket.joinedAt,
      highMs: wait.latestAt - ticket.joinedAt,
      ...{ raw: quote.raw, outcome: null, waitedMs: null },
    });
  }

  /** Writes down how quotes turned out, and lets the bands learn from it. Gives them. */
  async settle(tx: Transaction, ended: readonly EndedQuote[]): Promise<WaitQuoteEntity[]> {
    if (ended.length === 0) return [];
    const before = await this.quotes.calibration(tx, tx.shopId);
    const settled: WaitQuoteEntity[] = [];
    let state = before;
    for (const one of ended) {
      const quote = await this.quotes.settle(tx, one);
      if (!quote) continue;
      settled.push(quote);
      state = learnFromQuote(state, quote);
    }
    if (state !== before) await this.quotes.saveCalibration(tx, state);
    return settled;
  }
}
