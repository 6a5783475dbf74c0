import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { TENDERS } from '../../tenders/tender.rules';
import type { RefundEntity } from '../refund.entity';
import { REFUND_DESTINATIONS } from '../refund.rules';

const refund = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  paymentId: z.uuid(),
  state: z
    .enum(['pending', 'completed', 'failed'])
    .describe('"pending" while a provider has it; nothing is booked until it is completed.'),
  destination: z.enum(REFUND_DESTINATIONS),
  tender: z.enum(TENDERS).describe('In what it goes back.'),
  registerId: z.string().nullable(),
  amountCents: z.int().describe('What it gives back of the order.'),
  roundingCents: z.int().describe('What rounding to coins adds; what is handed over is the sum.'),
  reason: z.string(),
  reference: z.string().nullable().describe('Of the provider’s operation, or the store credit.'),
  failure: z.string().nullable(),
  businessDay: z.iso.date().nullable().describe('The day in whose books it stands.'),
  requestedAt: moment,
  completedAt: moment.nullable(),
});

export type RefundResponse = z.output<typeof refund>;
export class RefundListResponse extends createZodDto(z.object({ items: z.array(refund) })) {}

export function toRefundResponse(entity: RefundEntity): RefundResponse {
  return {
    id: entity.id,
    orderId: entity.orderId,
    paymentId: entity.paymentId,
    state: entity.state,
    destination: entity.destination,
    tender: entity.tender,
    registerId: entity.registerId,
    amountCents: entity.amountCents,
    roundingCents: entity.roundingCents,
    reason: entity.reason,
    reference: entity.reference,
    failure: entity.failure,
    businessDay: entity.businessDay,
    requestedAt: toMoment(entity.requestedAt),
    completedAt: entity.completedAt === null ? null : toMoment(entity.completedAt),
  };
}

export const REFUND_EXAMPLE: RefundResponse = {
  id: '0198c6a0-11aa-7c3d-8e4f-0a1b2c3d4e5f',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  paymentId: '0198c5f1-2c11-7d21-8e4f-6a5b4c3d2e1f',
  state: 'completed',
  destination: 'original',
  tender: 'cash',
  registerId: null,
  amountCents: 3200,
  roundingCents: 0,
  reason: 'Not happy with the fade',
  reference: null,
  failure: null,
  businessDay: '2026-03-28',
  requestedAt: '2026-03-28T15:40:00.000Z',
  completedAt: '2026-03-28T15:40:00.000Z',
};
