import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../catalog/catalog.problems';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { ASSIGNMENT_EXAMPLE, AssignmentResponse } from './dto/assignment.response';
import { ListTicketsQuery } from './dto/list-tickets.query';
import { OpenTicketDto } from './dto/open-ticket.dto';
import { OPEN_TICKET_EXAMPLE, OpenTicketResponse } from './dto/open-ticket.response';
import { TICKET_EXAMPLE, TicketResponse } from './dto/ticket.response';
import { TicketPageResponse } from './dto/ticket-page.response';
import { INTAKE_CLOSED } from './estimates/intake.problems';
import { BARBER_LACKS_SKILL, TICKET_NOT_FOUND } from './ticket.problems';
import { TicketQueries } from './ticket-queries.service';
import { TicketsService } from './tickets.service';

/** Tickets: opened by the staff or at the kiosk, and looked up. */
@ApiTags('tickets')
@Controller('v1/tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly queries: TicketQueries,
  ) {}

  /** The hottest route: not observed, since an interceptor costs more than the command. */
  @Post()
  @Roles('owner', 'manager', 'barber', 'kiosk')
  @Operation({
    summary: 'Open a ticket',
    description: 'The customer joins the queue, and gets a barber at once if one is free.',
    status: 201,
    response: OpenTicketResponse,
    example: OPEN_TICKET_EXAMPLE,
    problems: [
      SERVICE_NOT_FOUND,
      SERVICE_INACTIVE,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
      BARBER_LACKS_SKILL,
      INTAKE_CLOSED,
    ],
    idempotency: 'optional',
  })
  open(@FromRequest() command: Command, @Body() body: OpenTicketDto): Promise<OpenTicketResponse> {
    return this.tickets.open(command, body);
  }

  @Get()
  @Observed()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List tickets',
    description: "Newest first. Barbers do not see the notes on other barbers' tickets.",
    response: TicketPageResponse,
    example: { items: [TICKET_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListTicketsQuery,
  ): Promise<Page<TicketResponse>> {
    return this.queries.list(command, query);
  }

  @Get(':ticketId')
  @Observed()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show a ticket',
    response: TicketResponse,
    example: TICKET_EXAMPLE,
    problems: [TICKET_NOT_FOUND],
    params: { ticketId: TICKET_EXAMPLE.id },
  })
  show(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
  ): Promise<TicketResponse> {
    return this.queries.get(command, ticketId);
  }

  @Get(':ticketId/assignment')
  @Observed()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Explain who got a ticket, and why',
    description: 'Every decision about it, with all barbers who were on shift.',
    response: AssignmentResponse,
    example: ASSIGNMENT_EXAMPLE,
    problems: [TICKET_NOT_FOUND],
    params: { ticketId: TICKET_EXAMPLE.id },
  })
  explain(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
  ): Promise<AssignmentResponse> {
    return this.queries.explain(command, ticketId);
  }
}
