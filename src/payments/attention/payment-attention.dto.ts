import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { line } from '../../platform/http/fields';
import { pageQuery, pageResponse } from '../../platform/http/pagination';
import { payment } from '../dto/payment.response';

export class ListAttentionQuery extends createZodDto(z.strictObject(pageQuery)) {}

/** Payments that a person should look at, the oldest first. */
export class AttentionPageResponse extends createZodDto(pageResponse(payment)) {}

export class ResolvePaymentDto extends createZodDto(
  z.strictObject({
    verdict: z
      .enum(['captured', 'not_captured', 'dispute_won', 'dispute_lost', 'seen'])
      .describe(
        "What the provider's own pages say: the money is there, it certainly is not, the dispute is " +
          'won or lost, or there is nothing to change here.',
      ),
    reason: line(200).meta({ example: 'Found in the PayPal account as 3C67..., 18.40 GBP' }),
  }),
) {}
