import { z } from 'zod';
import { amountCents } from '../../../platform/http/fields';
import { code } from '../../stored-value/dto/stored-value.dto';

const fields = {
  amountCents: amountCents
    .min(1)
    .optional()
    .describe('What it is to pay; absent: all that is due, as far as the balance goes.'),
  code,
};

export const giftCardRequest = z
  .strictObject({ tender: z.literal('gift_card'), ...fields })
  .meta({ example: { tender: 'gift_card', code: '9F3K-2M7T-XW4B-7KQ2' } });

export const storeCreditRequest = z
  .strictObject({ tender: z.literal('store_credit'), ...fields })
  .meta({ example: { tender: 'store_credit', code: 'C4VN-80PW-2ZTE-M3HD' } });

export type GiftCardRequest = z.output<typeof giftCardRequest>;
export type StoreCreditRequest = z.output<typeof storeCreditRequest>;
