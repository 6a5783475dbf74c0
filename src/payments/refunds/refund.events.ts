import type { NewEvent } from '../../platform/events/event';
import type { OrderEntity } from '../order.entity';
import type { RefundEntity } from './refund.entity';
import type { RefundUnit } from './refund.rules';

/** Everything that is told of refunds. Part of the public contract. */
export type RefundEvent = NewEvent<
  'order.refund_requested' | 'order.refunded' | 'order.refund_failed',
  {
    readonly orderId: string;
    readonly ticketId: string | null;
    readonly refundId: string;
    readonly paymentId: string;
    readonly tender: string;
    readonly amountCents: number;
    readonly reason: string;
    readonly failure: string | null;
  }
>;

/** A barber has less, or more, than was credited with the sale. */
export type EarningsAdjusted = NewEvent<
  'earnings.adjusted',
  {
    readonly orderId: string;
    readonly ticketId: string | null;
    readonly barberId: string;
    readonly commissionCents: number;
    readonly tipCents: number;
  }
>;

export function refundEvent(
  type: RefundEvent['type'],
  order: Pick<OrderEntity, 'ticketId'>,
  refund: RefundEntity,
): RefundEvent {
  const { id: refundId, orderId, paymentId, tender, amountCents, reason, failure } = refund;
  const { ticketId } = order;
  return {
    type,
    ticketId,
    data: { orderId, ticketId, refundId, paymentId, tender, amountCents, reason, failure },
  };
}

/** Concerns one barber and is no business of the customer, so the event itself has no ticket. */
export function earningsAdjusted(earnings: EarningsAdjusted['data']): EarningsAdjusted {
  return { type: 'earnings.adjusted', barberIds: [earnings.barberId], data: earnings };
}

/** What a refund takes from each barber: amounts below zero. */
export function adjustmentsOf(
  order: Pick<OrderEntity, 'id' | 'ticketId'>,
  units: readonly RefundUnit[],
): EarningsAdjusted[] {
  const barberIds = [...new Set(units.flatMap(({ barberId }) => barberId ?? []))].sort();
  return barberIds.flatMap((barberId) => {
    const own = units.filter((unit) => unit.barberId === barberId);
    const commissionCents = own.reduce(
      (sum, unit) => sum - (unit.kind === 'line' ? unit.commissionCents : 0),
      0,
    );
    const tipCents = own.reduce((sum, unit) => sum - (unit.kind === 'tip' ? unit.tipCents : 0), 0);
    if (commissionCents === 0 && tipCents === 0) return [];
    const { id: orderId, ticketId } = order;
    return earningsAdjusted({ orderId, ticketId, barberId, commissionCents, tipCents });
  });
}
