import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../auth/roles.decorator';
import type { Command } from '../../../platform/database/command';
import { FromRequest } from '../../../platform/http/command.decorator';
import { Observed } from '../../../platform/http/observed.decorator';
import { Operation } from '../../../platform/http/operation.decorator';
import { UpdatePaymentRoutingDto } from './dto/payment-route.dto';
import {
  PAYMENT_ROUTE_EXAMPLE,
  PAYMENT_ROUTING_EXAMPLE,
  PaymentRouteListResponse,
} from './dto/payment-route.response';
import { PAYMENT_ROUTING_VERSION_STALE } from './payment-route.problems';
import { PaymentRoutesService } from './payment-routes.service';

/** How the shop chooses among its payment routes. */
@ApiTags('payment routing')
@Observed()
@Controller('v1/payment-routing')
export class PaymentRoutingController {
  constructor(private readonly routes: PaymentRoutesService) {}

  @Patch()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change how the shop chooses among its payment routes',
    response: PaymentRouteListResponse,
    example: {
      routing: { ...PAYMENT_ROUTING_EXAMPLE, strategy: 'round_robin' },
      items: [PAYMENT_ROUTE_EXAMPLE],
    },
    requestExample: { strategy: 'round_robin', expectedVersion: 3 },
    problems: [PAYMENT_ROUTING_VERSION_STALE],
  })
  update(
    @FromRequest() command: Command,
    @Body() body: UpdatePaymentRoutingDto,
  ): Promise<PaymentRouteListResponse> {
    return this.routes.updateRouting(command, body);
  }
}
