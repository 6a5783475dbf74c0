import { Module } from '@nestjs/common';
import { ShopsModule } from '../shops/shops.module';
import { CatalogService } from './catalog.service';
import { CatalogQueries } from './catalog-queries.service';
import { PackageRepository } from './packages/package.repository';
import { PackagesController } from './packages/packages.controller';
import { PackagesService } from './packages/packages.service';
import { ProductRepository } from './product.repository';
import { ProductsController } from './products.controller';
import { PublicServicesController } from './public-services.controller';
import { ServiceRepository } from './service.repository';
import { ServicesController } from './services.controller';

/** What is sold: services and products. */
@Module({
  imports: [ShopsModule],
  controllers: [
    ServicesController,
    ProductsController,
    PackagesController,
    PublicServicesController,
  ],
  providers: [
    ServiceRepository,
    ProductRepository,
    PackageRepository,
    CatalogService,
    CatalogQueries,
    PackagesService,
  ],
  exports: [CatalogService, CatalogQueries, PackagesService],
})
export class CatalogModule {}
