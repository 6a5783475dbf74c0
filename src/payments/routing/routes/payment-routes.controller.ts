import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../auth/roles.decorator';
import type { Command } from '../../../platform/database/command';
import { FromRequest } from '../../../platform/http/command.decorator';
import { Observed } from '../../../platform/http/observed.decorator';
import { Operation } from '../../../platform/http/operation.decorator';
import { MERCHANT_ACCOUNT_NOT_FOUND } from '../accounts/merchant-account.problems';
import {
  CreatePaymentRouteDto,
  RemovePaymentRouteQuery,
  ReorderPaymentRoutesDto,
  UpdatePaymentRouteDto,
} from './dto/payment-route.dto';
import {
  PAYMENT_ROUTE_EXAMPLE,
  PAYMENT_ROUTING_EXAMPLE,
  PaymentRouteListResponse,
  PaymentRouteResponse,
} from './dto/payment-route.response';
import {
  PAYMENT_ROUTE_LIMITS_CROSSED,
  PAYMENT_ROUTE_NOT_FOUND,
  PAYMENT_ROUTE_ORDER_INCOMPLETE,
  PAYMENT_ROUTE_VERSION_STALE,
  PAYMENT_ROUTING_VERSION_STALE,
} from './payment-route.problems';
import { PaymentRoutesService } from './payment-routes.service';

const ID = { paymentRouteId: PAYMENT_ROUTE_EXAMPLE.id };
const NEW_ROUTE = {
  name: PAYMENT_ROUTE_EXAMPLE.name,
  merchantAccountId: PAYMENT_ROUTE_EXAMPLE.merchantAccountId,
  conditions: { weekdays: [5, 6] },
  transactionMaxCents: 20_000,
  dayMaxCents: 100_000,
};
const LIST_EXAMPLE = { routing: PAYMENT_ROUTING_EXAMPLE, items: [PAYMENT_ROUTE_EXAMPLE] };

/** When payments go to which merchant account. */
@ApiTags('payment routing')
@Observed()
@Controller('v1/payment-routes')
export class PaymentRoutesController {
  constructor(private readonly routes: PaymentRoutesService) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List the payment routes, the first to be tried first',
    response: PaymentRouteListResponse,
    example: LIST_EXAMPLE,
  })
  list(@FromRequest() command: Command): Promise<PaymentRouteListResponse> {
    return this.routes.list(command.shopId);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Add a payment route at the end of the list',
    status: 201,
    response: PaymentRouteResponse,
    example: PAYMENT_ROUTE_EXAMPLE,
    requestExample: NEW_ROUTE,
    problems: [MERCHANT_ACCOUNT_NOT_FOUND, PAYMENT_ROUTE_LIMITS_CROSSED],
    idempotency: 'optional',
  })
  create(
    @FromRequest() command: Command,
    @Body() body: CreatePaymentRouteDto,
  ): Promise<PaymentRouteResponse> {
    return this.routes.create(command, body);
  }

  @Post('reorder')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Put the payment routes into another order',
    response: PaymentRouteListResponse,
    example: LIST_EXAMPLE,
    requestExample: { routeIds: [PAYMENT_ROUTE_EXAMPLE.id], expectedVersion: 3 },
    problems: [PAYMENT_ROUTING_VERSION_STALE, PAYMENT_ROUTE_ORDER_INCOMPLETE],
    idempotency: 'optional',
  })
  reorder(
    @FromRequest() command: Command,
    @Body() body: ReorderPaymentRoutesDto,
  ): Promise<PaymentRouteListResponse> {
    return this.routes.reorder(command, body);
  }

  @Patch(':paymentRouteId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a payment route',
    description: 'Holds for payments begun from now on; those under way keep their account.',
    response: PaymentRouteResponse,
    example: { ...PAYMENT_ROUTE_EXAMPLE, dayMaxCents: 150_000, version: 2 },
    requestExample: { dayMaxCents: 150_000, expectedVersion: 1 },
    problems: [PAYMENT_ROUTE_NOT_FOUND, PAYMENT_ROUTE_VERSION_STALE, PAYMENT_ROUTE_LIMITS_CROSSED],
    params: ID,
  })
  update(
    @FromRequest() command: Command,
    @Param('paymentRouteId') paymentRouteId: string,
    @Body() body: UpdatePaymentRouteDto,
  ): Promise<PaymentRouteResponse> {
    return this.routes.update(command, paymentRouteId, body);
  }

  @Delete(':paymentRouteId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Take a payment route off the list',
    description: 'Payments that took it are finished and refunded as before.',
    status: 204,
    problems: [PAYMENT_ROUTE_NOT_FOUND, PAYMENT_ROUTE_VERSION_STALE],
    params: ID,
  })
  remove(
    @FromRequest() command: Command,
    @Param('paymentRouteId') paymentRouteId: string,
    @Query() { expectedVersion }: RemovePaymentRouteQuery,
  ): Promise<void> {
    return this.routes.remove(command, paymentRouteId, expectedVersion);
  }
}
