import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { EventEntity } from '../../platform/events/event.entity';
import { WAIT_MOVING_EVENTS } from './event-causes.policy';

/** Looked back at most this far for a reason; further back, time itself is one. */
const EVENTS_MAX = 200;

/** What happened in a shop that may have moved a wait. */
@Injectable()
export class EstimateEvents {
  /** After a sequence, up to another, oldest first. */
  async findBetween(
    reader: Reader,
    shopId: string,
    after: number,
    upTo: number,
  ): Promise<EventEntity[]> {
    const latest = await reader.select(
      EventEntity,
      `WHERE shop_id = ? AND sequence > ? AND sequence <= ? AND type <> 'ticket.estimate_changed'
       ORDER BY sequence DESC LIMIT ?`,
      [shopId, after, upTo, EVENTS_MAX],
    );
    return latest.filter(({ type }) => WAIT_MOVING_EVENTS.has(type)).reverse();
  }
}
