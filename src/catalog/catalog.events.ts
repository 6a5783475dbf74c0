import type { NewEvent } from '../platform/events/event';
import type { ProductResponse } from './dto/product.response';
import type { ServiceResponse } from './dto/service.response';

export type ServiceEvent = NewEvent<
  'service.created' | 'service.updated',
  { readonly service: ServiceResponse }
>;

export type ProductEvent = NewEvent<
  'product.created' | 'product.updated',
  { readonly product: ProductResponse }
>;

export function serviceCreated(service: ServiceResponse): ServiceEvent {
  return { type: 'service.created', data: { service } };
}

export function serviceUpdated(service: ServiceResponse): ServiceEvent {
  return { type: 'service.updated', data: { service } };
}

export function productCreated(product: ProductResponse): ProductEvent {
  return { type: 'product.created', data: { product } };
}

export function productUpdated(product: ProductResponse): ProductEvent {
  return { type: 'product.updated', data: { product } };
}
