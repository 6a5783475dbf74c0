import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { CatalogService } from './catalog.service';
import { CatalogQueries } from './catalog-queries.service';
import { ProductRepository } from './product.repository';
import { ProductsController } from './products.controller';
import { PublicServicesController } from './public-services.controller';
import { ServiceRepository } from './service.repository';
import { ServicesController } from './services.controller';

/** What is sold: services and products. */
@Module({
  imports: [ShopsModule],
  controllers: [ServicesController, ProductsController, PublicServicesController],
  providers: [ServiceRepository, ProductRepository, CatalogService, CatalogQueries],
  exports: [CatalogService, CatalogQueries],
})
export class CatalogModule {}
