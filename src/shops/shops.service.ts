import { Injectable } from '@nestjs/common';
import type { Command } from '../platform/database/command';
import type { Reader } from '../platform/database/sql';
import { type Transaction, UnitOfWork } from '../platform/database/unit-of-work';
import { type BusinessDay, businessDayOf } from '../platform/time/business-day';
import { type ShopResponse, toShopResponse } from './dto/shop.response';
import type { UpdateShopDto } from './dto/update-shop.dto';
import { faultOfOpeningHours, type OpeningHours } from './opening-hours.rules';
import type { ShopEntity } from './shop.entity';
import { shopCreated, shopUpdated } from './shop.events';
import {
  OPENING_HOURS_INVALID,
  SHOP_NOT_FOUND,
  SHOP_SLUG_TAKEN,
  SHOP_VERSION_STALE,
} from './shop.problems';
import { ShopRepository } from './shop.repository';
import { type NewShop, slugOf } from './shop-fields.rules';

/** Opens shops, changes their rules, and tells others what the rules are. */
@Injectable()
export class ShopsService {
  constructor(
    private readonly shops: ShopRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws SHOP_NOT_FOUND */
  async get(reader: Reader, shopId: string): Promise<ShopEntity> {
    const shop = await this.shops.find(reader, shopId);
    if (!shop) throw SHOP_NOT_FOUND.error();
    return shop;
  }

  /** The oldest first. */
  list(reader: Reader, limit: number): Promise<ShopEntity[]> {
    return this.shops.list(reader, limit);
  }

  findBySlug(reader: Reader, slug: string): Promise<ShopEntity | null> {
    return this.shops.findBySlug(reader, slug);
  }

  /** @throws SHOP_NOT_FOUND */
  async getBySlug(reader: Reader, slug: string): Promise<ShopEntity> {
    const shop = await this.findBySlug(reader, slug);
    if (!shop) throw SHOP_NOT_FOUND.error();
    return shop;
  }

  /** The shop that this server was set up with, or null before its setup. */
  findFirst(reader: Reader): Promise<ShopEntity | null> {
    return this.shops.findFirst(reader);
  }

  /** The day that a moment belongs to in the shop's books. */
  businessDay(shop: ShopEntity, at: number): BusinessDay {
    return businessDayOf(at, shop);
  }

  /**
   * Opens the shop that the unit is about: its id is the unit's `shopId`.
   *
   * @throws SHOP_SLUG_TAKEN, OPENING_HOURS_INVALID
   */
  async create(tx: Transaction, input: NewShop): Promise<ShopEntity> {
    const { slug = slugOf(input.name), ...rules } = input;
    assertOpeningHours(input.openingHours);
    await this.assertSlugIsFree(tx, slug);
    const shop: ShopEntity = {
      ...rules,
      id: tx.shopId,
      slug,
      accentColour: null,
      logoFile: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.shops.insert(tx, shop);
    tx.record(shopCreated(toShopResponse(shop)));
    return shop;
  }

  /** @throws SHOP_VERSION_STALE, SHOP_SLUG_TAKEN, OPENING_HOURS_INVALID */
  update(command: Command, input: UpdateShopDto): Promise<ShopResponse> {
    return this.unitOfWork.run(command, async (tx) => {
      const { expectedVersion, ...wanted } = input;
      const shop = await this.get(tx, tx.shopId);
      if (expectedVersion !== undefined && expectedVersion !== shop.version) {
        throw SHOP_VERSION_STALE.error({ currentVersion: shop.version });
      }
      if (wanted.openingHours) assertOpeningHours(wanted.openingHours);
      if (wanted.slug !== undefined && wanted.slug !== shop.slug) {
        await this.assertSlugIsFree(tx, wanted.slug);
      }

      const changes = { ...wanted, version: shop.version + 1, updatedAt: tx.now };
      await this.shops.update(tx, shop.id, changes);
      const response = toShopResponse({ ...shop, ...changes });
      tx.record(shopUpdated(response));
      return response;
    });
  }

  private async assertSlugIsFree(tx: Transaction, slug: string): Promise<void> {
    if (await this.shops.findBySlug(tx, slug)) throw SHOP_SLUG_TAKEN.error({ slug });
  }
}

function assertOpeningHours(hours: OpeningHours): void {
  const fault = faultOfOpeningHours(hours);
  if (fault) throw OPENING_HOURS_INVALID.error({ ...fault });
}
