import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../platform/http/fields';
import { giftCard, soldLine } from './order.fields';

const line = z.discriminatedUnion('kind', [
  soldLine,
  giftCard.extend({ kind: z.literal('gift_card') }),
]);

export type AddLineRequest = z.output<typeof line>;

/** What is to be added to an open order. */
export class AddLineDto extends createZodDto(
  z.strictObject({ line, expectedVersion }).meta({
    example: {
      line: { kind: 'product', catalogId: '0198a3c2-91f7-7d03-a6c8-5b0e7f2a4c19', quantity: 1 },
    },
  }),
) {}
