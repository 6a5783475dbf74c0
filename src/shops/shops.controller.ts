import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import type { Command } from '../platform/database/command';
import { FromRequest } from '../platform/http/command.decorator';
import { Observed } from '../platform/http/observed.decorator';
import { Operation } from '../platform/http/operation.decorator';
import { SHOP_EXAMPLE, ShopResponse } from './dto/shop.response';
import { UpdateShopDto } from './dto/update-shop.dto';
import { OPENING_HOURS_INVALID, SHOP_SLUG_TAKEN, SHOP_VERSION_STALE } from './shop.problems';
import { ShopQueries } from './shop-queries.service';
import { ShopsService } from './shops.service';

/** The shop of whoever asks. */
@ApiTags('shops')
@Observed()
@Controller('v1/shop')
export class ShopsController {
  constructor(
    private readonly shops: ShopsService,
    private readonly queries: ShopQueries,
  ) {}

  @Get()
  @Roles('owner', 'manager', 'barber', 'kiosk', 'lobby')
  @Operation({ summary: 'Show the shop', response: ShopResponse, example: SHOP_EXAMPLE })
  show(@FromRequest() command: Command): Promise<ShopResponse> {
    return this.queries.show(command.shopId);
  }

  @Patch()
  @Roles('owner', 'manager')
  @Operation({
    summary: 'Change the rules of the shop',
    description: 'Absent members stay as they are. The currency is fixed at the setup.',
    response: ShopResponse,
    example: SHOP_EXAMPLE,
    problems: [SHOP_VERSION_STALE, SHOP_SLUG_TAKEN, OPENING_HOURS_INVALID],
  })
  update(@FromRequest() command: Command, @Body() body: UpdateShopDto): Promise<ShopResponse> {
    return this.shops.update(command, body);
  }
}
