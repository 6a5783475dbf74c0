import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { newTraceId } from '../../platform/http/trace-context';
import { Clock } from '../../platform/time/clock';
import { TicketListRepository } from '../ticket-list.repository';
import { TicketArrivals } from './ticket-arrivals.service';

/** A place is given up at most this late. */
const EVERY_MS = 20_000;

/** Looks, for all shops, for customers on the way who are too late. */
@Injectable()
export class LapseSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LapseSweep.name);
  private timer?: NodeJS.Timeout;
  private underWay?: Promise<number>;

  constructor(
    private readonly database: Database,
    private readonly lists: TicketListRepository,
    private readonly arrivals: TicketArrivals,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Sweeps once; a call during another gets that one's result. Gives the tickets ended. */
  sweep(): Promise<number> {
    this.underWay ??= this.sweepAll().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async sweepAll(): Promise<number> {
    let ended = 0;
    try {
      const now = this.clock.now();
      for (const shopId of await this.lists.findShopsWithLapsed(this.database.reader, now)) {
        const command = { shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() };
        ended += await this.arrivals.lapse(command);
      }
    } catch (error) {
      // Tried again next time: nothing is lost but seconds.
      this.logger.warn({ event: 'arrivals.sweep_failed', err: error });
    }
    return ended;
  }
}
