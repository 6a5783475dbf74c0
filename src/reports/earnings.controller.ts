import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { BARBER_NOT_FOUND, BARBER_NOT_YOU } from '../barbers/barber.problems';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { EarningsQuery } from './dto/earnings.query';
import { EARNINGS_EXAMPLE, EarningsResponse } from './dto/earnings.response';
import { EarningsQueries } from './earnings-queries.service';

/** Commission and tips, barber by barber. */
@ApiTags('reports')
@Observed()
@Controller('v1/earnings')
export class EarningsController {
  constructor(private readonly queries: EarningsQueries) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show what a barber has earned, line by line',
    response: EarningsResponse,
    example: EARNINGS_EXAMPLE,
    problems: [BARBER_NOT_YOU, BARBER_NOT_FOUND],
  })
  show(@FromRequest() command: Command, @Query() query: EarningsQuery): Promise<EarningsResponse> {
    return this.queries.show(command, query);
  }
}
