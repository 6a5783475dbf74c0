import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../../catalog/catalog.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { BARBER_LACKS_SKILL } from '../ticket.problems';
import { Parties } from './parties.service';
import { OpenPartyDto } from './party.dto';
import { OPEN_PARTY_EXAMPLE, OpenPartyResponse } from './party.response';

/** Fathers with sons, friends before a wedding: people who come together. */
@ApiTags('tickets')
@Observed()
@Controller('v1/parties')
export class PartiesController {
  constructor(private readonly parties: Parties) {}

  @Post()
  @Roles('owner', 'manager', 'barber', 'kiosk')
  @Operation({
    summary: 'Open tickets for several people who come together',
    description:
      'One place in the queue, a ticket for each. Everybody may leave alone; nobody loses the ' +
      'place by another one’s absence.',
    status: 201,
    response: OpenPartyResponse,
    example: OPEN_PARTY_EXAMPLE,
    problems: [
      SERVICE_NOT_FOUND,
      SERVICE_INACTIVE,
      BARBER_NOT_FOUND,
      BARBER_INACTIVE,
      BARBER_LACKS_SKILL,
    ],
    idempotency: 'optional',
  })
  open(@FromRequest() command: Command, @Body() body: OpenPartyDto): Promise<OpenPartyResponse> {
    return this.parties.open(command, body);
  }
}
