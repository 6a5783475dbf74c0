import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import type { EventEntity } from '../platform/events/event.entity';
import { readLastSequence } from '../platform/events/outbox';
import { toMoment } from '../platform/http/fields';
import type { TelemetryQuery, TelemetryResponse } from './telemetry.dto';
import { TelemetryRepository } from './telemetry.repository';

/** The durable feed of what happened: for integrators, and for looking back. */
@Injectable()
export class TelemetryService {
  constructor(
    private readonly database: Database,
    private readonly events: TelemetryRepository,
  ) {}

  async list(shopId: string, query: TelemetryQuery): Promise<TelemetryResponse> {
    const { reader } = this.database;
    const { type, since, limit } = query;
    const sinceSequence =
      since === undefined ? 0 : await this.events.sequenceBefore(reader, shopId, Date.parse(since));
    const after = Math.max(query.after, sinceSequence);
    // The head is read first: whatever is committed meanwhile belongs to the next page.
    const lastSequence = await readLastSequence(reader, shopId);
    const rows = await this.events.findAfter(reader, shopId, { type, after, limit });
    const isLastPage = rows.length < limit;
    return {
      items: rows.map(toRecordedEvent),
      nextAfter: isLastPage
        ? Math.max(after, lastSequence, rows.at(-1)?.sequence ?? 0)
        : (rows.at(-1)?.sequence ?? after),
      lastSequence,
    };
  }
}

function toRecordedEvent(row: EventEntity): TelemetryResponse['items'][number] {
  return {
    sequence: row.sequence,
    id: row.id,
    type: row.type,
    occurredAt: toMoment(row.occurredAt),
    traceId: row.traceId,
    actor: row.actor,
    ticketId: row.ticketId,
    barberIds: [...row.barberIds],
    data: row.data as Record<string, unknown>,
  };
}
