import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../platform/http/fields';
import { pageQuery, pageResponse } from '../../platform/http/pagination';

const figurePosting = z.object({
  entryNumber: z.int().describe('Its entry: GET /v1/ledger/entries/{number}.'),
  line: z.int(),
  kind: z.string(),
  effectiveAt: moment,
  orderId: z.uuid().nullable(),
  accountCode: z.string(),
  accountName: z.string(),
  amountCents: z.int().describe('What it adds to the figure.'),
  barberId: z.uuid().nullable(),
  tender: z.string().nullable(),
});

/** A figure of a report, and the postings that it is the sum of. */
export class FigureResponse extends createZodDto(
  pageResponse(figurePosting).extend({
    figure: z.string(),
    amountCents: z.int().describe('Of all postings, not of this page alone.'),
  }),
) {}

export class FigureParameters extends createZodDto(
  z.object({ businessDay: z.iso.date(), figure: z.string().max(100) }),
) {}

export class FigureQuery extends createZodDto(z.strictObject({ ...pageQuery })) {}

export const FIGURE_POSTING_EXAMPLE: FigureResponse['items'][number] = {
  entryNumber: 7,
  line: 2,
  kind: 'sale',
  effectiveAt: '2026-03-28T10:12:00.000Z',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  accountCode: '4010',
  accountName: 'Service sales',
  amountCents: 2667,
  barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
  tender: null,
};
