import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { ORDER_EXAMPLE, type OrderResponse, order } from '../../dto/order.response';
import type { JournalEntryEntity } from '../journal-entry.entity';
import { ENTRY_SOURCE_KINDS } from '../journal-entry.rules';
import type { PostingEntity } from '../posting.entity';
import {
  JOURNAL_ENTRY_EXAMPLE,
  journalEntry,
  toJournalEntryResponse,
} from './journal-entry.response';

/** An entry with all that it comes from. */
export class EntryDetailsResponse extends createZodDto(
  journalEntry.extend({
    recordedAt: moment.describe('Later than "effectiveAt" for what was learned after the close.'),
    reversesNumber: z.int().nullable(),
    reversedByNumber: z.int().nullable(),
    source: z.object({ kind: z.enum(ENTRY_SOURCE_KINDS), id: z.uuid() }).nullable(),
    previousHash: z.string(),
    hash: z.string().describe('SHA-256 over the entry, its postings and "previousHash".'),
    order: order.nullable(),
    ticket: z.object({ id: z.uuid(), number: z.int(), businessDay: z.iso.date() }).nullable(),
  }),
) {}

export function toEntryDetails(
  entity: JournalEntryEntity,
  parts: {
    readonly postings: readonly PostingEntity[];
    readonly reversedByNumber: number | null;
    readonly order: OrderResponse | null;
    readonly ticket: EntryDetailsResponse['ticket'];
  },
): EntryDetailsResponse {
  const { sourceKind, sourceId } = entity;
  return {
    ...toJournalEntryResponse(entity, parts.postings),
    recordedAt: toMoment(entity.recordedAt),
    reversesNumber: entity.reversesNumber,
    reversedByNumber: parts.reversedByNumber,
    source: sourceKind === null || sourceId === null ? null : { kind: sourceKind, id: sourceId },
    previousHash: entity.previousHash,
    hash: entity.hash,
    order: parts.order,
    ticket: parts.ticket,
  };
}

export const ENTRY_DETAILS_EXAMPLE: EntryDetailsResponse = {
  ...JOURNAL_ENTRY_EXAMPLE,
  recordedAt: JOURNAL_ENTRY_EXAMPLE.effectiveAt,
  reversesNumber: null,
  reversedByNumber: null,
  source: null,
  previousHash: '0'.repeat(64),
  hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  order: ORDER_EXAMPLE,
  ticket: {
    id: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21',
    number: 7,
    businessDay: '2026-03-28',
  },
};
