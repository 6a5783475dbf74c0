import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { RATE_LIMITED, SERVICE_BUSY } from '../platform/errors/platform.problems';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { WHAT_IF_REQUEST_EXAMPLE, WhatIfDto } from './dto/what-if.dto';
import { toWhatIfResponse, WHAT_IF_EXAMPLE, WhatIfResponse } from './dto/what-if.response';
import {
  WHAT_IF_IMPOSSIBLE,
  WHAT_IF_NO_DAYS,
  WHAT_IF_RUNNING,
  WHAT_IF_TOO_MUCH,
} from './what-if.problems';
import { WhatIfService } from './what-if.service';

/** Plans, tried out on the past. */
@ApiTags('reports')
@Observed()
@Controller('v1/what-if')
export class WhatIfController {
  constructor(private readonly questions: WhatIfService) {}

  @Post()
  @HttpCode(200)
  @Roles('owner', 'manager')
  @Limited({ perMinute: 6, burst: 12 })
  @Operation({
    summary: 'Ask what a change would have done',
    description:
      "Plays the shop's own finished days again, as they were and with the changes, and compares " +
      'waits, losses, overtime and money. Takes some seconds, one question of a shop at a time, ' +
      'and changes nothing.',
    response: WhatIfResponse,
    example: WHAT_IF_EXAMPLE,
    requestExample: WHAT_IF_REQUEST_EXAMPLE,
    problems: [
      WHAT_IF_NO_DAYS,
      WHAT_IF_IMPOSSIBLE,
      WHAT_IF_TOO_MUCH,
      WHAT_IF_RUNNING,
      RATE_LIMITED,
      SERVICE_BUSY,
    ],
  })
  async ask(@FromRequest() command: Command, @Body() question: WhatIfDto): Promise<WhatIfResponse> {
    return toWhatIfResponse(await this.questions.ask(command, question));
  }
}
