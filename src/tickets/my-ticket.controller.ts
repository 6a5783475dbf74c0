import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { MY_TICKET_EXAMPLE, MyTicketResponse } from './dto/my-ticket.response';
import { TicketCommandDto } from './dto/ticket-command.dto';
import {
  TICKET_NOT_FOUND,
  TICKET_TRANSITION_ILLEGAL,
  TICKET_VERSION_STALE,
} from './ticket.problems';
import { TicketLifecycle } from './ticket-lifecycle.service';
import { TicketQueries } from './ticket-queries.service';

/** The ticket of the customer who holds its link. */
@ApiTags('my ticket')
@Observed()
@Controller('v1/my-ticket')
export class MyTicketController {
  constructor(
    private readonly queries: TicketQueries,
    private readonly lifecycle: TicketLifecycle,
  ) {}

  @Get()
  @Roles('customer')
  @Operation({
    summary: 'Show my ticket and my place in the queue',
    response: MyTicketResponse,
    example: MY_TICKET_EXAMPLE,
    problems: [TICKET_NOT_FOUND],
  })
  show(@FromRequest() command: Command): Promise<MyTicketResponse> {
    return this.queries.mine(command);
  }

  @Post('cancel')
  @Roles('customer')
  @ApiBody({ type: TicketCommandDto, required: false })
  @Operation({
    summary: 'Leave the queue',
    response: MyTicketResponse,
    example: {
      ...MY_TICKET_EXAMPLE,
      ticket: { ...MY_TICKET_EXAMPLE.ticket, state: 'cancelled' },
    },
    problems: [TICKET_NOT_FOUND, TICKET_TRANSITION_ILLEGAL, TICKET_VERSION_STALE],
    idempotency: 'optional',
  })
  async cancel(
    @FromRequest() command: Command,
    @Body() body: TicketCommandDto,
  ): Promise<MyTicketResponse> {
    await this.lifecycle.cancel(command, command.actor.id ?? '', body);
    return this.queries.mine(command);
  }
}
