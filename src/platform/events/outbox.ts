import type { Command } from '../database/command';
import type { Reader, Writer } from '../database/sql';
import type { NewEvent, RecordedEvent } from './event';
import { EventEntity, EventSequenceEntity } from './event.entity';

/**
 * Writes a unit's events with the next sequence numbers of its shop. Called at the end of the
 * unit, inside it: the numbers are taken only by units that commit, so they have no gaps.
 */
export async function appendEvents(
  writer: Writer,
  command: Command,
  at: number,
  events: readonly (NewEvent & { readonly id: string })[],
): Promise<RecordedEvent[]> {
  if (events.length === 0) return [];
  const rows = await writer.query<{ last_sequence: number }>(
    `INSERT INTO event_sequences (shop_id, last_sequence) VALUES (?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET last_sequence =
       event_sequences.last_sequence + excluded.last_sequence
     RETURNING last_sequence`,
    [command.shopId, events.length],
  );
  const last = Number(rows[0]?.last_sequence);

  const recorded = events.map(
    (event, index): RecordedEvent => ({
      shopId: command.shopId,
      sequence: last - events.length + 1 + index,
      id: event.id,
      type: event.type,
      occurredAt: at,
      traceId: command.traceId,
      actor: command.actor,
      ticketId: event.ticketId ?? null,
      barberIds: event.barberIds ?? [],
      data: event.data,
    }),
  );
  for (const event of recorded) await writer.insert(EventEntity, event);
  return recorded;
}

/** Events of a shop after a sequence number, oldest first. */
export async function readEventsAfter(
  reader: Reader,
  shopId: string,
  sequence: number,
  limit: number,
): Promise<RecordedEvent[]> {
  return reader.select(
    EventEntity,
    'WHERE shop_id = ? AND sequence > ? ORDER BY sequence LIMIT ?',
    [shopId, sequence, limit],
  );
}

/** The last committed sequence of a shop; 0 before its first event. */
export async function readLastSequence(reader: Reader, shopId: string): Promise<number> {
  const row = await reader.findOne(EventSequenceEntity, { shopId });
  return row?.lastSequence ?? 0;
}
