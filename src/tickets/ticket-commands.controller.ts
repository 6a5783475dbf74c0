import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { BARBER_NOT_AVAILABLE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../catalog/catalog.problems';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { TicketResponse } from './dto/ticket.response';
import {
  AddServiceDto,
  AssignTicketDto,
  LeaveDto,
  ReasonedCommandDto,
  TicketCommandDto,
  TransferTicketDto,
} from './dto/ticket-command.dto';
import {
  BARBER_LACKS_SKILL,
  TICKET_FULL,
  TICKET_NOT_HERE,
  TICKET_OUT_OF_TURN,
  TICKET_SERVICES_DONE_INVALID,
  TICKET_WAITS_FOR_ANOTHER,
} from './ticket.problems';
import { TicketAdditions } from './ticket-additions.service';
import { TicketHandOver } from './ticket-hand-over.service';
import { TicketLifecycle } from './ticket-lifecycle.service';
import { TicketStep } from './ticket-step.decorator';

/** What may be done with a ticket. To barbers only the ticket in their own chair exists. */
@ApiTags('tickets')
@Observed()
@Controller('v1/tickets/:ticketId')
export class TicketCommandsController {
  constructor(
    private readonly lifecycle: TicketLifecycle,
    private readonly handOver: TicketHandOver,
    private readonly additions: TicketAdditions,
  ) {}

  @Post('assign')
  @Roles('owner', 'manager')
  @TicketStep({
    summary: 'Give a waiting ticket to a barber by hand',
    description:
      'Skills and availability hold; a customer\'s "nobody else" yields to a reason. Out of turn ' +
      'too a reason is needed; it is kept with who was passed.',
    problems: [
      BARBER_NOT_FOUND,
      BARBER_NOT_AVAILABLE,
      BARBER_LACKS_SKILL,
      TICKET_WAITS_FOR_ANOTHER,
      TICKET_NOT_HERE,
      TICKET_OUT_OF_TURN,
    ],
  })
  assign(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: AssignTicketDto,
  ): Promise<TicketResponse> {
    return this.handOver.assign(command, ticketId, body);
  }

  @Post('call')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Call the customer to the chair',
    optionalBody: TicketCommandDto,
    description: 'May be repeated.',
    example: { calledAt: '2026-03-28T09:43:00.000Z', version: 3 },
  })
  call(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: TicketCommandDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.call(command, ticketId, body);
  }

  @Post('start')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Start: the customer sits in the chair',
    optionalBody: TicketCommandDto,
    example: { state: 'in_service', startedAt: '2026-03-28T09:44:00.000Z', version: 3 },
  })
  start(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: TicketCommandDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.start(command, ticketId, body);
  }

  @Post('services')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Add a service',
    description: 'In the chair or before, at the price of today.',
    problems: [SERVICE_NOT_FOUND, SERVICE_INACTIVE, TICKET_FULL, BARBER_LACKS_SKILL],
  })
  addService(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: AddServiceDto,
  ): Promise<TicketResponse> {
    return this.additions.addService(command, ticketId, body);
  }

  @Post('complete')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Complete: all is done, the chair is free',
    optionalBody: TicketCommandDto,
    description: 'The barber gets the next ticket at once; this one waits for its payment.',
    example: {
      state: 'completed',
      startedAt: '2026-03-28T09:44:00.000Z',
      endedAt: '2026-03-28T10:21:00.000Z',
      version: 4,
    },
  })
  complete(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: TicketCommandDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.complete(command, ticketId, body);
  }

  @Post('requeue')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Hand a ticket back to the queue',
    optionalBody: ReasonedCommandDto,
    description:
      'It keeps its place. The barber takes the next customer; where there is none and nobody ' +
      'else is free, the same ticket again.',
    example: { state: 'waiting', barberId: null, assignedAt: null, version: 3 },
  })
  requeue(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: ReasonedCommandDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.requeue(command, ticketId, body);
  }

  @Post('transfer')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Hand a ticket to another barber',
    description: 'To one who is available and can do what is left, from the chair too.',
    problems: [
      BARBER_NOT_FOUND,
      BARBER_NOT_AVAILABLE,
      BARBER_LACKS_SKILL,
      TICKET_WAITS_FOR_ANOTHER,
      TICKET_SERVICES_DONE_INVALID,
    ],
  })
  transfer(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: TransferTicketDto,
  ): Promise<TicketResponse> {
    return this.handOver.transfer(command, ticketId, body);
  }

  @Post('cancel')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'Cancel a ticket',
    optionalBody: LeaveDto,
    example: { state: 'cancelled', endedAt: '2026-03-28T09:50:00.000Z', version: 3 },
  })
  cancel(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: LeaveDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.cancel(command, ticketId, body);
  }

  @Post('no-show')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'The customer who was called is not there',
    optionalBody: ReasonedCommandDto,
    example: { state: 'no_show', endedAt: '2026-03-28T09:50:00.000Z', version: 3 },
  })
  noShow(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: ReasonedCommandDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.noShow(command, ticketId, body);
  }

  @Post('walk-out')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'The customer has gone without a word',
    optionalBody: LeaveDto,
    example: { state: 'walked_out', endedAt: '2026-03-28T09:50:00.000Z', version: 3 },
  })
  walkOut(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: LeaveDto,
  ): Promise<TicketResponse> {
    return this.lifecycle.walkOut(command, ticketId, body);
  }
}
