import { z } from 'zod';
import { moment } from '../../../platform/http/fields';
import { DayReportResponse } from '../../dto/day-report.response';
import { OPEN_ITEM_KINDS } from '../open-items.rules';

const openItem = z.object({
  kind: z.enum(OPEN_ITEM_KINDS),
  id: z.string(),
  label: z.string(),
  amountCents: z.int().nullable(),
});

/** The report of a closed day, whole: what is stored, hashed and printed. */
export const closedDay = z.object({
  form: z.literal('fusion.day.1'),
  shopId: z.string(),
  shopName: z.string(),
  businessDay: z.iso.date(),
  version: z.int().describe('1, or more after the day was reopened.'),
  reopenReason: z.string().nullable().describe('Why the version before was reopened.'),
  closedAt: moment,
  report: DayReportResponse.schema,
  terminal: z
    .object({
      expectedCents: z.int().describe('By the books.'),
      batchCents: z.int().describe('As the terminal says.'),
      differenceCents: z.int().describe('Batch less expected; booked.'),
    })
    .nullable(),
  drawers: z.array(
    z.object({
      registerId: z.string().nullable(),
      floatCents: z.int(),
      expectedCents: z.int(),
      countedCents: z.int(),
      differenceCents: z.int(),
    }),
  ),
  accounts: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        movementCents: z.int().describe('Debits less credits of the day.'),
        balanceCents: z.int().describe('Debits less credits since the beginning.'),
      }),
    )
    .describe('Every account of the books, as they were when the day was closed.'),
  leftOpen: z.array(openItem.extend({ reason: z.string() })),
  exceptions: z.array(openItem).describe('What a provider has not said yet.'),
  journal: z
    .object({ lastEntryNumber: z.int(), lastEntryHash: z.string() })
    .describe('The journal as far as it went.'),
  previousClose: z
    .object({ businessDay: z.iso.date(), version: z.int(), hash: z.string() })
    .nullable(),
});

export type ClosedDay = z.output<typeof closedDay>;
export { openItem };
