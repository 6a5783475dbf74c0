import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { decodeCursor, type Page } from '../../platform/http/pagination';
import {
  PAYMENT_EXAMPLE,
  PaymentItemResponse,
  type PaymentResponse,
} from '../dto/payment.response';
import { PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_DOUBT } from '../payment.problems';
import {
  AttentionPageResponse,
  ListAttentionQuery,
  ResolvePaymentDto,
} from './payment-attention.dto';
import { PaymentAttention } from './payment-attention.service';

const cursorKey = z.tuple([z.string()]);

const DOUBTFUL: PaymentResponse = {
  ...PAYMENT_EXAMPLE,
  ...{ tender: 'paypal', state: 'needs_reconciliation', capturedAt: null },
  ...{ tenderedCents: null, changeCents: null, code: 'UNVERIFIED', attention: 'UNVERIFIED' },
};

/** Payments that only a person can tell about. */
@ApiTags('orders')
@Observed()
@Controller('v1/payments')
export class PaymentAttentionController {
  constructor(private readonly attention: PaymentAttention) {}

  @Get('attention')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the payments to verify',
    description:
      'What has been in doubt for a day, what does not fit what was asked for, disputes, and ' +
      "refunds made at the provider's own pages. The oldest first.",
    response: AttentionPageResponse,
    example: { items: [DOUBTFUL], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() { cursor, limit }: ListAttentionQuery,
  ): Promise<Page<PaymentResponse>> {
    return this.attention.list(command.shopId, {
      afterId: decodeCursor(cursor, cursorKey)?.[0],
      limit,
    });
  }

  @Post(':paymentId/resolve')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Say what became of a payment in doubt',
    description:
      'Look it up at the provider first. "captured" pays the order and books it, "not_captured" ' +
      'frees the order for another payment, "dispute_won" and "dispute_lost" end a dispute in the ' +
      'books, "seen" takes it off the list. The reason is kept.',
    response: PaymentItemResponse,
    example: { ...DOUBTFUL, state: 'declined', code: 'RESOLVED_BY_HAND', attention: null },
    requestExample: { verdict: 'not_captured', reason: 'Not in the PayPal account' },
    problems: [PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_DOUBT],
    params: { paymentId: PAYMENT_EXAMPLE.id },
    idempotency: 'optional',
  })
  resolve(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
    @Body() body: ResolvePaymentDto,
  ): Promise<PaymentResponse> {
    return this.attention.resolve(command, paymentId, body);
  }
}
