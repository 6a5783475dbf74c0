import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { USUAL_OPENING_HOURS } from '../opening-hours.rules';
import { DISPATCH_MODES, type ShopEntity } from '../shop.entity';
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
    graceMinutes: z.int(),
    remoteHoldMinutes: z.int(),
    dispatchMode: z.enum(DISPATCH_MODES),
    patienceForRequestedBarberMinutes: z.int(),
    version: z.int(),
    updatedAt: moment,
  }),
) {}

/** A shop as anybody sees it. */
export class PublicShopResponse extends createZodDto(z.object(publicShop)) {}

/** The shops of a server, for whoever comes without a link. */
export class PublicShopListResponse extends createZodDto(
  z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })) }),
) {}

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
    graceMinutes: shop.graceMinutes,
    remoteHoldMinutes: shop.remoteHoldMinutes,
    dispatchMode: shop.dispatchMode,
    patienceForRequestedBarberMinutes: shop.patienceForRequestedBarberMinutes,
    version: shop.version,
    updatedAt: toMoment(shop.updatedAt),
  };
}

export const PUBLIC_SHOP_EXAMPLE: PublicShopResponse = {
  slug: 'barbershop-fusion',
  name: 'Barbershop Fusion',
  timeZone: 'Europe/London',
  currency: 'GBP',
  locale: 'en-GB',
  openingHours: USUAL_OPENING_HOURS as PublicShopResponse['openingHours'],
};

export const SHOP_EXAMPLE: ShopResponse = {
  id: '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e',
  ...PUBLIC_SHOP_EXAMPLE,
  dayStartsAtHour: 4,
  taxBasisPoints: 2000,
  pricesIncludeTax: true,
  tipPresetBasisPoints: [1000, 1500, 2000],
  tipLimitBasisPoints: 10_000,
  graceMinutes: 5,
  remoteHoldMinutes: 30,
  dispatchMode: 'default',
  patienceForRequestedBarberMinutes: 15,
  version: 3,
  updatedAt: '2026-03-28T09:30:00.000Z',
};
