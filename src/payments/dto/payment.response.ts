import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { dueCentsOf } from '../bill.rules';
import type { OrderEntity } from '../order.entity';
import type { PaymentEntity } from '../payment.entity';
import { PAYMENT_STATES } from '../payment.transitions';
import type { CustomerAction } from '../tenders/provider-tender';
import { TENDERS } from '../tenders/tender.rules';

const customerAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), url: z.url().describe('Lead the customer there.') }),
  z.object({
    kind: z.literal('scan'),
    qrImageUrl: z.url(),
    qrSvgUrl: z.url(),
    mobileUrl: z.url().describe('The same for somebody who is on the phone already.'),
    refreshesAt: moment.describe('The code is good until then; ask for the payment again.'),
  }),
]);

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
  begunAt: moment.describe('Of a claimed payment: when it was claimed.'),
  capturedAt: moment.nullable(),
  refundedCents: z.int().describe('Given back the way it came.'),
  feeCents: z.int().nullable().describe('What the provider kept, once known.'),
  isDisputed: z.boolean(),
  action: customerAction.nullable().describe('What the customer has to do; null when nothing.'),
  expiresAt: moment.nullable().describe('When waiting for the customer ends.'),
  code: z.string().nullable().describe("Why it was declined or is in doubt; the provider's word."),
  attention: z.string().nullable().describe('Why a person should look at it.'),
});

export type PaymentResponse = z.output<typeof payment>;

export class PaymentItemResponse extends createZodDto(payment) {}

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
    begunAt: toMoment(entity.begunAt),
    capturedAt: entity.capturedAt === null ? null : toMoment(entity.capturedAt),
    refundedCents: entity.refundedCents,
    feeCents: entity.feeCents,
    isDisputed: entity.isDisputed,
    action: entity.action && toAction(entity.action),
    expiresAt: entity.expiresAt === null ? null : toMoment(entity.expiresAt),
    code: entity.code,
    attention: entity.attention,
  };
}

function toAction(action: CustomerAction): NonNullable<PaymentResponse['action']> {
  return action.kind === 'redirect'
    ? action
    : { ...action, refreshesAt: toMoment(action.refreshesAt) };
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
  begunAt: '2026-03-28T10:12:00.000Z',
  capturedAt: '2026-03-28T10:12:00.000Z',
  refundedCents: 0,
  feeCents: null,
  isDisputed: false,
  action: null,
  expiresAt: null,
  code: null,
  attention: null,
};

/** The same by PayPal, while the customer is asked. */
export const PROVIDER_PAYMENT_EXAMPLE: TakenPaymentResponse = {
  ...PAYMENT_EXAMPLE,
  tender: 'paypal',
  state: 'action_required',
  tenderedCents: null,
  changeCents: null,
  capturedAt: null,
  action: { kind: 'redirect', url: 'https://www.paypal.com/checkoutnow?token=5O190127TN364715T' },
  expiresAt: '2026-03-28T13:12:00.000Z',
  orderState: 'open',
  dueCents: 3840,
};
