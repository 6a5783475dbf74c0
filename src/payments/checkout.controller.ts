import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireIdempotencyKey, Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { OPENING_PROBLEMS, PAYING_PROBLEMS } from './checkout.problems';
import { CheckoutService } from './checkout.service';
import { CheckoutDto } from './dto/checkout.dto';
import { CheckoutResponse } from './dto/checkout.response';
import { ORDER_EXAMPLE } from './dto/order.response';
import { PAYMENT_EXAMPLE } from './dto/payment.response';
import { TenderListResponse } from './dto/tender.response';
import { ORDER_NOT_SETTLED } from './ledger/sale.problems';
import { TOTAL_DIFFERS } from './order.problems';
import { TenderQueries } from './tenders/tender-queries.service';

/** The till. Hot: every customer waits for it, so no interceptor is bound here. */
@ApiTags('orders')
@Controller('v1')
export class CheckoutController {
  constructor(
    private readonly checkout: CheckoutService,
    private readonly tenderQueries: TenderQueries,
  ) {}

  @Post('checkout')
  @Roles('owner', 'manager', 'barber')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Open an order and take its payments, all or nothing',
    description:
      'The payments must pay the order in full. An order with nothing to pay needs none.',
    status: 201,
    response: CheckoutResponse,
    example: { order: ORDER_EXAMPLE, payments: [PAYMENT_EXAMPLE] },
    problems: [...OPENING_PROBLEMS, TOTAL_DIFFERS, ORDER_NOT_SETTLED, ...PAYING_PROBLEMS],
    idempotency: 'required',
  })
  checkOut(@FromRequest() command: Command, @Body() body: CheckoutDto): Promise<CheckoutResponse> {
    return this.checkout.checkOut(command, body);
  }

  @Get('tenders')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the ways to pay',
    response: TenderListResponse,
    example: {
      items: [
        {
          tender: 'cash',
          isAvailable: true,
          unavailable: null,
          capabilities: { tipAfter: false, refund: true, partial: true, offline: true },
        },
        {
          tender: 'paypal',
          isAvailable: false,
          unavailable: { reason: 'settings_missing', details: ['PAYPAL_CLIENT_ID'] },
          capabilities: { tipAfter: false, refund: true, partial: true, offline: false },
        },
      ],
    },
  })
  async listTenders(@FromRequest() command: Command): Promise<TenderListResponse> {
    return { items: await this.tenderQueries.list(command.shopId) };
  }
}
