import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../auth/roles.decorator';
import { BODY_TOO_LARGE } from '../../platform/errors/platform.problems';
import { Operation } from '../../platform/http/operation.decorator';
import { RawBody, rawBodyOf } from '../../platform/http/raw-body';
import { MERCHANT_ACCOUNT_EXAMPLE } from '../routing/accounts/dto/merchant-account.response';
import type { ProviderTenderName } from '../tenders/provider-tender';
import { WEBHOOK_REJECTED, WEBHOOK_UNDECIDED, WEBHOOK_UNREADABLE } from './webhook.problems';
import { WebhookReception } from './webhook-reception.service';

const PROBLEMS = [WEBHOOK_REJECTED, WEBHOOK_UNDECIDED, WEBHOOK_UNREADABLE, BODY_TOO_LARGE];

const ACCOUNT = { merchantAccountId: MERCHANT_ACCOUNT_EXAMPLE.id };

/** Where providers tell what happened. Whoever signs may come; so no limit by address is set. */
@ApiTags('webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(private readonly reception: WebhookReception) {}

  @Post('paypal')
  @Public()
  @RawBody()
  @Operation({
    summary: 'Deliver an event of PayPal',
    description: 'Signed by PayPal over the raw body. Answered as soon as it is noted.',
    status: 202,
    problems: PROBLEMS,
  })
  paypal(@Req() request: FastifyRequest): Promise<void> {
    return this.receive('paypal', request);
  }

  @Post('cash-app')
  @Public()
  @RawBody()
  @Operation({
    summary: 'Deliver an event of Cash App',
    description: 'Signed by Cash App over the raw body. Answered as soon as it is noted.',
    status: 202,
    problems: PROBLEMS,
  })
  cashApp(@Req() request: FastifyRequest): Promise<void> {
    return this.receive('cash_app', request);
  }

  @Post('paypal/:merchantAccountId')
  @Public()
  @RawBody()
  @Operation({
    summary: 'Deliver an event of PayPal to one merchant account',
    description: 'The address to enter for the webhook of an account that the shop has added.',
    status: 202,
    problems: PROBLEMS,
    params: ACCOUNT,
  })
  paypalAccount(
    @Req() request: FastifyRequest,
    @Param('merchantAccountId') merchantAccountId: string,
  ): Promise<void> {
    return this.receive('paypal', request, merchantAccountId);
  }

  @Post('cash-app/:merchantAccountId')
  @Public()
  @RawBody()
  @Operation({
    summary: 'Deliver an event of Cash App to one merchant account',
    description: 'The address to enter for the webhook of an account that the shop has added.',
    status: 202,
    problems: PROBLEMS,
    params: ACCOUNT,
  })
  cashAppAccount(
    @Req() request: FastifyRequest,
    @Param('merchantAccountId') merchantAccountId: string,
  ): Promise<void> {
    return this.receive('cash_app', request, merchantAccountId);
  }

  private receive(
    tender: ProviderTenderName,
    request: FastifyRequest,
    merchantAccountId: string | null = null,
  ): Promise<void> {
    const { headers, url: path, host } = request;
    const rawBody = rawBodyOf(request);
    return this.reception.receive({ tender, merchantAccountId, headers, path, host, rawBody });
  }
}
