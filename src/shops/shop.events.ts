import type { NewEvent } from '../platform/events/event';
import type { ShopResponse } from './dto/shop.response';

export type ShopEvent = NewEvent<'shop.created' | 'shop.updated', { readonly shop: ShopResponse }>;

export function shopCreated(shop: ShopResponse): ShopEvent {
  return { type: 'shop.created', data: { shop } };
}

export function shopUpdated(shop: ShopResponse): ShopEvent {
  return { type: 'shop.updated', data: { shop } };
}
