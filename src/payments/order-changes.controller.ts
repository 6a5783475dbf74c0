import { Body, Controller, Delete, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import {
  PRODUCT_INACTIVE,
  PRODUCT_NOT_FOUND,
  SERVICE_INACTIVE,
  SERVICE_NOT_FOUND,
} from '../catalog/catalog.problems';
import type { Command } from '../platform/database/command';
import type { Problem } from '../platform/errors/problem';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { DISCOUNT_PROBLEMS } from './checkout.problems';
import { AddLineDto } from './dto/add-line.dto';
import { ChangeLineDto, RemoveLineQuery } from './dto/change-line.dto';
import { OPEN_ORDER_EXAMPLE, OrderResponse } from './dto/order.response';
import { SetDiscountsDto } from './dto/set-discounts.dto';
import {
  ORDER_HAS_PAYMENTS,
  ORDER_LINE_FIXED,
  ORDER_LINE_LAST,
  ORDER_LINE_NOT_FOUND,
  ORDER_NOT_FOUND,
  ORDER_NOT_OPEN,
  ORDER_VERSION_STALE,
  PRICE_DIFFERS,
} from './order.problems';
import { OrderChanges } from './order-changes.service';
import { PAYMENT_UNDER_WAY } from './payment.problems';

const CHANGED_EXAMPLE = { ...OPEN_ORDER_EXAMPLE, version: 2 };
const ORDER_ID = { orderId: OPEN_ORDER_EXAMPLE.id };
const LINE_ID = { ...ORDER_ID, lineId: OPEN_ORDER_EXAMPLE.lines[0]?.id ?? '' };

const CHANGING_PROBLEMS: readonly Problem[] = [
  ORDER_NOT_FOUND,
  ORDER_NOT_OPEN,
  ORDER_VERSION_STALE,
  ORDER_HAS_PAYMENTS,
  PAYMENT_UNDER_WAY,
  ...DISCOUNT_PROBLEMS,
];

/** Open orders, changed step by step. */
@ApiTags('orders')
@Observed()
@Controller('v1/orders')
export class OrderChangesController {
  constructor(private readonly changes: OrderChanges) {}

  @Post(':orderId/lines')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Add something to an open order',
    description: "A service, a product or a gift card, at today's price.",
    response: OrderResponse,
    example: CHANGED_EXAMPLE,
    problems: [
      ...CHANGING_PROBLEMS,
      SERVICE_NOT_FOUND,
      SERVICE_INACTIVE,
      PRODUCT_NOT_FOUND,
      PRODUCT_INACTIVE,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
      PRICE_DIFFERS,
    ],
    params: ORDER_ID,
    idempotency: 'optional',
  })
  addLine(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: AddLineDto,
  ): Promise<OrderResponse> {
    return this.changes.addLine(command, orderId, body);
  }

  @Patch(':orderId/lines/:lineId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Change quantity, barber or discount of a line',
    response: OrderResponse,
    example: CHANGED_EXAMPLE,
    problems: [
      ...CHANGING_PROBLEMS,
      ORDER_LINE_NOT_FOUND,
      ORDER_LINE_FIXED,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
    ],
    params: LINE_ID,
  })
  changeLine(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Param('lineId') lineId: string,
    @Body() body: ChangeLineDto,
  ): Promise<OrderResponse> {
    return this.changes.changeLine(command, orderId, lineId, body);
  }

  @Delete(':orderId/lines/:lineId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Take a line off an open order',
    response: OrderResponse,
    example: CHANGED_EXAMPLE,
    problems: [...CHANGING_PROBLEMS, ORDER_LINE_NOT_FOUND, ORDER_LINE_LAST],
    params: LINE_ID,
  })
  removeLine(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Param('lineId') lineId: string,
    @Query() { expectedVersion }: RemoveLineQuery,
  ): Promise<OrderResponse> {
    return this.changes.removeLine(command, orderId, lineId, expectedVersion);
  }

  @Put(':orderId/discounts')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Set what is taken off the whole order: discount, promotions, packages',
    response: OrderResponse,
    example: CHANGED_EXAMPLE,
    problems: CHANGING_PROBLEMS,
    params: ORDER_ID,
  })
  setDiscounts(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: SetDiscountsDto,
  ): Promise<OrderResponse> {
    return this.changes.setDiscounts(command, orderId, body);
  }
}
