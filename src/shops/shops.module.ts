import { Module } from '@nestjs/common';
import { PublicShopsController } from './public-shops.controller';
import { ShopRepository } from './shop.repository';
import { ShopQueries } from './shop-queries.service';
import { ShopsController } from './shops.controller';
import { ShopsService } from './shops.service';

/** Shops: their rules, money, hours and days. */
@Module({
  controllers: [ShopsController, PublicShopsController],
  providers: [ShopRepository, ShopsService, ShopQueries],
  exports: [ShopsService],
})
export class ShopsModule {}
