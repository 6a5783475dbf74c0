import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import type { ShopEntity } from '../shop.entity';
import { openingHours } from '../shop-fields.rules';

const publicShop = {
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  locale: z.string(),
  openingHours,
};

/** A shop as its staff and devices see it. */
export class ShopResponse extends createZodDto(
  z.object({
    id: z.uuid(),
    ...publicShop,
    dayStartsAtHour: z.int(),
    taxBasisPoints: z.int(),
    pricesIncludeTax: z.boolean(),
    tipPresetBasisPoints: z.array(z.int()),
    tipLimitBasisPoints: z.int(),
    version: z.int(),
    updatedAt: moment,
  }),
) {}

/** A shop as anybody sees it. */
export class PublicShopResponse extends createZodDto(z.object(publicShop)) {}

export function toPublicShopResponse(shop: ShopEntity): PublicShopResponse {
  return {
    slug: shop.slug,
    name: shop.name,
    timeZone: shop.timeZone,
    currency: shop.currency,
    locale: shop.locale,
    openingHours: shop.openingHours as PublicShopResponse['openingHours'],
  };
}

export function toShopResponse(shop: ShopEntity): ShopResponse {
  return {
    id: shop.id,
    ...toPublicShopResponse(shop),
    dayStartsAtHour: shop.dayStartsAtHour,
    taxBasisPoints: shop.taxBasisPoints,
    pricesIncludeTax: shop.pricesIncludeTax,
    tipPresetBasisPoints: shop.tipPresetBasisPoints,
    tipLimitBasisPoints: shop.tipLimitBasisPoints,
    version: shop.version,
    updatedAt: toMoment(shop.updatedAt),
  };
}
