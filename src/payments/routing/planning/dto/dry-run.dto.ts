import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { TENDERS } from '../../../tenders/tender.rules';
import { CUSTOMER_KINDS } from '../route-plan.types';

/** A payment that might be. */
export class DryRunDto extends createZodDto(
  z.strictObject({
    tender: z.enum(TENDERS).meta({ example: 'paypal' }),
    amountCents: z.number().int().min(1).max(100_000_000).meta({ example: 4000 }),
    serviceIds: z.array(z.uuid()).max(50).default([]),
    barberIds: z
      .array(z.uuid().nullable())
      .max(50)
      .default([])
      .describe('Of the bill’s lines; null for one that is nobody’s, such as a tin of wax.'),
    customer: z.enum(CUSTOMER_KINDS).nullable().default(null),
    at: z.iso
      .datetime({ offset: true })
      .transform((text) => Date.parse(text))
      .optional()
      .describe('When it would be; now, if not said.')
      .meta({ example: '2026-03-28T14:30:00Z' }),
  }),
) {}
