import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../../auth/roles.decorator';
import type { Command } from '../../../platform/database/command';
import { Database } from '../../../platform/database/unit-of-work';
import { FromRequest } from '../../../platform/http/command.decorator';
import { Observed } from '../../../platform/http/observed.decorator';
import { Operation } from '../../../platform/http/operation.decorator';
import { Clock } from '../../../platform/time/clock';
import { ShopsService } from '../../../shops/shops.service';
import { DryRunDto } from './dto/dry-run.dto';
import { DRY_RUN_EXAMPLE, DryRunResponse, toDryRunResponse } from './dto/dry-run.response';
import { RoutePlanner } from './route-planner.service';

/** Shows where a payment would go, by the same plan that real ones follow. */
@ApiTags('payment routing')
@Observed()
@Controller('v1/payment-routes')
export class DryRunController {
  constructor(
    private readonly database: Database,
    private readonly shops: ShopsService,
    private readonly planner: RoutePlanner,
    private readonly clock: Clock,
  ) {}

  @Post('dry-run')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show which route a payment would take, and why each other would not',
    description: 'Changes nothing and calls nobody. Limits are those of the day of `at`.',
    response: DryRunResponse,
    example: DRY_RUN_EXAMPLE,
  })
  run(@FromRequest() { shopId }: Command, @Body() body: DryRunDto): Promise<DryRunResponse> {
    const { at = this.clock.now(), ...wish } = body;
    return this.database.snapshot(async (reader) => {
      const shop = await this.shops.get(reader, shopId);
      return toDryRunResponse(await this.planner.plan(reader, shop, wish, at));
    });
  }
}
