import type { NewEvent } from '../platform/events/event';
import type { OrderEntity } from './order.entity';
import type { PaymentEntity } from './payment.entity';
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

/** Concerns one barber and is no business of the customer, so the event itself has no ticket. */
export function earningsCredited(earnings: EarningsCredited['data']): EarningsCredited {
  return { type: 'earnings.credited', barberIds: [earnings.barberId], data: earnings };
}
