import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequireIdempotencyKey, Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import {
  DAY_NOT_CLOSED,
  DAY_NOT_LAST_CLOSED,
  DAY_NOT_READY,
  DAY_NOT_STARTED,
} from './day-close.problems';
import { DayCloseService } from './day-close.service';
import { DayCloseQueries } from './day-close-queries.service';
import type { ReportFormat } from './day-report-file.entity';
import {
  CloseDayDto,
  CloseFileParameters,
  CloseParameters,
  CloseVersionQuery,
  ListClosesQuery,
  ReopenDayDto,
} from './dto/day-close.dto';
import {
  DAY_CLOSE_EXAMPLE,
  DAY_CLOSE_SUMMARY_EXAMPLE,
  DayClosePageResponse,
  DayCloseResponse,
  type DayCloseSummary,
  DayReadinessResponse,
} from './dto/day-close.response';

const params = { businessDay: DAY_CLOSE_EXAMPLE.businessDay };

const MEDIA_TYPES: Record<ReportFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
};

/** The end of a business day, and what it leaves for good. */
@ApiTags('days')
@Observed()
@Controller('v1/days')
export class DayCloseController {
  constructor(
    private readonly days: DayCloseService,
    private readonly queries: DayCloseQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List closed days, the latest first',
    response: DayClosePageResponse,
    example: { items: [DAY_CLOSE_SUMMARY_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListClosesQuery,
  ): Promise<Page<DayCloseSummary>> {
    return this.queries.list(command.shopId, query);
  }

  @Get(':businessDay/readiness')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show what stands in the way of closing a day',
    response: DayReadinessResponse,
    example: {
      businessDay: params.businessDay,
      isReady: false,
      blocking: [
        {
          kind: 'unpaid_ticket',
          id: '0198c5f0-7a43-7c11-a3c5-6f1f0b7c9d21',
          label: 'No. 7',
          amountCents: null,
          canBeLeftOpen: true,
        },
      ],
      exceptions: [],
    },
    params,
  })
  readiness(
    @FromRequest() command: Command,
    @Param() { businessDay }: CloseParameters,
  ): Promise<DayReadinessResponse> {
    return this.queries.readiness(command.shopId, businessDay);
  }

  @Post(':businessDay/close')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Close a day',
    description:
      'Differences are booked, the day takes no more entries, and its report is kept for good, ' +
      'with files and hashes. Sales after the close stand in the books of the next day. Closing ' +
      'a closed day answers with its close.',
    response: DayCloseResponse,
    requestExample: { terminalBatchCents: 4650 },
    example: DAY_CLOSE_EXAMPLE,
    problems: [DAY_NOT_STARTED, DAY_NOT_READY],
    params,
    idempotency: 'optional',
  })
  async close(
    @FromRequest() command: Command,
    @Param() { businessDay }: CloseParameters,
    @Body() body: CloseDayDto,
  ): Promise<DayCloseResponse> {
    return this.queries.byId(await this.days.close(command, businessDay, body));
  }

  @Post(':businessDay/reopen')
  @Roles('owner')
  @RequireIdempotencyKey()
  @Operation({
    summary: 'Reopen the day that was closed last',
    description:
      'Its report stays; closing the day again makes the next version. Who and why is kept.',
    response: DayCloseResponse,
    example: {
      ...DAY_CLOSE_EXAMPLE,
      state: 'reopened',
      reopenedAt: '2026-03-28T19:20:00.000Z',
      reopenReason: 'The terminal’s total was mistyped',
    },
    problems: [DAY_NOT_CLOSED, DAY_NOT_LAST_CLOSED],
    params,
    idempotency: 'required',
  })
  async reopen(
    @FromRequest() command: Command,
    @Param() { businessDay }: CloseParameters,
    @Body() { reason }: ReopenDayDto,
  ): Promise<DayCloseResponse> {
    return this.queries.byId(await this.days.reopen(command, businessDay, reason));
  }

  @Get(':businessDay/close')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show the close of a day, with its report',
    response: DayCloseResponse,
    example: DAY_CLOSE_EXAMPLE,
    problems: [DAY_NOT_CLOSED],
    params,
  })
  show(
    @FromRequest() command: Command,
    @Param() { businessDay }: CloseParameters,
    @Query() { version }: CloseVersionQuery,
  ): Promise<DayCloseResponse> {
    return this.queries.show(command.shopId, businessDay, version);
  }

  @Get(':businessDay/close/files/:format')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Download the report of a closed day: json, csv or pdf',
    description: 'Exactly the bytes whose SHA-256 stands in the close.',
    problems: [DAY_NOT_CLOSED],
    params: { ...params, format: 'pdf' },
  })
  async file(
    @FromRequest() command: Command,
    @Param() { businessDay, format }: CloseFileParameters,
    @Query() { version }: CloseVersionQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.file(command.shopId, { businessDay, version, format });
    await reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="day-${businessDay}.${format}"`)
      .header('repr-digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`)
      .send(Buffer.from(file.bodyBase64, 'base64'));
  }
}
