import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/sql';
import { EventEntity } from '../platform/events/event.entity';
import { readLastSequence } from '../platform/events/outbox';

export interface EventFilter {
  readonly type: string | undefined;
  readonly after: number;
  readonly limit: number;
}

/** The committed events, as rows. */
@Injectable()
export class TelemetryRepository {
  /** By index in any case: of all events by number, of one type by type and number. */
  findAfter(reader: Reader, shopId: string, filter: EventFilter): Promise<EventEntity[]> {
    const { type, after, limit } = filter;
    return type === undefined
      ? reader.select(EventEntity, 'WHERE shop_id = ? AND sequence > ? ORDER BY sequence LIMIT ?', [
          shopId,
          after,
          limit,
        ])
      : reader.select(
          EventEntity,
          'WHERE shop_id = ? AND type = ? AND sequence > ? ORDER BY sequence LIMIT ?',
          [shopId, type, after, limit],
        );
  }

  /**
   * The sequence just before the first event of a moment or later. Found by halving, since numbers
   * have no gaps and grow with time: twenty look-ups in a million events and no index needed.
   */
  async sequenceBefore(reader: Reader, shopId: string, at: number): Promise<number> {
    let before = 0;
    let from = (await readLastSequence(reader, shopId)) + 1;
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      const event = await reader.findOne(EventEntity, { shopId, sequence: middle });
      if (event && event.occurredAt >= at) from = middle;
      else before = middle;
    }
    return before;
  }
}
