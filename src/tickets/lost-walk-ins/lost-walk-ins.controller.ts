import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../../catalog/catalog.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { LostWalkInDto, LostWalkInsQuery } from './lost-walk-in.dto';
import {
  LOST_WALK_IN_RECEIPT_EXAMPLE,
  LOST_WALK_INS_EXAMPLE,
  LostWalkInReceipt,
  LostWalkInsResponse,
} from './lost-walk-in.response';
import { LostWalkIns } from './lost-walk-ins.service';

/** The button for people who look in, see the queue and go. */
@ApiTags('lost walk-ins')
@Observed()
@Controller('v1/lost-walk-ins')
export class LostWalkInsController {
  constructor(private readonly lost: LostWalkIns) {}

  @Post()
  @Roles('owner', 'manager', 'barber', 'kiosk')
  @Operation({
    summary: 'Write down people who left before they took a ticket',
    description: 'What that cost is estimated, and shown to owners and managers.',
    status: 201,
    response: LostWalkInReceipt,
    example: LOST_WALK_IN_RECEIPT_EXAMPLE,
    requestExample: { reason: 'wait_too_long', partySize: 2, quotedMinutes: 45 },
    problems: [SERVICE_NOT_FOUND, SERVICE_INACTIVE],
    idempotency: 'optional',
  })
  add(@FromRequest() command: Command, @Body() body: LostWalkInDto): Promise<LostWalkInReceipt> {
    return this.lost.add(command, body);
  }

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show who left before taking a ticket, why, and what it cost',
    response: LostWalkInsResponse,
    example: LOST_WALK_INS_EXAMPLE,
  })
  list(
    @FromRequest() command: Command,
    @Query() query: LostWalkInsQuery,
  ): Promise<LostWalkInsResponse> {
    return this.lost.list(command, query);
  }
}
