import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { EventRelay } from '../../platform/events/event-relay';
import { Clock, SystemClock } from '../../platform/time/clock';
import { DemandRenewal } from '../demand/demand-renewal.service';
import { TicketListRepository } from '../ticket-list.repository';
import { WAIT_MOVING_EVENTS } from './event-causes.policy';
import { LiveEstimates } from './live-estimates.service';

/** What one action sets off comes in one breath; it is estimated once. */
const SETTLE_MS = 200;
/** In a rush a shop is looked at this often and no more. */
const BETWEEN_MS = 1_000;
const EVERY_MS = 60_000;
/** Whether a new day has begun somewhere is looked at this often. */
const RENEWAL_MS = 10 * 60_000;

/**
 * Estimates after everything that can move a wait, and each minute while somebody waits. One shop
 * at a time, so that a chain's estimates never crowd out its commands.
 */
@Injectable()
export class EstimateLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(EstimateLoop.name);
  private readonly due = new Map<string, number>();
  private readonly lastRun = new Map<string, number>();
  private readonly lastRenewal = new Map<string, number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private wakeUp?: NodeJS.Timeout;
  private underWay?: Promise<void>;
  private stopListening?: () => void;
  private isStopping = false;

  constructor(
    private readonly estimates: LiveEstimates,
    private readonly renewal: DemandRenewal,
    private readonly queue: TicketListRepository,
    private readonly relay: EventRelay,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // A clock that is moved by hand goes with estimates by hand.
    if (!(this.clock instanceof SystemClock)) return;
    this.stopListening = this.relay.subscribe(({ type, shopId }) => {
      if (WAIT_MOVING_EVENTS.has(type)) this.note(shopId);
    });
    this.timers.push(setInterval(() => void this.noteAllWaiting(), EVERY_MS).unref());
    void this.noteAllWaiting();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.stopListening?.();
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.wakeUp);
    await this.underWay;
  }

  /** Estimates every shop in which somebody waits, once, and returns when that is done. */
  async refreshAll(): Promise<void> {
    for (const shopId of await this.queue.findShopsWaiting(this.database.reader)) {
      await this.refresh(shopId);
    }
  }

  private note(shopId: string): void {
    if (this.due.has(shopId)) return;
    const rested = (this.lastRun.get(shopId) ?? Number.NEGATIVE_INFINITY) + BETWEEN_MS;
    this.due.set(shopId, Math.max(performance.now() + SETTLE_MS, rested));
    this.sleep();
  }

  private async noteAllWaiting(): Promise<void> {
    try {
      for (const shopId of await this.queue.findShopsWaiting(this.database.reader)) {
        this.note(shopId);
      }
    } catch (error) {
      this.logger.warn({ event: 'estimates.look_failed', err: error });
    }
  }

  /** Until the first that is due; while shops are worked through there is no need. */
  private sleep(): void {
    if (this.underWay || this.isStopping || this.due.size === 0) return;
    clearTimeout(this.wakeUp);
    const next = Math.min(...this.due.values());
    this.wakeUp = setTimeout(
      () => {
        this.underWay = this.work().finally(() => {
          this.underWay = undefined;
          this.sleep();
        });
      },
      Math.max(0, next - performance.now()),
    ).unref();
  }

  private async work(): Promise<void> {
    const now = performance.now();
    const ready = [...this.due].filter(([, at]) => at <= now).map(([shopId]) => shopId);
    for (const shopId of ready) {
      if (this.isStopping) return;
      // Off the list first: what happens meanwhile is for the next time.
      this.due.delete(shopId);
      await this.refresh(shopId);
    }
  }

  private async refresh(shopId: string): Promise<void> {
    try {
      await this.learnOnceADay(shopId);
      await this.estimates.refresh(shopId);
    } catch (error) {
      // Tried again within a minute; what was told stands until then.
      this.logger.warn({ event: 'estimates.failed', shopId, err: error });
    } finally {
      this.lastRun.set(shopId, performance.now());
    }
  }

  private async learnOnceADay(shopId: string): Promise<void> {
    const last = this.lastRenewal.get(shopId) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() - last < RENEWAL_MS) return;
    this.lastRenewal.set(shopId, performance.now());
    await this.renewal.renew(shopId);
  }
}
