import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import type { TicketResponse } from '../dto/ticket.response';
import { MoveTicketDto, RunningLateDto, TicketCommandDto } from '../dto/ticket-command.dto';
import { TICKET_DEFERRED_TOO_OFTEN, TICKET_NOT_IN_QUEUE } from '../ticket.problems';
import { TicketStep } from '../ticket-step.decorator';
import { TicketArrivals } from './ticket-arrivals.service';
import { TicketMoves } from './ticket-moves.service';

const waiting = { state: 'waiting', barberId: null, assignedAt: null } as const;

/** Where a ticket stands in the queue, and whether its customer is here. */
@ApiTags('tickets')
@Observed()
@Controller('v1/tickets/:ticketId')
export class TicketPlaceController {
  constructor(
    private readonly arrivals: TicketArrivals,
    private readonly moves: TicketMoves,
  ) {}

  @Post('here')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'The customer who was on the way is here',
    optionalBody: TicketCommandDto,
    description: 'Every barber may note it. Gives a free barber at once; repeated it does nothing.',
    example: { ...waiting, expectedAt: '2026-03-28T09:45:00.000Z' },
  })
  here(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: TicketCommandDto,
  ): Promise<TicketResponse> {
    return this.arrivals.here(command, ticketId, body);
  }

  @Post('running-late')
  @Roles('owner', 'manager', 'barber')
  @TicketStep({
    summary: 'The customer has called: later than said',
    description: 'Twice at most. Each minute costs a minute of the place in the queue.',
    example: {
      ...waiting,
      isHere: false,
      expectedAt: '2026-03-28T09:55:00.000Z',
      deferredUntil: '2026-03-28T09:55:00.000Z',
    },
    problems: [TICKET_DEFERRED_TOO_OFTEN],
  })
  runningLate(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: RunningLateDto,
  ): Promise<TicketResponse> {
    return this.arrivals.runningLate(command, ticketId, body);
  }

  @Post('move')
  @Roles('owner', 'manager')
  @TicketStep({
    summary: 'Give a waiting ticket another place in the queue',
    description: 'Who did it and why is kept with the event.',
    example: waiting,
    problems: [TICKET_NOT_IN_QUEUE],
  })
  move(
    @FromRequest() command: Command,
    @Param('ticketId') ticketId: string,
    @Body() body: MoveTicketDto,
  ): Promise<TicketResponse> {
    return this.moves.move(command, ticketId, body);
  }
}
