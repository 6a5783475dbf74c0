import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Limited, Public } from '../auth/roles.decorator';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Operation } from '../platform/http/operation.decorator';
import { PAYMENT_NOT_FOUND } from './payment.problems';
import { PaymentReturn } from './payment-return.service';

/** A payment as its customer's browser may know it, by the link that the provider led back to. */
export class PaymentReturnResponse extends createZodDto(
  z.object({
    outcome: z
      .enum(['waiting', 'paid', 'promised', 'in_doubt', 'failed'])
      .describe('`promised`: the provider has said yes, and the money is still to come.'),
    amountCents: z.int(),
    currency: z.string(),
    shopName: z.string(),
  }),
) {}

/** Where customers come back to from PayPal and Cash App. */
@ApiTags('public')
@Controller('v1/public/payments')
export class PaymentReturnController {
  constructor(private readonly returning: PaymentReturn) {}

  @Get(':returnToken')
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'Tell a customer who comes back from the provider how the payment stands',
    description: 'The token stands in the address that the provider led back to.',
    response: PaymentReturnResponse,
    example: {
      ...{ outcome: 'paid', amountCents: 3840, currency: 'GBP', shopName: 'Fade & Co' },
    },
    problems: [PAYMENT_NOT_FOUND, RATE_LIMITED],
    params: { returnToken: '3q2-7wAAvGfQhM0YzW1xR8sKcE5tPdLn' },
  })
  show(@Param('returnToken') returnToken: string): Promise<PaymentReturnResponse> {
    return this.returning.show(returnToken);
  }
}
