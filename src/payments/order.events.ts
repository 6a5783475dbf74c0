import type { NewEvent } from '../platform/events/event';
import type { OrderResponse } from './dto/order.response';

/** Everything that is told of orders. Part of the public contract. */
export interface OrderEventData {
  'order.opened': { readonly order: OrderResponse };
  'order.repriced': { readonly order: OrderResponse };
  'order.paid': { readonly order: OrderResponse };
  'order.voided': { readonly order: OrderResponse; readonly reason: string };
}

export function orderEvent<Type extends keyof OrderEventData>(
  type: Type,
  data: OrderEventData[Type],
): NewEvent<Type, OrderEventData[Type]> {
  return { type, ticketId: data.order.ticketId, data };
}
