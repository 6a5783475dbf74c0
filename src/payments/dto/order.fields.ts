import { z } from 'zod';
import { amountCents, basisPoints, line as text } from '../../platform/http/fields';
import type { TipChoice } from '../pricing/order-pricing.types';

const LINES_MAX = 50;
const QUANTITY_MAX = 99;
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

const quantity = z.number().int().min(1).max(QUANTITY_MAX).default(1);
const seller = z.uuid().optional().describe('The barber who did or sold it, and earns on it.');

/** What can be sold to somebody without a ticket. */
const lines = z
  .array(
    z.strictObject({
      kind: z.enum(['service', 'product']),
      catalogId: z.uuid(),
      quantity,
      barberId: seller,
    }),
  )
  .min(1)
  .max(LINES_MAX);

/** What is sold beside the services of a ticket. */
const products = z
  .array(z.strictObject({ productId: z.uuid(), quantity, barberId: seller }))
  .max(LINES_MAX);

export type OrderLineRequest = z.output<typeof lines>[number];
export type TipRequest = z.output<typeof tip>;

/** The members that say what is sold and at which terms; `sellsSomething` must hold. */
export const orderFields = {
  ticketId: z.uuid().optional().describe('The completed ticket to be paid. Or else "lines".'),
  lines: lines.optional().describe('What is sold to somebody without a ticket.'),
  products: products.optional().describe('What is sold beside the services of the ticket.'),
  discount: discount.optional(),
  tip: tip.default({ kind: 'none' }),
};

interface SoldThings {
  readonly ticketId?: string | undefined;
  readonly lines?: readonly unknown[] | undefined;
  readonly products?: readonly unknown[] | undefined;
}

/** Either a ticket, perhaps with products, or lines. */
export function sellsSomething({ ticketId, lines: sold, products: extra }: SoldThings): boolean {
  return ticketId === undefined ? sold !== undefined && extra === undefined : sold === undefined;
}

export const SELLS_NOTHING =
  'Send either "ticketId", with or without "products", or "lines" for somebody without a ticket';

export function toTipChoice({ kind, ...choice }: TipRequest): TipChoice {
  return { mode: kind, ...choice } as TipChoice;
}
