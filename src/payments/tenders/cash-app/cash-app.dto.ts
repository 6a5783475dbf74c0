import { z } from 'zod';
import { amountCents } from '../../../platform/http/fields';

/** The customer scans the code in the answer, or follows its link. */
export const cashAppRequest = z.strictObject({
  tender: z.literal('cash_app'),
  amountCents: amountCents.min(1).optional().describe('What it pays of the order; absent: all.'),
  channel: z
    .enum(['desk', 'browser'])
    .default('desk')
    .describe('Whether the customer looks at our screen or holds a device of their own.'),
});
