import type { NewEvent } from '../../platform/events/event';
import type { OrderEntity } from '../order.entity';
import type { CorrectionEntity } from './correction.entity';

/** Everything that is told of corrections. Part of the public contract. */
export type OrderCorrected = NewEvent<
  'order.corrected',
  {
    readonly orderId: string;
    readonly correctionId: string;
    readonly kind: 'line' | 'tip';
    readonly lineId: string | null;
    readonly fromBarberId: string | null;
    readonly toBarberId: string;
    readonly reason: string;
  }
>;

export type OrderReversed = NewEvent<
  'order.reversed',
  { readonly orderId: string; readonly amountCents: number; readonly reason: string }
>;

export function orderCorrected(correction: CorrectionEntity): OrderCorrected {
  const { id: correctionId, orderId, kind, orderLineId: lineId } = correction;
  const { fromBarberId, toBarberId, reason } = correction;
  return {
    type: 'order.corrected',
    data: { orderId, correctionId, kind, lineId, fromBarberId, toBarberId, reason },
  };
}

export function orderReversed(order: OrderEntity, reason: string): OrderReversed {
  const { id: orderId, ticketId, paidCents: amountCents } = order;
  return { type: 'order.reversed', ticketId, data: { orderId, amountCents, reason } };
}
