import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { OPENING_PROBLEMS, PAYING_PROBLEMS, PROVIDER_PROBLEMS } from './checkout.problems';
import { ListOrdersQuery } from './dto/list-orders.query';
import { OpenOrderDto } from './dto/open-order.dto';
import {
  OPEN_ORDER_EXAMPLE,
  ORDER_EXAMPLE,
  OrderPageResponse,
  OrderResponse,
} from './dto/order.response';
import {
  PAYMENT_EXAMPLE,
  PROVIDER_PAYMENT_EXAMPLE,
  TakenPaymentResponse,
} from './dto/payment.response';
import { SetTipDto } from './dto/set-tip.dto';
import { isProviderRequest, type ProviderRequest, TakePaymentDto } from './dto/take-payment.dto';
import { TIP_PRESETS_EXAMPLE, TipPresetsResponse } from './dto/tip-presets.response';
import { VoidOrderDto } from './dto/void-order.dto';
import {
  ORDER_HAS_PAYMENTS,
  ORDER_NOT_FOUND,
  ORDER_NOT_OPEN,
  ORDER_VERSION_STALE,
} from './order.problems';
import { OrderChanges } from './order-changes.service';
import { OrderQueries } from './order-queries.service';
import { OrdersService } from './orders.service';
import { PAYMENT_NOT_CANCELLABLE, PAYMENT_NOT_FOUND, PAYMENT_UNDER_WAY } from './payment.problems';
import { PaymentsService } from './payments.service';
import {
  TIP_BARBER_NOT_ALLOWED,
  TIP_OVER_LIMIT,
  TIP_SHARES_MISMATCH,
  TIP_WITHOUT_BARBER,
} from './pricing/pricing.problems';
import { ProviderPayments } from './provider-payments.service';
import type { TenderRequest } from './tenders/tender-request.dto';

const ORDER_ID = { orderId: ORDER_EXAMPLE.id };
const PAYMENT_IDS = { ...ORDER_ID, paymentId: PAYMENT_EXAMPLE.id };

/** Bills: opened, tipped, paid in one or more parts, or given up. */
@ApiTags('orders')
@Observed()
@Controller('v1/orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly changes: OrderChanges,
    private readonly payments: PaymentsService,
    private readonly providerPayments: ProviderPayments,
    private readonly queries: OrderQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the orders of a day or a ticket',
    response: OrderPageResponse,
    example: { items: [ORDER_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListOrdersQuery,
  ): Promise<Page<OrderResponse>> {
    return this.queries.list(command.shopId, query);
  }

  @Get(':orderId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show an order',
    response: OrderResponse,
    example: ORDER_EXAMPLE,
    problems: [ORDER_NOT_FOUND],
    params: ORDER_ID,
  })
  show(@FromRequest() command: Command, @Param('orderId') orderId: string): Promise<OrderResponse> {
    return this.queries.get(command, orderId);
  }

  @Post()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Open an order',
    description:
      'For a completed ticket, at the prices that its services had when they were chosen, or for ' +
      'things sold without one. An order with nothing to pay is settled at once.',
    status: 201,
    response: OrderResponse,
    example: OPEN_ORDER_EXAMPLE,
    problems: OPENING_PROBLEMS,
    idempotency: 'optional',
  })
  open(@FromRequest() command: Command, @Body() body: OpenOrderDto): Promise<OrderResponse> {
    return this.orders.open(command, body);
  }

  @Put(':orderId/tip')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Set the tip of an order that is not yet paid',
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
      TIP_SHARES_MISMATCH,
      TIP_BARBER_NOT_ALLOWED,
    ],
    params: ORDER_ID,
  })
  setTip(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: SetTipDto,
  ): Promise<OrderResponse> {
    return this.changes.setTip(command, orderId, body);
  }

  @Get(':orderId/tip-presets')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the tips to offer on an order',
    description:
      'Each with its amount and as a part of the services; parts, or amounts where the services ' +
      'cost little. "No tip" is one of them.',
    response: TipPresetsResponse,
    example: TIP_PRESETS_EXAMPLE,
    problems: [ORDER_NOT_FOUND],
    params: ORDER_ID,
  })
  tipPresets(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
  ): Promise<TipPresetsResponse> {
    return this.queries.tipPresets(command, orderId);
  }

  @Post(':orderId/payments')
  @Roles('owner', 'manager', 'barber')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Take a payment',
    requestExample: { tender: 'cash', tenderedCents: 4000 },
    description:
      'All that is due, or a part of it. With the last cent the order is paid: tips are shared, ' +
      'commissions earned, the books written and the ticket closed. With PayPal or Cash App Pay the ' +
      'answer says in "action" where the customer approves: then look at the payment until it is ' +
      'captured.',
    status: 201,
    response: TakenPaymentResponse,
    example: { ...PAYMENT_EXAMPLE, orderState: 'paid', dueCents: 0 },
    problems: [ORDER_NOT_FOUND, ORDER_NOT_OPEN, ...PAYING_PROBLEMS, ...PROVIDER_PROBLEMS],
    params: ORDER_ID,
    idempotency: 'required',
  })
  pay(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: TakePaymentDto,
  ): Promise<TakenPaymentResponse> {
    const request = body as TenderRequest | ProviderRequest;
    return isProviderRequest(request)
      ? this.providerPayments.start(command, orderId, request)
      : this.payments.take(command, orderId, request);
  }

  @Get(':orderId/payments/:paymentId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show how a payment stands',
    description:
      'For the screen that waits for the customer: ask once a second. The provider is asked, too, ' +
      'and an approved payment is taken at once.',
    response: TakenPaymentResponse,
    example: PROVIDER_PAYMENT_EXAMPLE,
    problems: [ORDER_NOT_FOUND, PAYMENT_NOT_FOUND],
    params: PAYMENT_IDS,
  })
  showPayment(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.providerPayments.show(command, orderId, paymentId);
  }

  @Post(':orderId/payments/:paymentId/cancel')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Give up a payment that the customer has not approved',
    description: 'Frees the order for another tender. A later approval is not used, and lapses.',
    response: TakenPaymentResponse,
    example: { ...PROVIDER_PAYMENT_EXAMPLE, state: 'voided', action: null, expiresAt: null },
    problems: [ORDER_NOT_FOUND, PAYMENT_NOT_FOUND, PAYMENT_NOT_CANCELLABLE],
    params: PAYMENT_IDS,
    idempotency: 'optional',
  })
  cancelPayment(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Param('paymentId') paymentId: string,
  ): Promise<TakenPaymentResponse> {
    return this.providerPayments.cancel(command, orderId, paymentId);
  }

  @Post(':orderId/void')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Give up an order on which nothing has been paid',
    description: 'Its ticket may get another one.',
    response: OrderResponse,
    example: { ...OPEN_ORDER_EXAMPLE, state: 'voided', dueCents: 0, version: 2 },
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_OPEN,
      ORDER_VERSION_STALE,
      ORDER_HAS_PAYMENTS,
      PAYMENT_UNDER_WAY,
    ],
    params: ORDER_ID,
    idempotency: 'optional',
  })
  void(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: VoidOrderDto,
  ): Promise<OrderResponse> {
    return this.orders.void(command, orderId, body);
  }
}
