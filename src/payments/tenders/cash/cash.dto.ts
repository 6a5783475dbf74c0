import { z } from 'zod';
import { amountCents, registerId } from '../../../platform/http/fields';

export const cashRequest = z
  .strictObject({
    tender: z.literal('cash'),
    amountCents: amountCents
      .min(1)
      .optional()
      .describe('What it is to pay; absent: all that is due.'),
    tenderedCents: amountCents.describe('What the customer hands over; the rest is change.'),
    registerId: registerId.optional(),
  })
  .meta({ example: { tender: 'cash', tenderedCents: 5000 } });

export type CashRequest = z.output<typeof cashRequest>;
