import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { ACCURACY_EXAMPLE, AccuracyQuery, AccuracyResponse } from '../dto/accuracy.response';
import { AccuracyQueries } from './accuracy-queries.service';

/** Whether customers were told the truth. */
@ApiTags('waits')
@Observed()
@Controller('v1/waits/accuracy')
export class AccuracyController {
  constructor(private readonly accuracy: AccuracyQueries) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show how good the quoted waits were',
    description:
      'The first wait that each customer was told, against the time until called. By business ' +
      'day and in all. The same page for people is at /accuracy/.',
    response: AccuracyResponse,
    example: ACCURACY_EXAMPLE,
  })
  show(
    @FromRequest() { shopId }: Command,
    @Query() query: AccuracyQuery,
  ): Promise<AccuracyResponse> {
    return this.accuracy.read(shopId, query.days);
  }
}
