import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { amountCents, basisPoints, expectedVersion, line } from '../../../platform/http/fields';
import { pageQuery } from '../../../platform/http/pagination';

const end = z.iso
  .datetime()
  .nullable()
  .describe('From then on it is over; null: never.')
  .meta({ example: '2026-04-01T00:00:00.000Z' });
const budgetCents = amountCents
  .nullable()
  .describe('What it may take off all bills together; null: no limit.')
  .meta({ example: 50_000 });

export class CreatePromotionDto extends createZodDto(
  z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{3,24}$/, 'Use 3 to 24 letters, digits or hyphens')
      .describe('What a customer names; case does not matter.')
      .meta({ example: 'WELCOME5' }),
    name: line(80).meta({ example: 'New customers' }),
    discount: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('amount'), amountCents: amountCents.min(1) }),
        z.strictObject({ kind: z.literal('percent'), basisPoints: basisPoints.min(1) }),
      ])
      .describe('Taken off what other discounts leave; an amount takes at most all of it.')
      .meta({ example: { kind: 'amount', amountCents: 500 } }),
    startsAt: z.iso.datetime().nullable().default(null),
    endsAt: end.default(null),
    budgetCents: budgetCents.default(null),
    isStackable: z
      .boolean()
      .default(false)
      .describe('Whether it goes with other discounts on the same bill.'),
  }),
) {}

/** What may be changed of a promotion; absent members stay as they are. */
export class UpdatePromotionDto extends createZodDto(
  z.strictObject({
    name: line(80).optional(),
    endsAt: end.optional(),
    budgetCents: budgetCents.optional(),
    isActive: z.boolean().optional().describe('False ends it at once.'),
    expectedVersion,
  }),
) {}

export class ListPromotionsQuery extends createZodDto(z.strictObject(pageQuery)) {}
