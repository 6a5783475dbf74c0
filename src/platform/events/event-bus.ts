import { Injectable, Logger } from '@nestjs/common';
import type { RecordedEvent } from './event';

export type BusListener = (events: readonly RecordedEvent[]) => void;

/**
 * The doorbell: after a commit an instance hands the committed events to whoever listens. A ring
 * may be lost, doubled or late; the relay makes up for it from the database. A bus must deliver
 * to listeners of its own process at once, whatever its transport does.
 */
@Injectable()
export abstract class EventBus {
  abstract publish(events: readonly RecordedEvent[]): void;
  /** Returns the way to stop listening. */
  abstract subscribe(listener: BusListener): () => void;
}

/** Carries events within one process. */
@Injectable()
export class MemoryEventBus extends EventBus {
  private readonly logger = new Logger(MemoryEventBus.name);
  private readonly listeners = new Set<BusListener>();

  publish(events: readonly RecordedEvent[]): void {
    for (const listener of this.listeners) {
      try {
        listener(events);
      } catch (error) {
        // The change is committed; a listener's fault must not reach whoever made it.
        this.logger.error({ event: 'bus.listener_failed', err: error });
      }
    }
  }

  subscribe(listener: BusListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
