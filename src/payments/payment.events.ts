import type { NewEvent } from '../platform/events/event';
import type { OrderEntity } from './order.entity';
import type { PaymentEntity } from './payment.entity';
import type { PaymentState } from './payment.transitions';
import type { Tender } from './tenders/tender.rules';

export type PaymentCaptured = NewEvent<
  'payment.captured',
  {
    readonly orderId: string;
    readonly ticketId: string | null;
    readonly paymentId: string;
    readonly tender: Tender;
    readonly amountCents: number;
    readonly changeCents: number | null;
  }
>;

type PaymentClaimedData = Omit<PaymentCaptured['data'], 'changeCents'>;

export type PaymentClaimed = NewEvent<'payment.claimed', PaymentClaimedData>;

export type PaymentRejected = NewEvent<
  'payment.rejected',
  PaymentClaimedData & { readonly reason: string }
>;

export type EarningsCredited = NewEvent<
  'earnings.credited',
  {
    readonly orderId: string;
    readonly ticketId: string | null;
    readonly barberId: string;
    readonly commissionCents: number;
    readonly tipCents: number;
  }
>;

export type PaymentUpdated = NewEvent<
  'payment.updated',
  {
    readonly orderId: string;
    readonly ticketId: string | null;
    readonly paymentId: string;
    readonly tender: Tender;
    readonly state: PaymentState;
    readonly amountCents: number;
    readonly code: string | null;
    readonly attention: string | null;
    /** Said by a person who resolved it by hand. */
    readonly reason?: string;
  }
>;

export type RefundSettled = NewEvent<
  'payment.refund_settled',
  {
    readonly orderId: string;
    readonly paymentId: string;
    readonly operationId: string;
    readonly amountCents: number;
    readonly outcome: 'succeeded' | 'declined';
    readonly code: string | null;
  }
>;

/** A payment at a provider has come further, or a person should look at it. */
export function paymentUpdated(
  order: Pick<OrderEntity, 'id' | 'ticketId'>,
  payment: PaymentEntity,
  reason?: string,
): PaymentUpdated {
  const { id: paymentId, tender, state, amountCents, code, attention } = payment;
  const { id: orderId, ticketId } = order;
  const data = { orderId, ticketId, paymentId, tender, state, amountCents, code, attention };
  return {
    type: 'payment.updated',
    ticketId,
    data: { ...data, ...(reason !== undefined && { reason }) },
  };
}

/** A refund at a provider has ended; it is booked by a reaction to this, in the same unit. */
export function refundSettled(refund: RefundSettled['data']): RefundSettled {
  return { type: 'payment.refund_settled', data: refund };
}

export function paymentCaptured(order: OrderEntity, payment: PaymentEntity): PaymentCaptured {
  return {
    type: 'payment.captured',
    ticketId: order.ticketId,
    data: {
      orderId: order.id,
      ticketId: order.ticketId,
      paymentId: payment.id,
      tender: payment.tender,
      amountCents: payment.amountCents,
      changeCents: payment.changeCents,
    },
  };
}

/** The customer says to have sent money; nobody has seen it yet. */
export function paymentClaimed(order: OrderEntity, payment: PaymentEntity): PaymentClaimed {
  return { type: 'payment.claimed', ticketId: order.ticketId, data: claimOf(order, payment) };
}

/** Money that was said to be sent has not come; the order is due again. */
export function paymentRejected(
  order: OrderEntity,
  payment: PaymentEntity,
  reason: string,
): PaymentRejected {
  const data = { ...claimOf(order, payment), reason };
  return { type: 'payment.rejected', ticketId: order.ticketId, data };
}

function claimOf(order: OrderEntity, payment: PaymentEntity): PaymentClaimedData {
  return {
    orderId: order.id,
    ticketId: order.ticketId,
    paymentId: payment.id,
    tender: payment.tender,
    amountCents: payment.amountCents,
  };
}

/** Concerns one barber and is no business of the customer, so the event itself has no ticket. */
export function earningsCredited(earnings: EarningsCredited['data']): EarningsCredited {
  return { type: 'earnings.credited', barberIds: [earnings.barberId], data: earnings };
}
