import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { TicketArrivals } from './arrival/ticket-arrivals.service';
import { MY_TICKET_EXAMPLE, MyTicketResponse } from './dto/my-ticket.response';
import { LeaveDto, RunningLateDto, TicketCommandDto } from './dto/ticket-command.dto';
import {
  TICKET_DEFERRED_TOO_OFTEN,
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
    private readonly arrivals: TicketArrivals,
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

  @Post('here')
  @Roles('customer')
  @ApiBody({ type: TicketCommandDto, required: false })
  @Operation({
    summary: 'I am here',
    description:
      'The place becomes firm: kept when this is within the grace of the time that was said, ' +
      'else behind those who are here. Once here, a barber may be given at once.',
    response: MyTicketResponse,
    example: MY_TICKET_EXAMPLE,
    problems: [TICKET_NOT_FOUND, TICKET_TRANSITION_ILLEGAL, TICKET_VERSION_STALE],
    idempotency: 'optional',
  })
  async here(
    @FromRequest() command: Command,
    @Body() body: TicketCommandDto,
  ): Promise<MyTicketResponse> {
    await this.arrivals.here(command, command.actor.id ?? '', body);
    return this.queries.mine(command);
  }

  @Post('running-late')
  @Roles('customer')
  @Operation({
    summary: 'I am running late',
    description: 'Twice at most. Whoever was called to the chair already goes back to the queue.',
    response: MyTicketResponse,
    example: {
      ...MY_TICKET_EXAMPLE,
      ticket: {
        ...MY_TICKET_EXAMPLE.ticket,
        ...{ state: 'waiting', isHere: false, barberId: null, assignedAt: null },
        ...{ expectedAt: '2026-03-28T09:55:00.000Z', deferredUntil: '2026-03-28T09:55:00.000Z' },
      },
      position: 3,
      heldUntil: '2026-03-28T10:25:00.000Z',
      barber: null,
    },
    problems: [
      TICKET_NOT_FOUND,
      TICKET_TRANSITION_ILLEGAL,
      TICKET_VERSION_STALE,
      TICKET_DEFERRED_TOO_OFTEN,
    ],
    idempotency: 'optional',
  })
  async runningLate(
    @FromRequest() command: Command,
    @Body() body: RunningLateDto,
  ): Promise<MyTicketResponse> {
    await this.arrivals.runningLate(command, command.actor.id ?? '', body);
    return this.queries.mine(command);
  }

  @Post('cancel')
  @Roles('customer')
  @ApiBody({ type: LeaveDto, required: false })
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
  async cancel(@FromRequest() command: Command, @Body() body: LeaveDto): Promise<MyTicketResponse> {
    await this.lifecycle.cancel(command, command.actor.id ?? '', body);
    return this.queries.mine(command);
  }
}
