import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Command } from '../../platform/database/command';
import { RATE_LIMITED } from '../../platform/errors/platform.problems';
import { FromRequest } from '../../platform/http/command.decorator';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { ORIGIN_FOREIGN, SIGN_IN_FAILED, SIGN_IN_THROTTLED } from '../auth.problems';
import { type Caller, CurrentCaller } from '../caller.decorator';
import type { KnownIdentity } from '../credentials.service';
import { CurrentIdentity } from '../identity.decorator';
import { Limited, Public, Roles } from '../roles.decorator';
import { SessionCookie } from '../session-cookie';
import { SessionsService } from '../sessions/sessions.service';
import { ME_BARBER_EXAMPLE, ME_EXAMPLE, MeResponse } from './dto/me.response';
import { BarberSignInDto, SignInDto } from './dto/sign-in.dto';
import { MeQueries } from './me-queries.service';
import { SignInService } from './sign-in.service';
import { SignInResponder } from './sign-in-responder';

/** Coming in and going out. */
@ApiTags('auth')
@Observed()
@Controller('v1')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly me: MeQueries,
    private readonly responder: SignInResponder,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('auth/sign-in')
  @Public()
  @Limited({ perMinute: 30, burst: 30 })
  @Operation({
    summary: 'Sign in as owner or manager',
    description: 'Answers with a session cookie. Five wrong passwords in a row make one wait.',
    response: MeResponse,
    example: ME_EXAMPLE,
    problems: [SIGN_IN_FAILED, SIGN_IN_THROTTLED, RATE_LIMITED],
  })
  async signIn(
    @Body() body: SignInDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    const visitor = this.responder.visitorOf(caller);
    return this.responder.welcome(reply, await this.signIns.signIn(body, visitor));
  }

  @Post('auth/barber-sign-in')
  @Public()
  @Limited({ perMinute: 30, burst: 30 })
  @Operation({
    summary: 'Sign in as barber',
    description: 'Answers with a session cookie. Five wrong PINs in a row make one wait.',
    response: MeResponse,
    example: ME_BARBER_EXAMPLE,
    problems: [SIGN_IN_FAILED, SIGN_IN_THROTTLED, RATE_LIMITED],
  })
  async barberSignIn(
    @Body() body: BarberSignInDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    const visitor = this.responder.visitorOf(caller);
    return this.responder.welcome(reply, await this.signIns.barberSignIn(body, visitor));
  }

  @Post('auth/sign-out')
  @Roles('owner', 'manager', 'barber')
  @Operation({
    summary: 'Sign out',
    description: 'The session and its sockets end at once. With an API token nothing happens.',
    status: 204,
    problems: [ORIGIN_FOREIGN],
  })
  async signOut(
    @FromRequest() command: Command,
    @CurrentIdentity() identity: KnownIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(command, identity.credentialId);
    this.cookie.clear(reply);
  }

  @Get('me')
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({ summary: 'Show who I am', response: MeResponse, example: ME_EXAMPLE })
  showMe(@CurrentIdentity() identity: KnownIdentity): Promise<MeResponse> {
    return this.me.show(identity);
  }
}
