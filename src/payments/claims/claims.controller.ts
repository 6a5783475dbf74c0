import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import {
  PAYMENT_EXAMPLE,
  type PaymentResponse,
  TakenPaymentResponse,
} from '../dto/payment.response';
import { ORDER_NOT_FOUND } from '../order.problems';
import { PAYMENT_NOT_CLAIMED, PAYMENT_NOT_FOUND } from '../payment.problems';
import { ClaimsService } from './claims.service';
import { ClaimPageResponse, ListClaimsQuery, RejectClaimDto } from './dto/claim.dto';

const CLAIM_EXAMPLE = {
  ...PAYMENT_EXAMPLE,
  tender: 'venmo' as const,
  state: 'claimed' as const,
  tenderedCents: null,
  changeCents: null,
  reference: 'Dan B.',
};
const PAYMENT_ID = { paymentId: PAYMENT_EXAMPLE.id };

/** Payments from phone to phone, until somebody has seen them arrive. */
@ApiTags('orders')
@Observed()
@Controller('v1/payments')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Get('claims')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the payments that customers claim to have sent',
    description: 'Oldest first. Each must be confirmed or rejected before the day is closed.',
    response: ClaimPageResponse,
    example: { items: [CLAIM_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListClaimsQuery,
  ): Promise<Page<PaymentResponse>> {
    return this.claims.list(command.shopId, query);
  }

  @Post(':paymentId/confirm')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Confirm that a claimed payment has arrived',
    description:
      'Look into the app first. The payment then pays its order. Barbers decide on those of their ' +
      'own tickets.',
    response: TakenPaymentResponse,
    example: { ...CLAIM_EXAMPLE, state: 'captured', orderState: 'paid', dueCents: 0 },
    problems: [PAYMENT_NOT_FOUND, PAYMENT_NOT_CLAIMED, ORDER_NOT_FOUND],
    params: PAYMENT_ID,
    idempotency: 'optional',
  })
  confirm(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.claims.confirm(command, paymentId);
  }

  @Post(':paymentId/reject')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Say that a claimed payment has not come',
    description: 'Its amount is due again.',
    response: TakenPaymentResponse,
    example: { ...CLAIM_EXAMPLE, state: 'declined', orderState: 'open', dueCents: 3840 },
    problems: [PAYMENT_NOT_FOUND, PAYMENT_NOT_CLAIMED, ORDER_NOT_FOUND],
    params: PAYMENT_ID,
    idempotency: 'optional',
  })
  reject(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
    @Body() body: RejectClaimDto,
  ): Promise<TakenPaymentResponse> {
    return this.claims.reject(command, paymentId, body.reason);
  }
}
