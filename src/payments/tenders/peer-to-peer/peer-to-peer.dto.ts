import { z } from 'zod';
import { amountCents, line } from '../../../platform/http/fields';

const fields = {
  amountCents: amountCents
    .min(1)
    .optional()
    .describe('What it is to pay; absent: all that is due.'),
  payer: line(60)
    .optional()
    .describe('Who sent it, as the app will show it; helps to find it there.')
    .meta({ example: 'Dan B.' }),
};

export const venmoRequest = z.strictObject({ tender: z.literal('venmo'), ...fields });
export const zelleRequest = z.strictObject({ tender: z.literal('zelle'), ...fields });
export const cashTagRequest = z.strictObject({ tender: z.literal('cash_tag'), ...fields });

export type VenmoRequest = z.output<typeof venmoRequest>;
export type ZelleRequest = z.output<typeof zelleRequest>;
export type CashTagRequest = z.output<typeof cashTagRequest>;
