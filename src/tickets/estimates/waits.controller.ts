import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Limited, Public, Roles } from '../../auth/roles.decorator';
import { SERVICE_INACTIVE, SERVICE_NOT_FOUND } from '../../catalog/catalog.problems';
import type { Command } from '../../platform/database/command';
import { Database } from '../../platform/database/unit-of-work';
import { RATE_LIMITED } from '../../platform/errors/platform.problems';
import { FromRequest } from '../../platform/http/command.decorator';
import { isUnchanged } from '../../platform/http/etag';
import { Operation } from '../../platform/http/operation.decorator';
import { SHOP_NOT_FOUND } from '../../shops/shop.problems';
import { ShopsService } from '../../shops/shops.service';
import { WAITS_EXAMPLE, WaitsQuery, WaitsResponse } from '../dto/waits.response';
import { DoorWaits } from './door-waits.service';

const DESCRIPTION =
  'Both waits, so that a wish is made with open eyes: with whoever is free first, and with each ' +
  'barber who can do it; each as a range and as clock times. And whether the shop takes anybody ' +
  'in, for each service, or why not. At most five seconds old. Poll with If-None-Match.';

const IfNoneMatch = ApiHeader({
  name: 'If-None-Match',
  required: false,
  description: 'The ETag of the answer that you have.',
  schema: { type: 'string' },
});
const Unchanged = ApiResponse({ status: 304, description: 'You have it already' });

/** What somebody who joins now would wait. Polled by many: not observed. */
@Controller('v1')
export class WaitsController {
  constructor(
    private readonly waits: DoorWaits,
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  @Get('waits')
  @ApiTags('waits')
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({
    summary: 'Show what somebody who joins now would wait',
    description: DESCRIPTION,
    response: WaitsResponse,
    example: WAITS_EXAMPLE,
    problems: [SERVICE_NOT_FOUND, SERVICE_INACTIVE],
  })
  @IfNoneMatch
  @Unchanged
  show(
    @FromRequest() { shopId }: Command,
    @Query() query: WaitsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaitsResponse | undefined> {
    return this.answer(shopId, query, request, reply);
  }

  @Get('public/shops/:slug/waits')
  @ApiTags('public')
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'Show what you would wait, joining now',
    description: DESCRIPTION,
    response: WaitsResponse,
    example: WAITS_EXAMPLE,
    problems: [SHOP_NOT_FOUND, SERVICE_NOT_FOUND, SERVICE_INACTIVE, RATE_LIMITED],
    params: { slug: 'barbershop-fusion' },
  })
  @IfNoneMatch
  @Unchanged
  async showPublic(
    @Param('slug') slug: string,
    @Query() query: WaitsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WaitsResponse | undefined> {
    const shop = await this.shops.getBySlug(this.database.reader, slug);
    return this.answer(shop.id, query, request, reply);
  }

  private async answer(
    shopId: string,
    { serviceIds = [] }: WaitsQuery,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<WaitsResponse | undefined> {
    if (isUnchanged(request, reply, await this.waits.tag(shopId))) {
      void reply.status(304);
      return undefined;
    }
    return this.waits.read(shopId, serviceIds);
  }
}
