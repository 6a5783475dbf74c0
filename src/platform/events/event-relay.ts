import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Database } from '../database/unit-of-work';
import type { RecordedEvent } from './event';
import { EventSequenceEntity } from './event.entity';
import { EventBus } from './event-bus';
import { readEventsAfter } from './outbox';

export type EventListener = (event: RecordedEvent) => void;

const SILENCE_MS = 1_000;
const CATCH_UP_PAGE = 500;

/**
 * The mailbox: delivers every event committed since the start, of every shop, in sequence order
 * and once, to each listener of this process. A ring with the next number is delivered as it
 * comes; after a gap or a second of silence the database is read.
 */
@Injectable()
export class EventRelay
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger(EventRelay.name);
  private readonly listeners = new Set<EventListener>();
  /** Last delivered sequence of each shop. */
  private readonly delivered = new Map<string, number>();
  private readonly catchingUp = new Set<string>();
  private stopListening?: () => void;
  private timer?: NodeJS.Timeout;
  private listenerFailures = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const row of await this.readHeads()) this.delivered.set(row.shopId, row.lastSequence);
    this.stopListening = this.bus.subscribe((events) => this.onRing(events));
    this.timer = setInterval(() => void this.lookForMissed(), SILENCE_MS);
    this.timer.unref();
  }

  /** Reads no more, since the database is about to close; what rings is still delivered. */
  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  onApplicationShutdown(): void {
    this.stopListening?.();
  }

  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sequence of the last event of a shop that listeners have seen. */
  deliveredSequence(shopId: string): number {
    return this.delivered.get(shopId) ?? 0;
  }

  /** How often a listener threw since the start; a metric. */
  get failures(): number {
    return this.listenerFailures;
  }

  private onRing(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const last = this.deliveredSequence(event.shopId);
      if (event.sequence === last + 1) this.deliver(event);
      else if (event.sequence > last + 1) void this.catchUp(event.shopId);
    }
  }

  private async lookForMissed(): Promise<void> {
    try {
      for (const head of await this.readHeads()) {
        if (head.lastSequence > this.deliveredSequence(head.shopId)) {
          await this.catchUp(head.shopId);
        }
      }
    } catch (error) {
      this.logger.error({ event: 'relay.read_failed', err: error });
    }
  }

  private async catchUp(shopId: string): Promise<void> {
    if (this.catchingUp.has(shopId)) return;
    this.catchingUp.add(shopId);
    try {
      for (;;) {
        const last = this.deliveredSequence(shopId);
        const page = await readEventsAfter(this.database.reader, shopId, last, CATCH_UP_PAGE);
        for (const event of page) {
          if (event.sequence === this.deliveredSequence(shopId) + 1) this.deliver(event);
        }
        const isStuck = this.deliveredSequence(shopId) === last;
        if (isStuck || page.length < CATCH_UP_PAGE) break;
      }
    } catch (error) {
      this.logger.error({ event: 'relay.catch_up_failed', shopId, err: error });
    } finally {
      this.catchingUp.delete(shopId);
    }
  }

  private deliver(event: RecordedEvent): void {
    this.delivered.set(event.shopId, event.sequence);
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (error) {
        this.listenerFailures += 1;
        this.logger.error({ event: 'relay.listener_failed', type: event.type, err: error });
      }
    }
  }

  private readHeads(): Promise<EventSequenceEntity[]> {
    return this.database.reader.select(EventSequenceEntity, 'WHERE last_sequence > 0', []);
  }
}
