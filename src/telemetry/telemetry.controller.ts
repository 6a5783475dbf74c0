import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FORBIDDEN, UNAUTHENTICATED } from '../platform/errors/platform.problems';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { TELEMETRY_EXAMPLE, TelemetryQuery, TelemetryResponse } from './telemetry.dto';
import { TelemetryService } from './telemetry.service';

/** What happened, as a feed that can be read again from anywhere. */
@ApiTags('telemetry')
@Controller('v1/telemetry')
@Observed()
export class TelemetryController {
  constructor(private readonly telemetry: TelemetryService) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Read what happened, in order',
    description: 'The same events as on the /admin sockets, from the first to the last.',
    response: TelemetryResponse,
    example: TELEMETRY_EXAMPLE,
    problems: [UNAUTHENTICATED, FORBIDDEN],
  })
  list(
    @FromRequest() { shopId }: Command,
    @Query() query: TelemetryQuery,
  ): Promise<TelemetryResponse> {
    return this.telemetry.list(shopId, query);
  }
}
