import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/roles.decorator';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import type { Page } from '../platform/http/pagination';
import { SHOP_NOT_FOUND } from '../shops/shop.problems';
import { CatalogQueries } from './catalog-queries.service';
import { ListOfferQuery } from './dto/list-catalog.query';
import {
  PUBLIC_SERVICE_EXAMPLE,
  PublicServicePageResponse,
  type PublicServiceResponse,
} from './dto/service.response';

/** What customers may choose from before they come in. */
@ApiTags('public')
@Observed()
@Controller('v1/public/shops/:slug/services')
export class PublicServicesController {
  constructor(private readonly queries: CatalogQueries) {}

  @Get()
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'List what a shop offers',
    response: PublicServicePageResponse,
    example: { items: [PUBLIC_SERVICE_EXAMPLE], nextCursor: null },
    problems: [SHOP_NOT_FOUND, RATE_LIMITED],
    params: { slug: 'barbershop-fusion' },
  })
  list(
    @Param('slug') slug: string,
    @Query() query: ListOfferQuery,
  ): Promise<Page<PublicServiceResponse>> {
    return this.queries.listOffer(slug, query);
  }
}
