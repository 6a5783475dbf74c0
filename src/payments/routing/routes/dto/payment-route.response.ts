import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { MERCHANT_ACCOUNT_EXAMPLE } from '../../accounts/dto/merchant-account.response';
import type { PaymentRouteEntity, PaymentRoutingEntity } from '../payment-route.entity';
import { routeFields, routingFields } from './payment-route.fields';

const route = z.object({
  id: z.uuid(),
  ...routeFields,
  name: z.string(),
  position: z.int(),
  version: z.int(),
});
const routing = z.object({ ...routingFields, version: z.int() });

export class PaymentRouteResponse extends createZodDto(route) {}
export class PaymentRoutingResponse extends createZodDto(routing) {}
export class PaymentRouteListResponse extends createZodDto(
  z.object({ routing, items: z.array(route).describe('In the order of the list.') }),
) {}

export function toPaymentRouteResponse(entity: PaymentRouteEntity): PaymentRouteResponse {
  return {
    id: entity.id,
    name: entity.name,
    merchantAccountId: entity.merchantAccountId,
    position: entity.position,
    conditions: {
      ...entity.conditions,
      serviceIds: [...entity.conditions.serviceIds],
      barberIds: [...entity.conditions.barberIds],
      weekdays: [...entity.conditions.weekdays],
    },
    transactionMaxCents: entity.transactionMaxCents,
    dayMaxCents: entity.dayMaxCents,
    isEnabled: entity.isEnabled,
    version: entity.version,
  };
}

export function toPaymentRoutingResponse(entity: PaymentRoutingEntity): PaymentRoutingResponse {
  const { strategy, isBoothRentOn, version } = entity;
  return { strategy, isBoothRentOn, version };
}

export const PAYMENT_ROUTING_EXAMPLE: PaymentRoutingResponse = {
  strategy: 'priority',
  isBoothRentOn: true,
  version: 4,
};

export const PAYMENT_ROUTE_EXAMPLE: PaymentRouteResponse = {
  id: '0198a3c2-8a10-7b42-8c55-3f1d2e4b5a72',
  name: 'Ben’s own work',
  merchantAccountId: MERCHANT_ACCOUNT_EXAMPLE.id,
  position: 1,
  conditions: {
    fromCents: null,
    toCents: null,
    serviceIds: [],
    barberIds: [],
    weekdays: [5, 6],
    hours: null,
    customer: null,
  },
  transactionMaxCents: 20_000,
  dayMaxCents: 100_000,
  isEnabled: true,
  version: 1,
};
