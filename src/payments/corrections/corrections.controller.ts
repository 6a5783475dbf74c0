import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../../auth/roles.decorator';
import { BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { DRAWER_TOO_LITTLE } from '../drawer/drawer.problems';
import { ORDER_EXAMPLE, OrderResponse } from '../dto/order.response';
import { ORDER_NOT_FOUND } from '../order.problems';
import { ORDER_NOT_PAID, REFUND_LINE_UNKNOWN, REFUND_OVER_LIMIT } from '../refunds/refund.problems';
import {
  CORRECTION_NO_CHANGE,
  CORRECTION_REFUND_PENDING,
  CORRECTION_TIP_TOO_HIGH,
  ORDER_NOT_REVERSIBLE,
} from './correction.problems';
import { CorrectionsService } from './corrections.service';
import { CorrectLineDto, CorrectTipDto, ReverseOrderDto } from './dto/correct-order.dto';
import { CORRECTION_EXAMPLE, CorrectionResponse } from './dto/correction.response';
import { OrderReversal } from './order-reversal.service';

const params = { orderId: CORRECTION_EXAMPLE.orderId };

/** Sales put right after the fact. */
@ApiTags('corrections')
@Observed()
@Controller('v1/orders/:orderId')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly reversal: OrderReversal,
  ) {}

  @Post('line-corrections')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Give a line of a paid order to another barber',
    description:
      'Booked today: last week’s statements stay as they are, and this week’s show the adjustment.',
    status: 201,
    response: CorrectionResponse,
    requestExample: {
      lineId: CORRECTION_EXAMPLE.lineId,
      toBarberId: CORRECTION_EXAMPLE.toBarberId,
      reason: CORRECTION_EXAMPLE.reason,
    },
    example: CORRECTION_EXAMPLE,
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_PAID,
      REFUND_LINE_UNKNOWN,
      BARBER_NOT_FOUND,
      CORRECTION_NO_CHANGE,
      CORRECTION_REFUND_PENDING,
    ],
    params,
    idempotency: 'optional',
  })
  correctLine(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: CorrectLineDto,
  ): Promise<CorrectionResponse> {
    return this.corrections.correctLine(command, orderId, body);
  }

  @Post('tip-corrections')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Give a tip of a paid order, or a part of it, to another barber',
    status: 201,
    response: CorrectionResponse,
    requestExample: {
      fromBarberId: CORRECTION_EXAMPLE.fromBarberId,
      toBarberId: CORRECTION_EXAMPLE.toBarberId,
      amountCents: 500,
      reason: CORRECTION_EXAMPLE.reason,
    },
    example: { ...CORRECTION_EXAMPLE, kind: 'tip', lineId: null, tipCents: 500 },
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_PAID,
      BARBER_NOT_FOUND,
      CORRECTION_NO_CHANGE,
      CORRECTION_TIP_TOO_HIGH,
      CORRECTION_REFUND_PENDING,
    ],
    params,
    idempotency: 'optional',
  })
  correctTip(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: CorrectTipDto,
  ): Promise<CorrectionResponse> {
    return this.corrections.correctTip(command, orderId, body);
  }

  @Post('reversal')
  @Roles('owner', 'manager')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Undo an order that was paid today',
    description:
      'Every entry is reversed, the money goes back over the counter, and the ticket is to be ' +
      'paid again. For later days, and for money at a provider, there are refunds.',
    status: 201,
    response: OrderResponse,
    requestExample: { reason: 'Rung up twice' },
    example: { ...ORDER_EXAMPLE, state: 'voided', version: 3 },
    problems: [
      ORDER_NOT_FOUND,
      ORDER_NOT_PAID,
      ORDER_NOT_REVERSIBLE,
      REFUND_OVER_LIMIT,
      DRAWER_TOO_LITTLE,
    ],
    params,
    idempotency: 'required',
  })
  reverse(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Body() body: ReverseOrderDto,
  ): Promise<OrderResponse> {
    return this.reversal.reverse(command, orderId, body);
  }
}
