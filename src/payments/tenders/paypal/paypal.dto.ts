import { z } from 'zod';
import { amountCents } from '../../../platform/http/fields';

/** The customer pays on PayPal's page, by the link in the answer. */
export const paypalRequest = z.strictObject({
  tender: z.literal('paypal'),
  amountCents: amountCents.min(1).optional().describe('What it pays of the order; absent: all.'),
});
