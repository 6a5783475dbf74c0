import type { NewEvent } from '../../../platform/events/event';
import type { PaymentRouteResponse, PaymentRoutingResponse } from './dto/payment-route.response';

type RouteEventType = 'payment_route.created' | 'payment_route.updated' | 'payment_route.removed';

/** Tells that a route changed, and how it is now. */
export type PaymentRouteEvent = NewEvent<RouteEventType, { readonly route: PaymentRouteResponse }>;

/** Tells that the rules or the order of the routes changed. */
export type PaymentRoutingEvent = NewEvent<
  'payment_routing.updated',
  { readonly routing: PaymentRoutingResponse; readonly routeIds: readonly string[] }
>;

export function paymentRouteEvent(
  type: RouteEventType,
  route: PaymentRouteResponse,
): PaymentRouteEvent {
  return { type, data: { route } };
}

export function paymentRoutingUpdated(
  routing: PaymentRoutingResponse,
  routeIds: readonly string[],
): PaymentRoutingEvent {
  return { type: 'payment_routing.updated', data: { routing, routeIds } };
}
