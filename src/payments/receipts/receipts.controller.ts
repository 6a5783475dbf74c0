import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { ORDER_NOT_FOUND } from '../order.problems';
import {
  RECEIPT_EXAMPLE,
  ReceiptQuery,
  ReceiptResponse,
  toReceiptResponse,
} from './dto/receipt.response';
import { RECEIPT_NOT_FOUND } from './receipt.problems';
import { originOf, sendReceipt } from './receipt-answer';
import { ReceiptQueries } from './receipt-queries.service';
import { ReceiptsService } from './receipts.service';

const ORDER_ID = { orderId: RECEIPT_EXAMPLE.orderId };

/** Receipts, for the shop's own people. */
@ApiTags('orders')
@Observed()
@Controller('v1/orders')
export class ReceiptsController {
  constructor(
    private readonly queries: ReceiptQueries,
    private readonly receipts: ReceiptsService,
  ) {}

  @Get(':orderId/receipt')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show the receipt of a paid order',
    description:
      'As data, as a page ("format=html") or as a PDF ("format=pdf"), for a roll of 58 or 80 ' +
      'millimetres or for A4 ("paper").',
    response: ReceiptResponse,
    example: RECEIPT_EXAMPLE,
    problems: [ORDER_NOT_FOUND, RECEIPT_NOT_FOUND],
    params: ORDER_ID,
  })
  async show(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Query() { format, paper }: ReceiptQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceiptResponse | string | Buffer> {
    const receipt = await this.queries.ofOrder(command, orderId, originOf(request));
    if (format === 'json') return toReceiptResponse(receipt.view, receipt.link);
    return sendReceipt(reply, receipt, { format, paper });
  }

  @Post(':orderId/receipt/reprints')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Print a receipt again',
    description: 'Counts the copy, which then says so. Print it from its page or PDF.',
    status: 201,
    response: ReceiptResponse,
    example: { ...RECEIPT_EXAMPLE, reprints: 1 },
    problems: [ORDER_NOT_FOUND, RECEIPT_NOT_FOUND],
    params: ORDER_ID,
    idempotency: 'optional',
  })
  async reprint(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
    @Req() request: FastifyRequest,
  ): Promise<ReceiptResponse> {
    await this.receipts.reprint(command, orderId);
    const { view, link } = await this.queries.ofOrder(command, orderId, originOf(request));
    return toReceiptResponse(view, link);
  }
}
