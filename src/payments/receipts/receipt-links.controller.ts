import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited, Public } from '../../auth/roles.decorator';
import { ReceiptLinkQuery } from './dto/receipt.response';
import { originOf, sendReceipt } from './receipt-answer';
import { ReceiptQueries } from './receipt-queries.service';

/** What a receipt's QR code leads to. The link is the right to see it. */
@ApiExcludeController()
@Controller('r')
export class ReceiptLinksController {
  constructor(private readonly queries: ReceiptQueries) {}

  @Get(':token')
  @Public()
  @Limited({ perMinute: 60, burst: 30 })
  async show(
    @Param('token') token: string,
    @Query() query: ReceiptLinkQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer> {
    const receipt = await this.queries.ofLink(token, originOf(request));
    return sendReceipt(reply, receipt, query);
  }
}
