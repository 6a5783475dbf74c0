import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { toCsv } from './day-report-csv.rules';
import { DayReportQueries } from './day-report-queries.service';
import { DayParameters, DayReportQuery } from './dto/day-report.query';
import { DAY_REPORT_EXAMPLE, DayReportResponse } from './dto/day-report.response';

/** How the days went. */
@ApiTags('reports')
@Observed()
@Controller('v1/reports')
export class DayReportController {
  constructor(private readonly queries: DayReportQueries) {}

  @Get('days/:businessDay')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show the report of a day',
    description:
      'Money is summed over the postings of the day. A day that is not over yet is reported as ' +
      'far as it has gone. With "format=csv" the answer is a table of section, item, measure and ' +
      'value.',
    response: DayReportResponse,
    example: DAY_REPORT_EXAMPLE,
  })
  async show(
    @FromRequest() command: Command,
    @Param() { businessDay }: DayParameters,
    @Query() { format }: DayReportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DayReportResponse | string> {
    const report = await this.queries.dayReport(command.shopId, businessDay);
    if (format === 'json') return report;
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="report-${businessDay}.csv"`);
    return toCsv(report);
  }
}
