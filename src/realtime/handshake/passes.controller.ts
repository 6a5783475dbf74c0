import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { KnownIdentity } from '../../auth/credentials.service';
import { CurrentIdentity } from '../../auth/identity.decorator';
import { Limited, Roles } from '../../auth/roles.decorator';
import { FORBIDDEN, RATE_LIMITED, UNAUTHENTICATED } from '../../platform/errors/platform.problems';
import { moment, toMoment } from '../../platform/http/fields';
import { Observed } from '../../platform/http/observed.decorator';
import { Operation } from '../../platform/http/operation.decorator';
import { Passes } from './passes';

export class PassResponse extends createZodDto(
  z.object({
    pass: z.string().describe('Send as "?pass=" of the handshake; works once'),
    expiresAt: moment,
  }),
) {}

/** Passes for sockets of clients that can send neither cookie nor header with a handshake. */
@ApiTags('realtime')
@Controller('v1/realtime/passes')
@Observed()
export class PassesController {
  constructor(private readonly passes: Passes) {}

  @Post()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby', 'customer')
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'Issue a pass for one socket handshake',
    description: 'Valid once and for 30 seconds. The socket lives as long as the credential does.',
    status: 201,
    response: PassResponse,
    example: {
      pass: 'frp_u0dYbH0bYVd3mGmY7JqYB0n0pQ5v1o2cVb3w4xYzA1s',
      expiresAt: '2026-03-28T09:30:30.000Z',
    },
    problems: [UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED],
  })
  issue(@CurrentIdentity() identity: KnownIdentity): PassResponse {
    const { pass, expiresAt } = this.passes.issue(identity);
    return { pass, expiresAt: toMoment(expiresAt) };
  }
}
