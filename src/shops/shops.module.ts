import { Module } from '@nestjs/common';
import { ShopRepository } from './shop.repository';
import { ShopsService } from './shops.service';

/** Shops: their rules, money, hours and days. */
@Module({
  providers: [ShopRepository, ShopsService],
  exports: [ShopsService],
})
export class ShopsModule {}
