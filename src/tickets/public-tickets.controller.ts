import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, Public } from '../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../catalog/catalog.problems';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Operation } from '../platform/http/operation.decorator';
import { SHOP_NOT_FOUND } from '../shops/shop.problems';
import { JoinQueueDto } from './dto/open-ticket.dto';
import { OPEN_TICKET_EXAMPLE, OpenTicketResponse } from './dto/open-ticket.response';
import { INTAKE_CLOSED } from './estimates/intake.problems';
import { Strangers } from './strangers.service';
import { BARBER_LACKS_SKILL } from './ticket.problems';
import { TicketsService } from './tickets.service';

/** Customers join the queue from the shop's own page. Hot, so not observed. */
@ApiTags('public')
@Controller('v1/public/shops/:slug/tickets')
export class PublicTicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly strangers: Strangers,
  ) {}

  @Post()
  @Public()
  @Limited({ perMinute: 30, burst: 30 })
  @Operation({
    summary: 'Join the queue',
    description:
      'The answer holds the token of your own link; it is not told again. With an ' +
      'Idempotency-Key of 16 or more random characters a lost answer can be asked for again.',
    status: 201,
    response: OpenTicketResponse,
    example: { ...OPEN_TICKET_EXAMPLE, ticket: { ...OPEN_TICKET_EXAMPLE.ticket, source: 'web' } },
    problems: [
      SHOP_NOT_FOUND,
      SERVICE_NOT_FOUND,
      SERVICE_INACTIVE,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
      BARBER_LACKS_SKILL,
      INTAKE_CLOSED,
      RATE_LIMITED,
    ],
    idempotency: 'optional',
    params: { slug: 'barbershop-fusion' },
  })
  async join(
    @Req() request: FastifyRequest,
    @Param('slug') slug: string,
    @Body() body: JoinQueueDto,
  ): Promise<OpenTicketResponse> {
    return this.tickets.open(await this.strangers.commandOf(request, slug), body);
  }
}
