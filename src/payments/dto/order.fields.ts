import { z } from 'zod';
import { amountCents, basisPoints, line as text } from '../../platform/http/fields';
import type { TipChoice, TipSplit } from '../pricing/order-pricing.types';

const LINES_MAX = 50;
export const QUANTITY_MAX = 99;
const BARBERS_MAX = 30;
const GIFT_CARDS_MAX = 10;
const TIP_BASIS_POINTS_MAX = 100_000;

const reason = text(120).meta({ example: 'Waited an hour' });

/** Something taken off the whole bill. */
export const discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amountCents, reason }),
  z.strictObject({ kind: z.literal('percent'), basisPoints, reason }),
]);

/** What the customer chose to give. */
export const tip = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('percent'),
    basisPoints: z
      .number()
      .int()
      .min(0)
      .max(TIP_BASIS_POINTS_MAX)
      .describe('Of the list price of the services: 2000 is 20 %.'),
  }),
  z.strictObject({ kind: z.literal('amount'), amountCents }),
  z.strictObject({
    kind: z.literal('round_up'),
    toCents: amountCents.min(1).describe('Fills the bill up to the next multiple of this.'),
  }),
]);

/** Among whom a tip is shared. */
export const tipSplit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by_service') }),
  z
    .strictObject({
      kind: z.literal('pool'),
      members: z
        .array(z.strictObject({ barberId: z.uuid(), weight: z.number().int().min(0).max(10_000) }))
        .min(1)
        .max(BARBERS_MAX),
    })
    .describe('In proportion to weights: equal ones, or minutes worked.'),
  z
    .strictObject({
      kind: z.literal('shares'),
      shares: z
        .array(z.strictObject({ barberId: z.uuid(), tipCents: amountCents }))
        .min(1)
        .max(BARBERS_MAX),
    })
    .describe('Exactly as the customer says; they must add up to the tip.'),
]);

const quantity = z.number().int().min(1).max(QUANTITY_MAX).default(1);
const seller = z.uuid().optional().describe('The barber who did or sold it, and earns on it.');
const lineTerms = {
  discount: discount.optional().describe('Off this line alone.'),
  expectedUnitPriceCents: amountCents
    .optional()
    .describe('The price that the customer was shown. If it is not the price: 409.'),
};

/** A service or product over the counter. */
export const soldLine = z.strictObject({
  kind: z.enum(['service', 'product']),
  catalogId: z.uuid(),
  quantity,
  barberId: seller,
  ...lineTerms,
});

/** A gift card that is bought. It is worth something once the order is paid. */
export const giftCard = z.strictObject({
  amountCents: amountCents.min(1).meta({ example: 5000 }),
  holder: text(60).optional().describe('Whom it is for.').meta({ example: 'Sam' }),
});

/** What can be sold to somebody without a ticket. */
const lines = z.array(soldLine).min(1).max(LINES_MAX);

/** What is sold beside the services of a ticket. */
const products = z
  .array(z.strictObject({ productId: z.uuid(), quantity, barberId: seller, ...lineTerms }))
  .max(LINES_MAX);

export const promotionCodes = z.array(z.string().trim().toUpperCase().min(1).max(24)).max(5);
export const packageIds = z.array(z.uuid()).max(10);

export type OrderLineRequest = z.output<typeof lines>[number];
export type GiftCardRequest = z.output<typeof giftCard>;
export type TipRequest = z.output<typeof tip>;
export type TipSplitRequest = z.output<typeof tipSplit>;

/** The members that say what is sold and at which terms; `sellsSomething` must hold. */
export const orderFields = {
  ticketId: z.uuid().optional().describe('The completed ticket to be paid. Or else "lines".'),
  lines: lines.optional().describe('What is sold to somebody without a ticket.'),
  products: products.optional().describe('What is sold beside the services of the ticket.'),
  giftCards: z.array(giftCard).min(1).max(GIFT_CARDS_MAX).optional().describe('Bought with it.'),
  packageIds: packageIds
    .optional()
    .describe('The packages to apply, cheaper or not; absent: those that are cheaper are found.'),
  discount: discount.optional().describe('Off the whole bill.'),
  promotionCodes: promotionCodes.optional(),
  tip: tip.default({ kind: 'none' }),
  tipSplit: tipSplit.optional().describe('Absent: by what each barber did.'),
  expectedTotalCents: amountCents
    .optional()
    .describe('The total that the customer was shown. If it is not the total: 409.'),
};

interface SoldThings {
  readonly ticketId?: string | undefined;
  readonly lines?: readonly unknown[] | undefined;
  readonly products?: readonly unknown[] | undefined;
  readonly giftCards?: readonly unknown[] | undefined;
}

/** Either a ticket, perhaps with products, or lines. */
export function sellsSomething(things: SoldThings): boolean {
  const { ticketId, lines: sold, products: extra, giftCards } = things;
  return ticketId === undefined
    ? (sold ?? giftCards) !== undefined && extra === undefined
    : sold === undefined;
}

export const SELLS_NOTHING =
  'Send either "ticketId", with or without "products", or "lines" or "giftCards" for somebody without a ticket';

export function toTipChoice({ kind, ...choice }: TipRequest): TipChoice {
  return { mode: kind, ...choice } as TipChoice;
}

/** @returns null for the usual way, by service */
export function toTipSplit(split: TipSplitRequest | undefined): TipSplit | null {
  switch (split?.kind) {
    case undefined:
    case 'by_service':
      return null;
    case 'pool':
      return { mode: 'pool', members: split.members };
    case 'shares':
      return {
        mode: 'shares',
        shares: split.shares.map(({ barberId, tipCents }) => ({ barberId, amountCents: tipCents })),
      };
  }
}
