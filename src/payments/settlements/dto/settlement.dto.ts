import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line } from '../../../platform/http/fields';
import { pageQuery } from '../../../platform/http/pagination';
import { SETTLED_TENDERS, SETTLEMENT_ROW_KINDS } from '../settlement-match.rules';

const ROWS_MAX = 2000;
const CENTS_MAX = 100_000_000;

const signedCents = z.number().int().min(-CENTS_MAX).max(CENTS_MAX);

export class ImportSettlementDto extends createZodDto(
  z.strictObject({
    tender: z.enum(SETTLED_TENDERS),
    reference: line(80).describe('The provider’s name for the file or payout.'),
    periodEnd: z.iso.datetime().describe('What we took until then should be in this file.'),
    rows: z
      .array(
        z.strictObject({
          kind: z.enum(SETTLEMENT_ROW_KINDS),
          providerRef: line(120),
          invoiceId: line(120).optional().describe('What we called it: a payment or an order.'),
          grossCents: signedCents.describe('Below zero for refunds and chargebacks.'),
          feeCents: signedCents,
          netCents: signedCents.describe('Gross less fee.'),
        }),
      )
      .max(ROWS_MAX),
  }),
) {}

export class ListSettlementsQuery extends createZodDto(z.strictObject({ ...pageQuery })) {}
