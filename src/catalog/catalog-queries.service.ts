import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../platform/http/pagination';
import { ShopsService } from '../shops/shops.service';
import type { ListCatalogQuery, ListOfferQuery } from './dto/list-catalog.query';
import { type ProductResponse, toProductResponse } from './dto/product.response';
import {
  type PublicServiceResponse,
  type ServiceResponse,
  toPublicServiceResponse,
  toServiceResponse,
} from './dto/service.response';
import { ProductRepository } from './product.repository';
import type { ServiceEntity } from './service.entity';
import { ServiceRepository } from './service.repository';

const serviceKey = z.tuple([z.int(), z.string()]);
const productKey = z.tuple([z.string(), z.string()]);

/** Lists of what is sold. */
@Injectable()
export class CatalogQueries {
  constructor(
    private readonly services: ServiceRepository,
    private readonly products: ProductRepository,
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  async listServices(shopId: string, query: ListCatalogQuery): Promise<Page<ServiceResponse>> {
    const rows = await this.readServices(shopId, query, stateOf(query.isActive));
    return toPage(rows, query.limit, keyOfService, toServiceResponse);
  }

  /** @throws SHOP_NOT_FOUND */
  async listOffer(slug: string, query: ListOfferQuery): Promise<Page<PublicServiceResponse>> {
    const shop = await this.shops.getBySlug(this.database.reader, slug);
    const rows = await this.readServices(shop.id, query, true);
    return toPage(rows, query.limit, keyOfService, toPublicServiceResponse);
  }

  async listProducts(shopId: string, query: ListCatalogQuery): Promise<Page<ProductResponse>> {
    const key = decodeCursor(query.cursor, productKey);
    const rows = await this.products.list(this.database.reader, shopId, {
      isActive: stateOf(query.isActive),
      after: key && { name: key[0], id: key[1] },
      limit: query.limit + 1,
    });
    return toPage(rows, query.limit, (row) => [row.name, row.id], toProductResponse);
  }

  private readServices(
    shopId: string,
    query: ListOfferQuery,
    isActive: boolean | null,
  ): Promise<ServiceEntity[]> {
    const key = decodeCursor(query.cursor, serviceKey);
    return this.services.list(this.database.reader, shopId, {
      isActive,
      after: key && { position: key[0], id: key[1] },
      limit: query.limit + 1,
    });
  }
}

function keyOfService(service: ServiceEntity): [number, string] {
  return [service.position, service.id];
}

function stateOf(isActive: 'true' | 'false' | undefined): boolean | null {
  return isActive === undefined ? null : isActive === 'true';
}
