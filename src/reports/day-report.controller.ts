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
import {
  FIGURE_POSTING_EXAMPLE,
  FigureParameters,
  FigureQuery,
  FigureResponse,
} from './dto/figure.response';
import { FigureQueries } from './figure-queries.service';
import { FIGURE_UNKNOWN } from './report.problems';

/** How the days went. */
@ApiTags('reports')
@Observed()
@Controller('v1/reports')
export class DayReportController {
  constructor(
    private readonly queries: DayReportQueries,
    private readonly figures: FigureQueries,
  ) {}

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

  @Get('days/:businessDay/figures/:figure/postings')
  @Roles('owner')
  @Operation({
    summary: 'List the postings that a figure of a day’s report is the sum of',
    description:
      'The figure is its path in the report: "sales.netCents", "taxes.825", ' +
      '"tenders.cash.receivedCents", "barbers.{id}.tipCents". Each posting names its entry.',
    response: FigureResponse,
    example: {
      ...{ figure: 'sales.netCents', amountCents: 2667, nextCursor: null },
      items: [FIGURE_POSTING_EXAMPLE],
    },
    problems: [FIGURE_UNKNOWN],
    params: { businessDay: '2026-03-28', figure: 'sales.netCents' },
  })
  figure(
    @FromRequest() command: Command,
    @Param() { businessDay, figure }: FigureParameters,
    @Query() page: FigureQuery,
  ): Promise<FigureResponse> {
    return this.figures.show(command.shopId, businessDay, figure, page);
  }
}
