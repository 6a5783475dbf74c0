import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { dueCentsOf } from '../bill.rules';
import type { OrderEntity } from '../order.entity';
import { PAYMENT_STATES, type PaymentEntity } from '../payment.entity';
import { TENDERS } from '../tenders/tender.rules';

export const payment = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  tender: z.enum(TENDERS),
  state: z
    .enum(PAYMENT_STATES)
    .describe('"claimed": the customer says to have sent it; somebody must confirm that.'),
  amountCents: z.int().describe('What it pays of the order.'),
  roundingCents: z
    .int()
    .describe('What rounding to coins added to the amount, or took off it when negative.'),
  tenderedCents: z.int().nullable().describe('Cash handed over.'),
  changeCents: z.int().nullable().describe('Cash to give back.'),
  reference: z.string().nullable(),
  lastFour: z.string().nullable(),
  registerId: z.string().nullable(),
  businessDay: z.iso.date(),
  capturedAt: moment.describe('Of a claimed payment: when it was claimed.'),
});

export type PaymentResponse = z.output<typeof payment>;

/** A payment that has just been taken, and what it leaves due. */
export class TakenPaymentResponse extends createZodDto(
  payment.extend({
    orderState: z.enum(['open', 'paid', 'voided']),
    dueCents: z.int().describe('What is left to pay of the order.'),
  }),
) {}

export function toTakenPaymentResponse(
  entity: PaymentEntity,
  order: OrderEntity,
): TakenPaymentResponse {
  return {
    ...toPaymentResponse(entity),
    orderState: order.state,
    dueCents: dueCentsOf(order),
  };
}

export function toPaymentResponse(entity: PaymentEntity): PaymentResponse {
  return {
    id: entity.id,
    orderId: entity.orderId,
    tender: entity.tender,
    state: entity.state,
    amountCents: entity.amountCents,
    roundingCents: entity.roundingCents,
    tenderedCents: entity.tenderedCents,
    changeCents: entity.changeCents,
    reference: entity.reference,
    lastFour: entity.lastFour,
    registerId: entity.registerId,
    businessDay: entity.businessDay,
    capturedAt: toMoment(entity.capturedAt),
  };
}

export const PAYMENT_EXAMPLE: PaymentResponse = {
  id: '0198c5f1-2c11-7d21-8e4f-6a5b4c3d2e1f',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  tender: 'cash',
  state: 'captured',
  amountCents: 3840,
  roundingCents: 0,
  tenderedCents: 4000,
  changeCents: 160,
  reference: null,
  lastFour: null,
  registerId: null,
  businessDay: '2026-03-28',
  capturedAt: '2026-03-28T10:12:00.000Z',
};
