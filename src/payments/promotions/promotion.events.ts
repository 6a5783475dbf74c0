import type { NewEvent } from '../../platform/events/event';
import type { PromotionResponse } from './dto/promotion.response';

export type PromotionEvent = NewEvent<
  'promotion.created' | 'promotion.updated',
  { readonly promotion: PromotionResponse }
>;

export function promotionEvent(
  type: PromotionEvent['type'],
  promotion: PromotionResponse,
): PromotionEvent {
  return { type, data: { promotion } };
}
