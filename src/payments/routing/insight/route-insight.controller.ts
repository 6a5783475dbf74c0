import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../auth/roles.decorator';
import type { Command } from '../../../platform/database/command';
import { FromRequest } from '../../../platform/http/command.decorator';
import { Observed } from '../../../platform/http/observed.decorator';
import { Operation } from '../../../platform/http/operation.decorator';
import {
  PAYMENT_ATTEMPT_EXAMPLE,
  PaymentAttemptListResponse,
  ROUTE_STATISTICS_EXAMPLE,
  RouteStatisticsResponse,
} from './dto/route-insight.response';
import { RouteInsight } from './route-insight.service';

/** What came of payments by their routes. */
@ApiTags('payment routing')
@Observed()
@Controller('v1')
export class RouteInsightController {
  constructor(private readonly insight: RouteInsight) {}

  @Get('payment-routes/statistics')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show what each payment route took today and in 30 days',
    description: 'Amounts are those of the journal; what was given back later is not taken off.',
    response: RouteStatisticsResponse,
    example: ROUTE_STATISTICS_EXAMPLE,
  })
  statistics(@FromRequest() command: Command): Promise<RouteStatisticsResponse> {
    return this.insight.statistics(command.shopId);
  }

  @Get('orders/:orderId/payment-attempts')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List every attempt at a provider for an order, with the account and why',
    response: PaymentAttemptListResponse,
    example: { items: [PAYMENT_ATTEMPT_EXAMPLE] },
    params: { orderId: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a62' },
  })
  attempts(
    @FromRequest() command: Command,
    @Param('orderId') orderId: string,
  ): Promise<PaymentAttemptListResponse> {
    return this.insight.attempts(command.shopId, orderId);
  }
}
