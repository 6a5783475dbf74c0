import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/unit-of-work';
import {
  type PublicShopListResponse,
  type PublicShopResponse,
  type ShopResponse,
  toPublicShopResponse,
  toShopResponse,
} from './dto/shop.response';
import { ShopsService } from './shops.service';

/** More shops than a person would look through. */
const PUBLIC_SHOPS_MAX = 100;

/** Shops as those outside see them. */
@Injectable()
export class ShopQueries {
  constructor(
    private readonly shops: ShopsService,
    private readonly database: Database,
  ) {}

  /** @throws SHOP_NOT_FOUND */
  async show(shopId: string): Promise<ShopResponse> {
    return toShopResponse(await this.shops.get(this.database.reader, shopId));
  }

  /** @throws SHOP_NOT_FOUND */
  async showPublic(slug: string): Promise<PublicShopResponse> {
    return toPublicShopResponse(await this.shops.getBySlug(this.database.reader, slug));
  }

  /** What a visitor without a link may choose from. */
  async listPublic(): Promise<PublicShopListResponse> {
    const shops = await this.shops.list(this.database.reader, PUBLIC_SHOPS_MAX);
    return { items: shops.map(({ slug, name }) => ({ slug, name })) };
  }
}
