import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import { BARBER_NOT_FOUND, BARBER_NOT_YOU } from '../../barbers/barber.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { BOARD_EXAMPLE } from '../dto/board.response';
import {
  DURATION_EXAMPLE,
  DurationPageResponse,
  type DurationResponse,
  DurationsQuery,
} from '../dto/durations.response';
import { DurationQueries } from './duration-queries.service';

/** What has been learned about a barber's minutes. */
@ApiTags('barbers')
@Observed()
@Controller('v1/barbers/:barberId/durations')
export class DurationsController {
  constructor(private readonly durations: DurationQueries) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Explain how long a barber takes',
    description:
      'For every active service. Learned from completed tickets; a barber sees only himself.',
    response: DurationPageResponse,
    example: { items: [DURATION_EXAMPLE], nextCursor: null },
    problems: [BARBER_NOT_FOUND, BARBER_NOT_YOU],
    params: { barberId: BOARD_EXAMPLE.barbers[0]?.id ?? '' },
  })
  explain(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
    @Query() query: DurationsQuery,
  ): Promise<Page<DurationResponse>> {
    return this.durations.explain(command, barberId, query);
  }
}
