import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { DRAWER_TOO_LITTLE } from '../drawer/drawer.problems';
import { ORDER_NOT_FOUND } from '../order.problems';
import { REFUND_EXAMPLE, RefundListResponse } from './dto/refund.response';
import { RefundOrderDto } from './dto/refund-order.dto';
import {
  ORDER_NOT_PAID,
  PAYMENT_NOT_REFUNDABLE,
  REFUND_CURRENCY_DIFFERS,
  REFUND_GIFT_CARD_IN_PART,
  REFUND_LINE_UNKNOWN,
  REFUND_NOTHING_LEFT,
  REFUND_OVER_LIMIT,
  REFUND_OVER_REMAINING,
} from './refund.problems';
import { RefundQueries } from './refund-queries.service';
import { RefundsService } from './refunds.service';

/** Money that goes back. */
@ApiTags('refunds')
@Observed()
@Controller('v1/orders/:orderId/refunds')
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly queries: RefundQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the refunds of an order',
    response: RefundListResponse,
    example: { items: [REFUND_EXAMPLE] },
    problems: [ORDER_NOT_FOUND],
    params: { orderId: REFUND_EXAMPLE.orderId },
  })
  list(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
  ): Promise<RefundListResponse> {
    return this.queries.list(command, orderId);
  }

  @Post()
  @Roles('owner', 'manager')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Give back lines, an amount, or all of a paid order',
    description:
      'The way the money came or as store credit, never more than was paid. Commission, tax, tip ' +
      'and drawer follow. A split payment is given back by each payment; every one is a refund ' +
      'of its own in the answer.',
    status: 201,
    response: RefundListResponse,
    requestExample: { amountCents: 3200, tip: 'keep', reason: REFUND_EXAMPLE.reason },
    example: { items: [REFUND_EXAMPLE] },
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_PAID,
      REFUND_CURRENCY_DIFFERS,
      REFUND_LINE_UNKNOWN,
      REFUND_NOTHING_LEFT,
      REFUND_OVER_REMAINING,
      REFUND_OVER_LIMIT,
      PAYMENT_NOT_REFUNDABLE,
      REFUND_GIFT_CARD_IN_PART,
      DRAWER_TOO_LITTLE,
    ],
    params: { orderId: REFUND_EXAMPLE.orderId },
    idempotency: 'required',
  })
  refund(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: RefundOrderDto,
  ): Promise<RefundListResponse> {
    return this.refunds.refund(command, orderId, body);
  }
}
