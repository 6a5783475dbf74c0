import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../auth/roles.decorator';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { TURNS_EXAMPLE, TurnsResponse } from './turns.response';
import { Turns } from './turns.service';

/** The list on the wall: whose turn it is. */
@ApiTags('board')
@Observed()
@Controller('v1/turns')
export class TurnsController {
  constructor(private readonly turns: Turns) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Show whose turn it is, and why',
    description: 'All barbers see the same list. There is no money in it.',
    response: TurnsResponse,
    example: TURNS_EXAMPLE,
  })
  show(@FromRequest() command: Command): Promise<TurnsResponse> {
    return this.turns.read(command);
  }
}
