import { z } from 'zod';
import { line } from '../../../../platform/http/fields';
import { CUSTOMER_KINDS, STRATEGIES } from '../../planning/route-plan.types';

const payableCents = z.number().int().min(1).max(100_000_000);
const ids = z.array(z.uuid()).max(50);
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const conditions = z.strictObject({
  fromCents: orNull(payableCents).describe('Payments of this and more.'),
  toCents: orNull(payableCents).describe('Payments of this and less.'),
  serviceIds: ids.default([]).describe('Every service of the bill is one of these; empty: any.'),
  barberIds: ids.default([]).describe('Every line of the bill is of one of these; empty: any.'),
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .max(7)
    .default([])
    .describe('Days of the business day’s week, Monday is 1; empty: any.'),
  hours: orNull(
    z.strictObject({
      from: z.number().int().min(0).max(23),
      to: z.number().int().min(0).max(24),
    }),
  ).describe('Local hours, from the first up to the second, also beyond midnight.'),
  customer: orNull(z.enum(CUSTOMER_KINDS)).describe(
    'Whether the customer asked for the barber who serves; null: does not matter.',
  ),
});

const NO_CONDITIONS = conditions.parse({});

export const routeFields = {
  name: line(60).meta({ example: 'Large bills' }),
  merchantAccountId: z.uuid(),
  conditions: conditions.describe('All of them must hold.'),
  transactionMaxCents: payableCents.nullable().describe('The most that one payment may be.'),
  dayMaxCents: payableCents
    .nullable()
    .describe('The most that it takes in a business day, payments under way included.'),
  isEnabled: z.boolean(),
};

export const newRouteFields = {
  ...routeFields,
  conditions: routeFields.conditions.default(NO_CONDITIONS),
  transactionMaxCents: routeFields.transactionMaxCents.default(null),
  dayMaxCents: routeFields.dayMaxCents.default(null),
  isEnabled: routeFields.isEnabled.default(true),
};

export const routingFields = {
  strategy: z
    .enum(STRATEGIES)
    .describe('Among routes that fit: the first in the list, or each in its turn.'),
  isBoothRentOn: z
    .boolean()
    .describe('Whether barbers who rent a chair take the money of their own work.'),
};
