import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import type { CorrectionEntity } from '../correction.entity';

/** A line or a tip that was given to another barber. */
export class CorrectionResponse extends createZodDto(
  z.object({
    id: z.uuid(),
    orderId: z.uuid(),
    kind: z.enum(['line', 'tip']),
    lineId: z.uuid().nullable(),
    fromBarberId: z.uuid().nullable(),
    toBarberId: z.uuid(),
    tipCents: z.int(),
    commissionBasisPoints: z.int().describe('The rate of the barber who has the line now.'),
    commissionCents: z.int(),
    reason: z.string(),
    businessDay: z.iso.date().describe('The day in whose books it stands.'),
    correctedAt: moment,
  }),
) {}

export function toCorrectionResponse(entity: CorrectionEntity): CorrectionResponse {
  return {
    id: entity.id,
    orderId: entity.orderId,
    kind: entity.kind,
    lineId: entity.orderLineId,
    fromBarberId: entity.fromBarberId,
    toBarberId: entity.toBarberId,
    tipCents: entity.tipCents,
    commissionBasisPoints: entity.commissionBasisPoints,
    commissionCents: entity.commissionCents,
    reason: entity.reason,
    businessDay: entity.businessDay,
    correctedAt: toMoment(entity.correctedAt),
  };
}

export const CORRECTION_EXAMPLE: CorrectionResponse = {
  id: '0198c6b1-22bb-7c3d-8e4f-0a1b2c3d4e5f',
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  kind: 'line',
  lineId: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d4',
  fromBarberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
  toBarberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b9d',
  tipCents: 0,
  commissionBasisPoints: 4500,
  commissionCents: 1200,
  reason: 'Ben cut, Ana was rung up',
  businessDay: '2026-03-28',
  correctedAt: '2026-03-28T16:02:00.000Z',
};
