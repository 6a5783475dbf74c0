import { Body, Controller, Get, Post, Query } from '@nestjs/common';
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
import {
  TenderListResponse,
  TerminalTotalQuery,
  TerminalTotalResponse,
} from './dto/tender.response';
import { ORDER_NOT_SETTLED } from './ledger/sale.problems';
import { TenderQueries } from './tenders/tender-queries.service';

/** The till. Hot: every customer waits for it, so no interceptor is bound here. */
@ApiTags('orders')
@Controller('v1')
export class CheckoutController {
  constructor(
    private readonly checkout: CheckoutService,
    private readonly tenders: TenderQueries,
  ) {}

  @Post('checkout')
  @Roles('owner', 'manager', 'barber')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Open an order and take its payments, all or nothing',
    description:
      'The payments must pay the order in full. An order with nothing to pay needs none. Prices and ' +
      'totals are the server\'s: send those that were shown as "expected…", and a difference is ' +
      'refused with both. With a claimed payment the order stays open until that is confirmed.',
    status: 201,
    response: CheckoutResponse,
    example: { order: ORDER_EXAMPLE, payments: [PAYMENT_EXAMPLE] },
    problems: [...OPENING_PROBLEMS, ORDER_NOT_SETTLED, ...PAYING_PROBLEMS],
    idempotency: 'required',
  })
  checkOut(@FromRequest() command: Command, @Body() body: CheckoutDto): Promise<CheckoutResponse> {
    return this.checkout.checkOut(command, body);
  }

  @Get('tenders')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the ways to pay',
    description: 'Also those that the shop cannot take yet, each with what is missing.',
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
  listTenders(@FromRequest() command: Command): Promise<TenderListResponse> {
    return this.tenders.list(command.shopId);
  }

  @Get('tenders/card-terminal/total')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Say what the card terminal has taken on a day',
    description: "To be compared with the terminal's own batch report.",
    response: TerminalTotalResponse,
    example: { businessDay: '2026-03-28', payments: 14, totalCents: 53_160 },
  })
  terminalTotal(
    @FromRequest() command: Command,
    @Query() { businessDay }: TerminalTotalQuery,
  ): Promise<TerminalTotalResponse> {
    return this.tenders.terminalTotal(command.shopId, businessDay);
  }
}
