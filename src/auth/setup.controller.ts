import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { OPENING_HOURS_INVALID } from '../shops/shop.problems';
import { PASSWORD_TOO_WEAK, SETUP_DONE, SETUP_REFUSED } from './auth.problems';
import { type Caller, CurrentCaller } from './caller.decorator';
import { bearerOf } from './credentials.service';
import { Limited, Public } from './roles.decorator';
import { SetupDto, SetupStateResponse } from './setup/dto/setup.dto';
import { SetupService } from './setup.service';
import { ME_EXAMPLE, MeResponse } from './sign-in/dto/me.response';
import { SignInResponder } from './sign-in/sign-in-responder';

/** The first minutes of a shop. */
@ApiTags('setup')
@Observed()
@Controller('v1/setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly responder: SignInResponder,
  ) {}

  @Get()
  @Public()
  @Limited({ perMinute: 60, burst: 30 })
  @Operation({
    summary: 'Tell whether the server must be set up',
    response: SetupStateResponse,
    example: { isNeeded: true },
    problems: [RATE_LIMITED],
  })
  async show(): Promise<SetupStateResponse> {
    return { isNeeded: await this.setup.isNeeded() };
  }

  @Post()
  @Public()
  @Limited({ perMinute: 10, burst: 10 })
  @Operation({
    summary: 'Set up the shop and its owner',
    description:
      'With the token of the one-time link that the server prints at its start, or with the ' +
      'ADMIN_KEY as bearer token. Answers with a session cookie: the owner is signed in.',
    status: 201,
    response: MeResponse,
    example: ME_EXAMPLE,
    problems: [SETUP_REFUSED, SETUP_DONE, PASSWORD_TOO_WEAK, OPENING_HOURS_INVALID, RATE_LIMITED],
  })
  async setUp(
    @Body() body: SetupDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    const proof = body.token ?? bearerOf(caller.authorization);
    const signedIn = await this.setup.setUp(body, proof, this.responder.visitorOf(caller));
    return this.responder.welcome(reply, signedIn);
  }
}
