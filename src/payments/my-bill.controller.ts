import { Body, Controller, Get, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequireIdempotencyKey, Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { OPENING_PROBLEMS, PROVIDER_PROBLEMS } from './checkout.problems';
import {
  MY_BILL_CHOICES_EXAMPLE,
  MyBillChoicesResponse,
  MyReceiptResponse,
  SetMyTipDto,
} from './dto/my-bill.dto';
import { OPEN_ORDER_EXAMPLE, OrderResponse } from './dto/order.response';
import {
  PAYMENT_EXAMPLE,
  PROVIDER_PAYMENT_EXAMPLE,
  TakenPaymentResponse,
} from './dto/payment.response';
import { PayMyBillDto } from './dto/take-payment.dto';
import { MyBill } from './my-bill.service';
import {
  ORDER_HAS_PAYMENTS,
  ORDER_NOT_FOUND,
  ORDER_NOT_OPEN,
  ORDER_VERSION_STALE,
} from './order.problems';
import { PAYMENT_NOT_CANCELLABLE, PAYMENT_NOT_FOUND, PAYMENT_UNDER_WAY } from './payment.problems';
import { TIP_OVER_LIMIT, TIP_WITHOUT_BARBER } from './pricing/pricing.problems';
import { RECEIPT_NOT_FOUND } from './receipts/receipt.problems';
import { originOf } from './receipts/receipt-answer';

const PAYMENT_ID = { paymentId: PAYMENT_EXAMPLE.id };

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

  @Post('bill')
  @Roles('customer')
  @Operation({
    summary: 'Ask for my bill',
    description:
      'Once the ticket is completed: opens its bill at the prices of joining, or answers with the ' +
      'one that the barber has begun.',
    status: 201,
    response: OrderResponse,
    example: OPEN_ORDER_EXAMPLE,
    problems: OPENING_PROBLEMS,
    idempotency: 'optional',
  })
  open(@FromRequest() command: Command): Promise<OrderResponse> {
    return this.bill.open(command);
  }

  @Get('bill/choices')
  @Roles('customer')
  @Operation({
    summary: 'Show the tips and ways to pay that I can choose',
    response: MyBillChoicesResponse,
    example: MY_BILL_CHOICES_EXAMPLE,
    problems: [ORDER_NOT_FOUND],
  })
  choices(@FromRequest() command: Command): Promise<MyBillChoicesResponse> {
    return this.bill.choices(command);
  }

  @Put('tip')
  @Roles('customer')
  @Operation({
    summary: 'Set my tip',
    requestExample: { tip: { kind: 'percent', basisPoints: 2000 }, expectedVersion: 1 },
    response: OrderResponse,
    example: { ...OPEN_ORDER_EXAMPLE, version: 2 },
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_OPEN,
      ORDER_VERSION_STALE,
      ORDER_HAS_PAYMENTS,
      PAYMENT_UNDER_WAY,
      TIP_OVER_LIMIT,
      TIP_WITHOUT_BARBER,
    ],
  })
  setTip(@FromRequest() command: Command, @Body() body: SetMyTipDto): Promise<OrderResponse> {
    return this.bill.setTip(command, body);
  }

  @Get('receipt')
  @Roles('customer')
  @Operation({
    summary: 'Find my receipt',
    description: 'The link to its page, once the bill is paid.',
    response: MyReceiptResponse,
    example: { number: 412, link: 'https://shop.example/r/01J9ZK.c2lnbmVk' },
    problems: [ORDER_NOT_FOUND, RECEIPT_NOT_FOUND],
  })
  receipt(
    @FromRequest() command: Command,
    @Req() request: FastifyRequest,
  ): Promise<MyReceiptResponse> {
    return this.bill.receipt(command, originOf(request));
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
    params: PAYMENT_ID,
  })
  showPayment(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.bill.showPayment(command, paymentId);
  }

  @Post('payments/:paymentId/cancel')
  @Roles('customer')
  @Operation({
    summary: 'Pay another way after all',
    description: 'Gives up my payment while I have not approved it.',
    response: TakenPaymentResponse,
    example: { ...PROVIDER_PAYMENT_EXAMPLE, state: 'voided', action: null, expiresAt: null },
    problems: [ORDER_NOT_FOUND, PAYMENT_NOT_FOUND, PAYMENT_NOT_CANCELLABLE],
    params: PAYMENT_ID,
    idempotency: 'optional',
  })
  cancelPayment(
    @FromRequest() command: Command,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.bill.cancelPayment(command, paymentId);
  }
}
