import { Module } from '@nestjs/common';
import { LogosController } from './look/logos.controller';
import { ShopLookController } from './look/shop-look.controller';
import { ShopLook } from './look/shop-look.service';
import { PublicShopsController } from './public-shops.controller';
import { ShopRepository } from './shop.repository';
import { ShopQueries } from './shop-queries.service';
import { ShopsController } from './shops.controller';
import { ShopsService } from './shops.service';

/** Shops: their rules, money, hours and days. */
@Module({
  controllers: [ShopsController, PublicShopsController, ShopLookController, LogosController],
  providers: [ShopRepository, ShopsService, ShopQueries, ShopLook],
  exports: [ShopsService],
})
export class ShopsModule {}
