import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { RangeReportQuery } from './dto/range-report.query';
import { RANGE_REPORT_EXAMPLE, RangeReportResponse } from './dto/range-report.response';
import { toRangeCsv } from './range-csv.rules';
import { RangeQueries } from './range-queries.service';

/** How several days went. */
@ApiTags('reports')
@Observed()
@Controller('v1/reports/range')
export class RangeController {
  constructor(private readonly queries: RangeQueries) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show the report of several days together',
    description:
      'Each sum is that of the reports of the days; hours are those of the shop’s clock. With ' +
      '"format=csv" the answer is a table of section, item, measure and value.',
    response: RangeReportResponse,
    example: RANGE_REPORT_EXAMPLE,
  })
  async show(
    @FromRequest() command: Command,
    @Query() { from, to, format }: RangeReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RangeReportResponse | string> {
    const report = await this.queries.show(command.shopId, from, to);
    if (format === 'json') return report;
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="report-${from}-${to}.csv"`);
    return toRangeCsv(report);
  }
}
