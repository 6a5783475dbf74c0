import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { CatalogService } from './catalog.service';
import { ProductRepository } from './product.repository';
import { ServiceRepository } from './service.repository';

/** What is sold: services and products. */
@Module({
  imports: [ShopsModule],
  providers: [ServiceRepository, ProductRepository, CatalogService],
  exports: [CatalogService],
})
export class CatalogModule {}
