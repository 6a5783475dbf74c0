import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import {
  BARBER_CODE_TAKEN,
  BARBER_HAS_TICKET,
  BARBER_NOT_FOUND,
  BARBER_VERSION_STALE,
} from './barber.problems';
import { BarberQueries } from './barber-queries.service';
import { BarbersService } from './barbers.service';
import { CreateBarberDto, UpdateBarberDto } from './dto/barber.dto';
import { BARBER_EXAMPLE, BarberPageResponse, BarberResponse } from './dto/barber.response';
import { ListBarbersQuery } from './dto/list-barbers.query';

/** The staff. */
@ApiTags('barbers')
@Observed()
@Controller('v1/barbers')
export class BarbersController {
  constructor(
    private readonly barbers: BarbersService,
    private readonly queries: BarberQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the barbers',
    description: 'A barber sees his own commission only.',
    response: BarberPageResponse,
    example: { items: [BARBER_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListBarbersQuery,
  ): Promise<Page<BarberResponse>> {
    return this.queries.list(command, query);
  }

  @Get(':barberId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show a barber',
    response: BarberResponse,
    example: BARBER_EXAMPLE,
    problems: [BARBER_NOT_FOUND],
    params: { barberId: BARBER_EXAMPLE.id },
  })
  show(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
  ): Promise<BarberResponse> {
    return this.queries.show(command, barberId);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Take on a barber',
    description: 'To sign in he needs a PIN: see PUT /v1/barbers/{barberId}/pin.',
    status: 201,
    response: BarberResponse,
    example: { ...BARBER_EXAMPLE, status: 'off_duty', onShiftSince: null },
    problems: [BARBER_CODE_TAKEN],
    idempotency: 'optional',
  })
  create(@FromRequest() command: Command, @Body() body: CreateBarberDto): Promise<BarberResponse> {
    return this.barbers.create(command, body);
  }

  @Patch(':barberId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change a barber',
    description:
      'A new commission holds for sales from now on. `isActive: false` is for who has left: it ends ' +
      'the shift and every session at once.',
    response: BarberResponse,
    example: { ...BARBER_EXAMPLE, commissionBasisPoints: 5000, version: 2 },
    problems: [BARBER_NOT_FOUND, BARBER_VERSION_STALE, BARBER_CODE_TAKEN, BARBER_HAS_TICKET],
    params: { barberId: BARBER_EXAMPLE.id },
  })
  update(
    @FromRequest() command: Command,
    @Param('barberId') barberId: string,
    @Body() body: UpdateBarberDto,
  ): Promise<BarberResponse> {
    return this.barbers.update(command, barberId, body);
  }
}
