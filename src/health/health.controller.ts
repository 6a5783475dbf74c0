import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Public } from '../auth/roles.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { NOT_READY } from './health.problems';
import { HEALTH_EXAMPLE, LivenessResponse, ReadinessResponse } from './health.response';
import { HealthService } from './health.service';

const flag = z.enum(['0', '1']).optional();

export class ReadinessQuery extends createZodDto(
  z.strictObject({ deep: flag.describe('1: with details for an operator') }),
) {}

export class HealthQuery extends createZodDto(
  z.strictObject({
    ready: flag.describe('1: the same as /health/ready'),
    deep: flag.describe('1: with details for an operator; asks for readiness, too'),
  }),
) {}

/** Probes for orchestrators and balancers. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Operation({
    summary: 'Tell whether the server lives, or with "ready=1" whether it is ready',
    response: ReadinessResponse,
    example: HEALTH_EXAMPLE,
    problems: [NOT_READY],
  })
  show(@Query() query: HealthQuery): Promise<ReadinessResponse> | ReadinessResponse {
    const isAsked = query.ready === '1' || query.deep === '1';
    return isAsked
      ? this.health.readiness(query.deep === '1')
      : { status: this.health.liveness().status, checks: {} };
  }

  @Get('live')
  @Header('cache-control', 'no-store')
  @Operation({
    summary: 'Tell whether the process answers',
    description: 'Looks at nothing else: only a process that hangs should be restarted.',
    response: LivenessResponse,
    example: { status: 'ok', uptimeSeconds: 4711 },
  })
  live(): LivenessResponse {
    return this.health.liveness();
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @Operation({
    summary: 'Tell whether requests may be sent here',
    description: 'Writes to the database and rolls back; no as soon as the server begins to stop.',
    response: ReadinessResponse,
    example: HEALTH_EXAMPLE,
    problems: [NOT_READY],
  })
  ready(@Query() query: ReadinessQuery): Promise<ReadinessResponse> {
    return this.health.readiness(query.deep === '1');
  }
}
