import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import { BARBER_NOT_FOUND } from '../../barbers/barber.problems';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import {
  DRAWER_COUNTED,
  DRAWER_OPEN,
  DRAWER_SESSION_NOT_FOUND,
  DRAWER_TOO_LITTLE,
  TIPS_TOO_LITTLE,
} from './drawer.problems';
import { DrawerService } from './drawer.service';
import { DrawerQueries } from './drawer-queries.service';
import {
  CountDrawerDto,
  ListDrawerSessionsQuery,
  type MoveCash,
  MoveCashDto,
  OpenDrawerDto,
} from './dto/drawer.dto';
import {
  DRAWER_SESSION_EXAMPLE,
  DrawerSessionPageResponse,
  DrawerSessionResponse,
  OPEN_DRAWER_EXAMPLE,
} from './dto/drawer-session.response';

const params = { sessionId: DRAWER_SESSION_EXAMPLE.id };

/** Cash, from the float to the count. */
@ApiTags('drawers')
@Observed()
@Controller('v1/drawer-sessions')
export class DrawerController {
  constructor(
    private readonly drawers: DrawerService,
    private readonly queries: DrawerQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'List drawer sessions, the latest first',
    response: DrawerSessionPageResponse,
    example: { items: [DRAWER_SESSION_EXAMPLE], nextCursor: null },
  })
  list(
    @FromRequest() command: Command,
    @Query() query: ListDrawerSessionsQuery,
  ): Promise<Page<DrawerSessionResponse>> {
    return this.queries.list(command.shopId, query);
  }

  @Get(':sessionId')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Show a drawer session',
    response: DrawerSessionResponse,
    example: DRAWER_SESSION_EXAMPLE,
    problems: [DRAWER_SESSION_NOT_FOUND],
    params,
  })
  show(
    @FromRequest() command: Command,
    @Param('sessionId') sessionId: string,
  ): Promise<DrawerSessionResponse> {
    return this.queries.get(command.shopId, sessionId);
  }

  @Post()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Open a drawer with its float',
    description: 'What is missing to the float comes from the safe; what is above it goes there.',
    status: 201,
    response: DrawerSessionResponse,
    requestExample: { floatCents: 20_000 },
    example: OPEN_DRAWER_EXAMPLE,
    problems: [DRAWER_OPEN],
    idempotency: 'optional',
  })
  open(
    @FromRequest() command: Command,
    @Body() body: OpenDrawerDto,
  ): Promise<DrawerSessionResponse> {
    return this.drawers.open(command, body);
  }

  @Post(':sessionId/movements')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Bring cash in, drop it to the safe, pay an expense or a barber’s tips',
    status: 201,
    response: DrawerSessionResponse,
    requestExample: { kind: 'paid_out', amountCents: 850, reason: 'Milk and coffee' },
    example: { ...OPEN_DRAWER_EXAMPLE, movements: DRAWER_SESSION_EXAMPLE.movements },
    problems: [
      DRAWER_SESSION_NOT_FOUND,
      DRAWER_COUNTED,
      DRAWER_TOO_LITTLE,
      TIPS_TOO_LITTLE,
      BARBER_NOT_FOUND,
    ],
    params,
    idempotency: 'optional',
  })
  move(
    @FromRequest() command: Command,
    @Param('sessionId') sessionId: string,
    @Body() body: MoveCashDto,
  ): Promise<DrawerSessionResponse> {
    return this.drawers.move(command, sessionId, body as MoveCash);
  }

  @Post(':sessionId/count')
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Count a drawer by coins and notes',
    description: 'What should be there is told after the count. The difference is booked.',
    response: DrawerSessionResponse,
    requestExample: { denominations: DRAWER_SESSION_EXAMPLE.denominations },
    example: DRAWER_SESSION_EXAMPLE,
    problems: [DRAWER_SESSION_NOT_FOUND, DRAWER_COUNTED],
    params,
    idempotency: 'optional',
  })
  count(
    @FromRequest() command: Command,
    @Param('sessionId') sessionId: string,
    @Body() body: CountDrawerDto,
  ): Promise<DrawerSessionResponse> {
    return this.drawers.count(command, sessionId, body);
  }
}
