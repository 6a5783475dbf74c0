import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Command } from '../../platform/database/command';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import type { Page } from '../../platform/http/pagination';
import { ORIGIN_FOREIGN, SESSION_NOT_FOUND } from '../auth.problems';
import type { KnownIdentity } from '../credentials.service';
import { CurrentIdentity } from '../identity.decorator';
import { Roles } from '../roles.decorator';
import {
  ListSessionsQuery,
  SESSION_EXAMPLE,
  SessionPageResponse,
  type SessionResponse,
} from './dto/session.response';
import { SessionsService } from './sessions.service';

/** Who is signed in, and ending it. */
@ApiTags('auth')
@Observed()
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'List the sessions',
    description: 'An owner sees all, a manager all but the owners’, a barber his own.',
    response: SessionPageResponse,
    example: { items: [SESSION_EXAMPLE], nextCursor: null },
  })
  list(
    @CurrentIdentity() identity: KnownIdentity,
    @Query() query: ListSessionsQuery,
  ): Promise<Page<SessionResponse>> {
    return this.sessions.list(identity, query);
  }

  @Delete(':sessionId')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'End a session',
    description: 'At once, with its sockets.',
    status: 204,
    problems: [SESSION_NOT_FOUND, ORIGIN_FOREIGN],
    params: { sessionId: SESSION_EXAMPLE.id },
  })
  async end(@FromRequest() command: Command, @Param('sessionId') sessionId: string): Promise<void> {
    await this.sessions.end(command, sessionId);
  }
}
