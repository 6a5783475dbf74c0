import { z } from 'zod';
import { amountCents, basisPoints, line } from '../platform/http/fields';
import { isCurrency } from '../platform/money/money';
import { isTimeZone } from '../platform/time/business-day';
import { USUAL_OPENING_HOURS } from './opening-hours.rules';
import { DISPATCH_MODES } from './shop.entity';
import { moneyFields, newShopMoneyFields } from './shop-money.fields';

const TIP_LIMIT_BASIS_POINTS_MAX = 100_000;
const PATIENCE_MINUTES_MAX = 240;

const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'Use HH:MM');
const periods = z.array(z.strictObject({ opensAt: time, closesAt: time })).max(4);

/** A week of opening hours as a caller gives it. */
export const openingHours = z
  .strictObject({
    mon: periods,
    tue: periods,
    wed: periods,
    thu: periods,
    fri: periods,
    sat: periods,
    sun: periods,
  })
  .describe('Wall-clock times of the shop. A closing before the opening is on the next morning.')
  .meta({ example: USUAL_OPENING_HOURS });

/** What a shop is described by, field by field; changes take some, a new shop all. */
export const shopFields = {
  name: line(80).meta({ example: 'Barbershop Fusion' }),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use letters, digits and single hyphens')
    .meta({ example: 'barbershop-fusion' }),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'Use an IANA time zone, e.g. Europe/London')
    .meta({ example: 'Europe/London' }),
  locale: z
    .string()
    .max(35)
    .refine(isLocale, 'Use a BCP 47 tag, e.g. en-GB')
    .meta({ example: 'en-GB' }),
  dayStartsAtHour: z
    .number()
    .int()
    .min(0)
    .max(12)
    .describe('Local hour at which a new business day begins; 4 keeps a late Friday on Friday.'),
  openingHours,
  taxBasisPoints: basisPoints.describe('Sales tax: 825 means 8.25 %.'),
  pricesIncludeTax: z.boolean().describe('Whether list prices contain the tax.'),
  tipPresetBasisPoints: z
    .array(basisPoints)
    .max(5)
    .describe('Tips offered to customers, as parts of the list price.'),
  tipLimitBasisPoints: z
    .number()
    .int()
    .min(0)
    .max(TIP_LIMIT_BASIS_POINTS_MAX)
    .describe('Higher tips are refused as mistakes; 10000 is once the list price.'),
  refundLimitCents: amountCents.describe(
    'The most that a manager may give back of one order; beyond it the owner decides.',
  ),
  graceMinutes: z
    .number()
    .int()
    .min(1)
    .max(60)
    .describe('How long a chair is kept for a called customer; later from afar costs the place.'),
  remoteHoldMinutes: z
    .number()
    .int()
    .min(5)
    .max(240)
    .describe('Who is on the way and this much later than said loses the ticket.'),
  dispatchMode: z
    .enum(DISPATCH_MODES)
    .describe(
      '"default" keeps the order of arrival; "look_ahead" may pass somebody when all together wait less, which makes waits shorter and harder to foresee.',
    ),
  patienceForRequestedBarberMinutes: z
    .number()
    .int()
    .min(0)
    .max(PATIENCE_MINUTES_MAX)
    .describe('How long a requested barber is waited for when the customer does not say.'),
  stopsIntake: z
    .boolean()
    .describe(
      'Refuse customers at the kiosk and from the page who would hardly be seated before closing, and outside the opening hours. Staff may always take somebody in.',
    ),
  isIntakePaused: z
    .boolean()
    .describe('Take nobody in at the kiosk and from the page until this is switched off.'),
  closingTimeWithoutHours: time
    .nullable()
    .describe(
      'When a day ends for which there are no opening hours; null: with the business day, and on such a day customers are refused while "stopsIntake" is on.',
    ),
  ...moneyFields,
};

/** A shop as its owner describes it on the first day. */
export const newShop = z.strictObject({
  name: shopFields.name,
  slug: shopFields.slug.optional(),
  timeZone: shopFields.timeZone,
  currency: z
    .string()
    .refine(isCurrency, 'Use an ISO 4217 code in upper case, e.g. GBP')
    .describe('Cannot be changed later: the books are kept in it.')
    .meta({ example: 'GBP' }),
  locale: shopFields.locale.default('en-GB'),
  dayStartsAtHour: shopFields.dayStartsAtHour.default(4),
  openingHours: shopFields.openingHours.default(() => structuredClone(usualOpeningHours())),
  taxBasisPoints: shopFields.taxBasisPoints.default(0),
  pricesIncludeTax: shopFields.pricesIncludeTax.default(true),
  tipPresetBasisPoints: shopFields.tipPresetBasisPoints.default([1500, 2000, 2500]),
  tipLimitBasisPoints: shopFields.tipLimitBasisPoints.default(10_000),
  refundLimitCents: shopFields.refundLimitCents.default(20_000),
  graceMinutes: shopFields.graceMinutes.default(5),
  remoteHoldMinutes: shopFields.remoteHoldMinutes.default(30),
  dispatchMode: shopFields.dispatchMode.default('default'),
  patienceForRequestedBarberMinutes: shopFields.patienceForRequestedBarberMinutes.default(15),
  stopsIntake: shopFields.stopsIntake.default(true),
  isIntakePaused: shopFields.isIntakePaused.default(false),
  closingTimeWithoutHours: shopFields.closingTimeWithoutHours.default(null),
  ...newShopMoneyFields,
});
export type NewShop = z.output<typeof newShop>;

/** A slug made of a name: `Joe's Cuts` becomes `joe-s-cuts`. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.join('-').slice(0, 40).replace(/-$/, '') || 'shop';
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function usualOpeningHours() {
  return USUAL_OPENING_HOURS as z.output<typeof openingHours>;
}
