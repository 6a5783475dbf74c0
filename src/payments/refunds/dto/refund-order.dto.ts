import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, line, registerId } from '../../../platform/http/fields';
import { REFUND_DESTINATIONS } from '../refund.rules';

const REFUNDED_LINES_MAX = 100;
const REFUNDED_PAYMENTS_MAX = 20;

const amount = amountCents.min(1);

export class RefundOrderDto extends createZodDto(
  z
    .strictObject({
      lines: z
        .array(
          z.strictObject({
            lineId: z.uuid(),
            amountCents: amount.optional().describe('Tax included; absent: all that is left.'),
          }),
        )
        .min(1)
        .max(REFUNDED_LINES_MAX)
        .optional()
        .describe('What is given back; with neither this nor an amount: all there is.'),
      amountCents: amount.optional().describe('Divided over all lines by what is left of each.'),
      tip: z
        .enum(['keep', 'return'])
        .default('keep')
        .describe('Whether the tip that belongs to it goes back as well.'),
      destination: z
        .enum(REFUND_DESTINATIONS)
        .default('original')
        .describe('The way that the money came, or a store credit.'),
      payments: z
        .array(z.strictObject({ paymentId: z.uuid(), amountCents: amount }))
        .min(1)
        .max(REFUNDED_PAYMENTS_MAX)
        .optional()
        .describe('How much goes back by each payment; absent: in proportion to what is left.'),
      registerId: registerId.optional(),
      currency: z.string().length(3).optional().describe('If given, it must be that of the order.'),
      reason: line(120).meta({ example: 'Not happy with the fade' }),
    })
    .refine((wish) => wish.lines === undefined || wish.amountCents === undefined, {
      message: 'Give lines or an amount, not both',
      path: ['amountCents'],
    }),
) {}
