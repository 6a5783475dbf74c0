import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { TicketEntity } from '../ticket.entity';
import { TicketRepository } from '../ticket.repository';
import { TicketDesk } from '../ticket-desk.service';
import { EstimateMetrics } from './estimate.metrics';
import { EstimateEngine } from './estimate-engine';
import { EstimateEvents } from './estimate-events.repository';
import { type DatedCause, type EstimateNews, newsOf } from './estimate-news.policy';
import type { WaitEstimate } from './estimate-waits';
import { causesOf } from './event-causes.policy';
import { type QueueView, QueueViews } from './queue-view.service';
import { QuoteBook } from './quote-book.service';

/**
 * Keeps what waiting customers are told true: estimates from one moment of the shop, and tells
 * only what has changed enough, each time with the reason.
 */
@Injectable()
export class LiveEstimates {
  constructor(
    private readonly views: QueueViews,
    private readonly engine: EstimateEngine,
    private readonly events: EstimateEvents,
    private readonly quotes: QuoteBook,
    private readonly tickets: TicketRepository,
    private readonly desk: TicketDesk,
    private readonly metrics: EstimateMetrics,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Estimates the waits of a shop anew. Gives how many customers were told something. */
  async refresh(shopId: string): Promise<number> {
    const view = await this.views.read(shopId);
    const news = await this.newsIn(view);
    const ended = await this.quotes.findEnded(shopId);
    if (news.length === 0 && ended.length === 0) return 0;

    const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
    const { told, settled } = await this.unitOfWork.run(command, async (tx) => {
      let count = 0;
      for (const one of news) if (await this.tell(tx, one, view)) count += 1;
      return { told: count, settled: await this.quotes.settle(tx, ended) };
    });
    // After the commit, since a unit may run twice.
    this.metrics.changed(shopId, told);
    for (const quote of settled) this.metrics.settled(quote);
    return told;
  }

  private async newsIn(view: QueueView): Promise<EstimateNews[]> {
    const { waiting } = view.rows;
    const fresh = await this.estimate(view);
    const causes = await this.causesSince(view);
    return waiting.flatMap((ticket) => {
      const news = newsOf(ticket, fresh.get(ticket.id), causes, view);
      return news ? [news] : [];
    });
  }

  private async estimate(view: QueueView): Promise<Map<string, WaitEstimate>> {
    const { tickets, barbers } = view.asked.state;
    if (tickets.length === 0 || barbers.length === 0) return new Map();
    const startedAt = performance.now();
    const estimates = await this.engine.run({ kind: 'queue', ...view.asked });
    this.metrics.took(performance.now() - startedAt);
    return new Map(estimates.map((estimate) => [estimate.ticketId, estimate]));
  }

  /** What happened since the longest ago that anybody of the waiting was told something. */
  private async causesSince({ shop, rows, sequence }: QueueView): Promise<DatedCause[]> {
    const told = rows.waiting.flatMap(({ estimate }) => (estimate ? [estimate.sequence] : []));
    const after = Math.min(sequence, ...told);
    if (after === sequence) return [];
    const events = await this.events.findBetween(this.database.reader, shop.id, after, sequence);
    return events.flatMap((event) =>
      causesOf(event).map((cause) => ({ ...cause, sequence: event.sequence })),
    );
  }

  /** False when the customer has been told something else meanwhile, or waits no more. */
  private async tell(tx: Transaction, news: EstimateNews, view: QueueView): Promise<boolean> {
    const { id } = news.ticket;
    const ticket = await this.tickets.find(tx, tx.shopId, id);
    const isOld = ticket?.estimate?.computedAt !== news.ticket.estimate?.computedAt;
    if (ticket?.state !== 'waiting' || isOld) return false;
    const { estimate } = news;
    // Without a new version: what staff has on the screen is not outdated by a minute more or less.
    await tx.update(TicketEntity, { id }, { estimate });
    await this.quotes.keepFirst(tx, news, view);
    const { text } = estimate.reason;
    await this.desk.tell(tx, 'ticket.estimate_changed', { ...ticket, estimate }, { reason: text });
    return true;
  }
}
