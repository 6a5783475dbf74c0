import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { TENDERS } from '../tenders/tender.rules';

const tender = z.object({
  tender: z.enum(TENDERS),
  isAvailable: z.boolean().describe('Whether it can be offered now.'),
  unavailable: z
    .object({
      reason: z.enum(['settings_missing', 'credentials_refused', 'unreachable', 'currency']),
      details: z.array(z.string()).describe('Names of settings, or codes of what happened.'),
    })
    .nullable()
    .describe('Why not; null when it can.'),
  capabilities: z.object({
    tipAfter: z.boolean().describe('A tip may be added after the payment has been approved.'),
    refund: z.boolean().describe('Money can go back the way it came.'),
    partial: z.boolean().describe('It may pay a part of an order, beside others.'),
    offline: z.boolean().describe('It works while the shop has no internet.'),
  }),
});

/** The ways to pay that the till may offer. */
export class TenderListResponse extends createZodDto(z.object({ items: z.array(tender) })) {}

/** What the terminal has taken, to be held against its batch report. */
export class TerminalTotalResponse extends createZodDto(
  z.object({ businessDay: z.string(), payments: z.int(), totalCents: z.int() }),
) {}

export class TerminalTotalQuery extends createZodDto(
  z.strictObject({ businessDay: z.iso.date().optional().describe('Absent: today.') }),
) {}
