import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { Database } from '../../platform/database/unit-of-work';
import { readLastSequence } from '../../platform/events/outbox';
import { businessDaySpan } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import type { ShopEntity } from '../../shops/shop.entity';
import { ShopsService } from '../../shops/shops.service';
import { minutesOf } from '../assignment/day-minutes.rules';
import { policyOf } from '../assignment/dispatch-settings';
import { QueueRowsReader } from '../assignment/queue-rows.service';
import { type QueueRows, toQueueState } from '../assignment/queue-state.factory';
import { DemandMemory } from '../demand/demand-memory.service';
import { DurationMemory } from '../durations/duration-memory.service';
import { TicketListRepository } from '../ticket-list.repository';
import { bandFactors } from './calibration';
import type { Asked } from './estimate-task';
import { WaitQuoteRepository } from './wait-quote.repository';

/** Estimated for; whoever stands behind them is told nothing yet. */
const QUEUE_MAX = 100;

/** A shop at one moment, as the dispatcher sees it, with all that an estimate needs. */
export interface QueueView {
  readonly shop: ShopEntity;
  readonly sequence: number;
  /** UTC epoch milliseconds. */
  readonly now: number;
  readonly rows: QueueRows;
  readonly asked: Asked;
}

/** Reads shops for the estimator, each of one moment. */
@Injectable()
export class QueueViews {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly queue: TicketListRepository,
    private readonly floor: QueueRowsReader,
    private readonly durations: DurationMemory,
    private readonly demand: DemandMemory,
    private readonly quotes: WaitQuoteRepository,
    private readonly clock: Clock,
  ) {}

  read(shopId: string): Promise<QueueView> {
    return this.database.snapshot((reader) => this.compose(reader, shopId));
  }

  private async compose(reader: Reader, shopId: string): Promise<QueueView> {
    const now = this.clock.now();
    const shop = await this.shops.get(reader, shopId);
    const day = businessDaySpan(now, shop);
    const waiting = await this.queue.findQueue(reader, shopId, QUEUE_MAX);
    const rows = await this.floor.read(reader, shop, waiting, now);
    const learned = {
      durations: await this.durations.modelOf(reader, shopId, day.day),
      demand: await this.demand.modelOf(reader, shop, day),
    };
    const asked = {
      learned,
      state: toQueueState(rows, now),
      now: minutesOf(now, rows.day),
      settings: policyOf(shop.dispatchMode).settings,
      factors: bandFactors(await this.quotes.calibration(reader, shopId)),
    };
    return { shop, now, rows, asked, sequence: await readLastSequence(reader, shopId) };
  }
}
