import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { PROVIDER_PROBLEMS } from './checkout.problems';
import { OPEN_ORDER_EXAMPLE, OrderResponse } from './dto/order.response';
import {
  PAYMENT_EXAMPLE,
  PROVIDER_PAYMENT_EXAMPLE,
  TakenPaymentResponse,
} from './dto/payment.response';
import { PayMyBillDto } from './dto/take-payment.dto';
import { MyBill } from './my-bill.service';
import { ORDER_NOT_FOUND, ORDER_NOT_OPEN } from './order.problems';
import { PAYMENT_NOT_FOUND, PAYMENT_UNDER_WAY } from './payment.problems';

/** The bill of the customer who holds a ticket's link. What is to be paid is never theirs to say. */
@ApiTags('my ticket')
@Observed()
@Controller('v1/my-ticket')
export class MyBillController {
  constructor(private readonly bill: MyBill) {}

  @Get('bill')
  @Roles('customer')
  @Operation({
    summary: 'Show my bill',
    response: OrderResponse,
    example: OPEN_ORDER_EXAMPLE,
    problems: [ORDER_NOT_FOUND],
  })
  show(@FromRequest() command: Command): Promise<OrderResponse> {
    return this.bill.show(command);
  }

  @Post('payments')
  @Roles('customer')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Pay my bill',
    description:
      'All that is due, by the tender chosen. The answer says in "action" where to approve; then ' +
      'look at the payment until it is captured.',
    status: 201,
    response: TakenPaymentResponse,
    example: PROVIDER_PAYMENT_EXAMPLE,
    problems: [ORDER_NOT_FOUND, ORDER_NOT_OPEN, PAYMENT_UNDER_WAY, ...PROVIDER_PROBLEMS],
    idempotency: 'required',
  })
  pay(
    @FromRequest() command: Command,
    @Body() { tender }: PayMyBillDto,
  ): Promise<TakenPaymentResponse> {
    return this.bill.pay(command, tender);
  }

  @Get('payments/:paymentId')
  @Roles('customer')
  @Operation({
    summary: 'Show how my payment stands',
    response: TakenPaymentResponse,
    example: PROVIDER_PAYMENT_EXAMPLE,
    problems: [ORDER_NOT_FOUND, PAYMENT_NOT_FOUND],
    params: { paymentId: PAYMENT_EXAMPLE.id },
  })
  showPayment(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.bill.showPayment(command, paymentId);
  }
}
