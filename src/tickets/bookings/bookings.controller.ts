import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../../catalog/catalog.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { OPEN_TICKET_EXAMPLE, OpenTicketResponse } from '../dto/open-ticket.response';
import { BARBER_LACKS_SKILL, SLOT_PASSED, SLOT_TAKEN } from '../ticket.problems';
import { BookSlotDto } from './booking.dto';
import { Bookings } from './bookings.service';

const { ticket } = OPEN_TICKET_EXAMPLE;

/** Slots that customers have asked for, on the telephone or at the desk. */
@ApiTags('tickets')
@Observed()
@Controller('v1/bookings')
export class BookingsController {
  constructor(private readonly bookings: Bookings) {}

  @Post()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Book a slot for a customer',
    description:
      'The ticket is "booked" until the customer is here. Nobody is taken before who would delay ' +
      'it by more than 10 minutes; 12 minutes after its time the slot goes to those who wait.',
    status: 201,
    response: OpenTicketResponse,
    example: {
      ...OPEN_TICKET_EXAMPLE,
      ticket: {
        ...ticket,
        ...{ state: 'booked', isHere: false, barberId: null, assignedAt: null, version: 1 },
        bookedAt: '2026-03-28T14:30:00.000Z',
        expectedAt: '2026-03-28T14:30:00.000Z',
      },
    },
    problems: [
      SLOT_PASSED,
      SLOT_TAKEN,
      SERVICE_NOT_FOUND,
      SERVICE_INACTIVE,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
      BARBER_LACKS_SKILL,
    ],
    idempotency: 'optional',
  })
  book(@FromRequest() command: Command, @Body() body: BookSlotDto): Promise<OpenTicketResponse> {
    return this.bookings.book(command, body);
  }
}
