import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Limited, Public } from '../../auth/roles.decorator';
import { BARBER_INACTIVE, BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../../catalog/catalog.problems';
import { RATE_LIMITED } from '../../platform/errors/platform.problems';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { SHOP_NOT_FOUND } from '../../shops/shop.problems';
import { INTAKE_CLOSED } from '../estimates/intake.problems';
import { Strangers } from '../strangers.service';
import { BARBER_LACKS_SKILL } from '../ticket.problems';
import { Parties } from './parties.service';
import { JoinPartyDto } from './party.dto';
import { OPEN_PARTY_EXAMPLE, OpenPartyResponse } from './party.response';

/** Several customers join the queue together from the shop's own page. */
@ApiTags('public')
@Observed()
@Controller('v1/public/shops/:slug/parties')
export class PublicPartiesController {
  constructor(
    private readonly parties: Parties,
    private readonly strangers: Strangers,
  ) {}

  @Post()
  @Public()
  @Limited({ perMinute: 10, burst: 10 })
  @Operation({
    summary: 'Join the queue with others',
    description:
      'The answer holds a token for each member’s own link; they are not told again. With an ' +
      'Idempotency-Key of 16 or more random characters a lost answer can be asked for again.',
    status: 201,
    response: OpenPartyResponse,
    example: OPEN_PARTY_EXAMPLE,
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
    @Body() body: JoinPartyDto,
  ): Promise<OpenPartyResponse> {
    return this.parties.open(await this.strangers.commandOf(request, slug), body);
  }
}
