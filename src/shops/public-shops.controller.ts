import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/roles.decorator';
import { RATE_LIMITED } from '../platform/errors/platform.problems';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import {
  PUBLIC_SHOP_EXAMPLE,
  PublicShopListResponse,
  PublicShopResponse,
} from './dto/shop.response';
import { SHOP_NOT_FOUND } from './shop.problems';
import { ShopQueries } from './shop-queries.service';

/** What a shop tells everybody about itself. */
@ApiTags('public')
@Observed()
@Controller('v1/public/shops')
export class PublicShopsController {
  constructor(private readonly queries: ShopQueries) {}

  @Get()
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'List the shops of this server',
    description: 'At most 100, the oldest first: for the page of whoever comes without a link.',
    response: PublicShopListResponse,
    example: { items: [{ slug: PUBLIC_SHOP_EXAMPLE.slug, name: PUBLIC_SHOP_EXAMPLE.name }] },
    problems: [RATE_LIMITED],
  })
  list(): Promise<PublicShopListResponse> {
    return this.queries.listPublic();
  }

  @Get(':slug')
  @Public()
  @Limited({ perMinute: 120, burst: 60 })
  @Operation({
    summary: 'Show a shop to its customers',
    response: PublicShopResponse,
    example: PUBLIC_SHOP_EXAMPLE,
    problems: [SHOP_NOT_FOUND, RATE_LIMITED],
    params: { slug: 'barbershop-fusion' },
  })
  show(@Param('slug') slug: string): Promise<PublicShopResponse> {
    return this.queries.showPublic(slug);
  }
}
