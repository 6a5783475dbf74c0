import { z } from 'zod';
import { amountCents, basisPoints, line } from '../platform/http/fields';

/** The rules of a shop's till, and what its receipts say. */
export const moneyFields = {
  tipPresetAmountsCents: z
    .array(amountCents.min(1))
    .max(5)
    .describe('Tips in money, offered instead of parts when the services cost little.')
    .meta({ example: [100, 200, 300] }),
  tipAmountsBelowCents: amountCents
    .describe('Services below this list price are offered the amounts; 0: never.')
    .meta({ example: 1000 }),
  honoursQuotedPrices: z
    .boolean()
    .describe(
      'True bills a ticket at the prices of the moment of joining; false at those of today.',
    ),
  barberDiscountLimitBasisPoints: basisPoints.describe(
    'How much of the list price a barber may take off; promotions do not count.',
  ),
  managerDiscountLimitBasisPoints: basisPoints.describe('The same for a manager.'),
  address: line(200)
    .nullable()
    .describe('On receipts.')
    .meta({ example: '12 Mill Lane, London E1 4AB' }),
  taxNumber: line(40)
    .nullable()
    .describe('The number that tax offices want to see on receipts.')
    .meta({ example: 'GB 123 4567 89' }),
  receiptFooter: line(200).nullable().describe('The last words of a receipt.'),
  venmoHandle: z
    .string()
    .regex(/^@[A-Za-z0-9_-]{5,30}$/, 'Use @ and 5 to 30 letters, digits, "-" or "_"')
    .nullable()
    .describe('Where customers send money by Venmo; null: it is not taken.')
    .meta({ example: '@fade-and-co' }),
  zelleHandle: line(80)
    .nullable()
    .describe('The e-mail address or phone number that is enrolled with Zelle.')
    .meta({ example: 'pay@fade.example' }),
  cashTag: z
    .string()
    .regex(/^\$[A-Za-z][A-Za-z0-9_-]{0,19}$/, 'Use $ and up to 20 letters, digits, "-" or "_"')
    .nullable()
    .describe('The $cashtag of the shop.')
    .meta({ example: '$FadeAndCo' }),
};

export const newShopMoneyFields = {
  tipPresetAmountsCents: moneyFields.tipPresetAmountsCents.default([]),
  tipAmountsBelowCents: moneyFields.tipAmountsBelowCents.default(0),
  honoursQuotedPrices: moneyFields.honoursQuotedPrices.default(true),
  barberDiscountLimitBasisPoints: moneyFields.barberDiscountLimitBasisPoints.default(2000),
  managerDiscountLimitBasisPoints: moneyFields.managerDiscountLimitBasisPoints.default(10_000),
  address: moneyFields.address.default(null),
  taxNumber: moneyFields.taxNumber.default(null),
  receiptFooter: moneyFields.receiptFooter.default(null),
  venmoHandle: moneyFields.venmoHandle.default(null),
  zelleHandle: moneyFields.zelleHandle.default(null),
  cashTag: moneyFields.cashTag.default(null),
};
