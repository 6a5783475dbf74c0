import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import { TENDERS } from '../../tenders/tender.rules';
import { accountOf } from '../chart-of-accounts.rules';
import type { JournalEntryEntity } from '../journal-entry.entity';
import { JOURNAL_ENTRY_KINDS } from '../journal-entry.rules';
import type { PostingEntity } from '../posting.entity';

const posting = z.object({
  line: z.int(),
  accountCode: z.string().describe('Of a barber: "2310:" or "2320:" and the id.'),
  accountName: z.string(),
  amountCents: z.int().describe('A debit is positive, a credit negative.'),
  barberId: z.uuid().nullable(),
  tender: z.enum(TENDERS).nullable(),
  orderLineId: z.uuid().nullable(),
  taxBasisPoints: z.int().nullable(),
});

export const journalEntry = z.object({
  number: z.int().describe('1, 2, 3, ... without gaps.'),
  id: z.uuid(),
  kind: z.enum(JOURNAL_ENTRY_KINDS),
  businessDay: z.iso.date(),
  effectiveAt: moment,
  orderId: z.uuid().nullable(),
  paymentId: z.uuid().nullable(),
  postings: z.array(posting).describe('Together zero.'),
});

/** An entry of the journal with its postings. */
export type JournalEntryResponse = z.output<typeof journalEntry>;
export class JournalEntryPageResponse extends createZodDto(pageResponse(journalEntry)) {}

export function toJournalEntryResponse(
  entity: JournalEntryEntity,
  postings: readonly PostingEntity[],
): JournalEntryResponse {
  return {
    number: entity.number,
    id: entity.id,
    kind: entity.kind,
    businessDay: entity.businessDay,
    effectiveAt: toMoment(entity.effectiveAt),
    orderId: entity.orderId,
    paymentId: entity.paymentId,
    postings: postings.map((one) => ({
      line: one.line,
      accountCode: one.accountCode,
      accountName: accountOf(one.accountCode).name,
      amountCents: one.amountCents,
      barberId: one.barberId,
      tender: one.tender,
      orderLineId: one.orderLineId,
      taxBasisPoints: one.taxBasisPoints,
    })),
  };
}

const POSTING_EXAMPLE = {
  barberId: null,
  tender: null,
  orderLineId: null,
  taxBasisPoints: null,
};

export const JOURNAL_ENTRY_EXAMPLE: JournalEntryResponse = {
  number: 1,
  id: '0198c5f1-2c12-7a3b-9c4d-5e6f7a8b9c0d',
  kind: 'sale',
  businessDay: '2026-03-28',
  effectiveAt: '2026-03-28T10:12:00.000Z',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  paymentId: null,
  postings: [
    {
      ...POSTING_EXAMPLE,
      line: 0,
      accountCode: '1010',
      accountName: 'Cash drawer',
      amountCents: 1450,
      tender: 'cash',
    },
    {
      ...POSTING_EXAMPLE,
      line: 1,
      accountCode: '4020',
      accountName: 'Product sales',
      amountCents: -1450,
      orderLineId: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d4',
    },
  ],
};
