import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { ProviderTenderName } from '../tenders/provider-tender';
import { WebhookEventEntity } from './webhook-event.entity';

type Key = Pick<WebhookEventEntity, 'tender' | 'eventId'>;

/** Rows of events that providers told us of. */
@Injectable()
export class WebhookEventRepository {
  find(reader: Reader, { tender, eventId }: Key): Promise<WebhookEventEntity | null> {
    return reader.findOne(WebhookEventEntity, { tender, eventId });
  }

  due(reader: Reader, nowMs: number, limit: number): Promise<WebhookEventEntity[]> {
    return reader.select(
      WebhookEventEntity,
      `WHERE next_attempt_at IS NOT NULL AND next_attempt_at <= ?
       ORDER BY next_attempt_at LIMIT ?`,
      [nowMs, limit],
    );
  }

  /** When the last event of a provider came; null before the first. */
  async lastReceivedAt(reader: Reader, tender: ProviderTenderName): Promise<number | null> {
    const [row] = await reader.query<{ at: number | null }>(
      'SELECT MAX(received_at) AS at FROM webhook_events WHERE tender = ?',
      [tender],
    );
    return row?.at ?? null;
  }

  insert(writer: Writer, event: WebhookEventEntity): Promise<void> {
    return writer.insert(WebhookEventEntity, event);
  }

  async update(
    writer: Writer,
    { tender, eventId }: Key,
    changes: Partial<WebhookEventEntity>,
  ): Promise<void> {
    await writer.update(WebhookEventEntity, { tender, eventId }, changes);
  }
}
