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
  accentColour: z.string().nullable().describe('As #rrggbb, dark enough to be read on white.'),
  logoUrl: z.string().nullable().describe('On this server; a new logo has a new address.'),
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
    tipPresetAmountsCents: z.array(z.int()),
    tipAmountsBelowCents: z.int(),
    honoursQuotedPrices: z.boolean(),
    barberDiscountLimitBasisPoints: z.int(),
    managerDiscountLimitBasisPoints: z.int(),
    address: z.string().nullable(),
    taxNumber: z.string().nullable(),
    receiptFooter: z.string().nullable(),
    venmoHandle: z.string().nullable(),
    zelleHandle: z.string().nullable(),
    cashTag: z.string().nullable(),
    refundLimitCents: z.int(),
    graceMinutes: z.int(),
    remoteHoldMinutes: z.int(),
    dispatchMode: z.enum(DISPATCH_MODES),
    patienceForRequestedBarberMinutes: z.int(),
    stopsIntake: z.boolean(),
    isIntakePaused: z.boolean(),
    closingTimeWithoutHours: z.string().nullable(),
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
    accentColour: shop.accentColour,
    logoUrl: shop.logoFile && `/logos/${shop.logoFile}`,
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
    tipPresetAmountsCents: shop.tipPresetAmountsCents,
    tipAmountsBelowCents: shop.tipAmountsBelowCents,
    honoursQuotedPrices: shop.honoursQuotedPrices,
    barberDiscountLimitBasisPoints: shop.barberDiscountLimitBasisPoints,
    managerDiscountLimitBasisPoints: shop.managerDiscountLimitBasisPoints,
    address: shop.address,
    taxNumber: shop.taxNumber,
    receiptFooter: shop.receiptFooter,
    venmoHandle: shop.venmoHandle,
    zelleHandle: shop.zelleHandle,
    cashTag: shop.cashTag,
    refundLimitCents: shop.refundLimitCents,
    graceMinutes: shop.graceMinutes,
    remoteHoldMinutes: shop.remoteHoldMinutes,
    dispatchMode: shop.dispatchMode,
    patienceForRequestedBarberMinutes: shop.patienceForRequestedBarberMinutes,
    stopsIntake: shop.stopsIntake,
    isIntakePaused: shop.isIntakePaused,
    closingTimeWithoutHours: shop.closingTimeWithoutHours,
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
  accentColour: '#8a1c1c',
  logoUrl: '/logos/5feceb66ffc86f38d952786c6d696c79.png',
};

export const SHOP_EXAMPLE: ShopResponse = {
  id: '0198a3c2-7c50-7e11-9f3e-0a4f6b7c8d9e',
  ...PUBLIC_SHOP_EXAMPLE,
  dayStartsAtHour: 4,
  taxBasisPoints: 2000,
  pricesIncludeTax: true,
  tipPresetBasisPoints: [1000, 1500, 2000],
  tipLimitBasisPoints: 10_000,
  tipPresetAmountsCents: [100, 200, 300],
  tipAmountsBelowCents: 1000,
  honoursQuotedPrices: true,
  barberDiscountLimitBasisPoints: 2000,
  managerDiscountLimitBasisPoints: 10_000,
  address: '12 Mill Lane, London E1 4AB',
  taxNumber: 'GB 123 4567 89',
  receiptFooter: null,
  venmoHandle: null,
  zelleHandle: null,
  cashTag: null,
  refundLimitCents: 20_000,
  graceMinutes: 5,
  remoteHoldMinutes: 30,
  dispatchMode: 'default',
  patienceForRequestedBarberMinutes: 15,
  stopsIntake: true,
  isIntakePaused: false,
  closingTimeWithoutHours: null,
  version: 3,
  updatedAt: '2026-03-28T09:30:00.000Z',
};
