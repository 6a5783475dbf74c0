import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { accountOf } from '../chart-of-accounts.rules';
import { JOURNAL_ENTRY_KINDS } from '../journal-entry.rules';
import type { PostingRow } from '../posting.repository';

const postingRow = z.object({
  entryNumber: z.int().describe('Its entry: GET /v1/ledger/entries/{number}.'),
  line: z.int(),
  kind: z.enum(JOURNAL_ENTRY_KINDS),
  businessDay: z.iso.date(),
  effectiveAt: moment,
  orderId: z.uuid().nullable(),
  accountCode: z.string(),
  accountName: z.string(),
  amountCents: z.int().describe('A debit is positive, a credit negative.'),
  barberId: z.uuid().nullable(),
  tender: z.string().nullable(),
  orderLineId: z.uuid().nullable(),
  taxBasisPoints: z.int().nullable(),
});

/** Postings of a filter, page by page, and what all of them add up to. */
const postingPage = z.object({
  sumCents: z.int().describe('Of all postings, not of this page alone.'),
  items: z.array(postingRow),
  nextCursor: z.string().nullable().describe('Send as "cursor" for the next page; null: the end'),
});

export type PostingResponse = z.output<typeof postingRow>;
export class PostingPageResponse extends createZodDto(postingPage) {}

export function toPostingResponse(row: PostingRow): PostingResponse {
  return {
    ...row,
    kind: row.kind as PostingResponse['kind'],
    accountName: accountOf(row.accountCode).name,
    effectiveAt: toMoment(row.effectiveAt),
  };
}

export const POSTING_EXAMPLE: PostingResponse = {
  entryNumber: 7,
  line: 2,
  kind: 'sale',
  businessDay: '2026-03-28',
  effectiveAt: '2026-03-28T10:12:00.000Z',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  accountCode: '4010',
  accountName: 'Service sales',
  amountCents: -2667,
  barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
  tender: null,
  orderLineId: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d4',
  taxBasisPoints: null,
};
