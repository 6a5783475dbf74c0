import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/roles.decorator';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { SHOP_NOT_FOUND } from '../shops/shop.problems';
import { BarberQueries } from './barber-queries.service';
import {
  PUBLIC_BARBER_EXAMPLE,
  PublicBarberPageResponse,
  type PublicBarberResponse,
} from './dto/barber.response';
import { ListPublicBarbersQuery } from './dto/list-barbers.query';

/** Whom customers may ask for. */
@ApiTags('public')
@Observed()
@Controller('v1/public/shops/:slug/barbers')
export class PublicBarbersController {
  constructor(private readonly queries: BarberQueries) {}

  @Get()
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'List the barbers of a shop',
    response: PublicBarberPageResponse,
    example: { items: [PUBLIC_BARBER_EXAMPLE], nextCursor: null },
    problems: [SHOP_NOT_FOUND, RATE_LIMITED],
    params: { slug: 'barbershop-fusion' },
  })
  list(
    @Param('slug') slug: string,
    @Query() query: ListPublicBarbersQuery,
  ): Promise<Page<PublicBarberResponse>> {
    return this.queries.listPublic(slug, query);
  }
}
