import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { expectedVersion } from '../../../../platform/http/fields';
import { newRouteFields, routeFields, routingFields } from './payment-route.fields';

/** A new route comes last in the list. */
export class CreatePaymentRouteDto extends createZodDto(z.strictObject(newRouteFields)) {}

/** What may be changed of a route; absent members stay as they are, `conditions` as a whole. */
export class UpdatePaymentRouteDto extends createZodDto(
  z.strictObject({
    ...z.strictObject(routeFields).omit({ merchantAccountId: true }).partial().shape,
    expectedVersion,
  }),
) {}

export class ReorderPaymentRoutesDto extends createZodDto(
  z.strictObject({
    routeIds: z.array(z.uuid()).max(200).describe('All routes, the first to be tried first.'),
    expectedVersion: expectedVersion.describe('Of the routing, not of a route.'),
  }),
) {}

export class UpdatePaymentRoutingDto extends createZodDto(
  z.strictObject({ ...z.strictObject(routingFields).partial().shape, expectedVersion }),
) {}

export class RemovePaymentRouteQuery extends createZodDto(
  z.strictObject({
    expectedVersion: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .describe('The version you have seen. If it is no longer the current one: 409.'),
  }),
) {}
