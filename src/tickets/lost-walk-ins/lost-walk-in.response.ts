import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import { LEAVE_REASONS } from '../leave-reasons.rules';
import { LOSS_BASES } from './loss.policy';
import type { LostWalkInEntity } from './lost-walk-in.entity';

const written = {
  id: z.uuid(),
  businessDay: z.iso.date(),
  partySize: z.int(),
  reason: z.enum(LEAVE_REASONS),
  note: z.string().nullable(),
  quotedMinutes: z.int().nullable(),
  serviceIds: z.array(z.uuid()),
  lostAt: moment,
};

const lostWalkIn = z.object({
  ...written,
  lostCents: z.int().describe('An estimate, by list prices: no discount, no tip.'),
  basis: z
    .enum(LOSS_BASES)
    .describe('The services that they named, or the average ticket of the last 30 days.'),
});

/** People who left before they took a ticket, and what that cost. */
export class LostWalkInResponse extends createZodDto(lostWalkIn) {}

/** The same for whoever wrote it down: without the shop's money. */
export class LostWalkInReceipt extends createZodDto(z.object(written)) {}

/** Business days as sums, with the newest of those who were lost. */
export class LostWalkInsResponse extends createZodDto(
  z.object({
    count: z.int().describe('How often somebody left; a party counts once.'),
    people: z.int(),
    lostCents: z.int(),
    reasons: z.array(
      z.object({
        reason: z.enum(LEAVE_REASONS),
        count: z.int(),
        people: z.int(),
        lostCents: z.int(),
      }),
    ),
    items: z.array(lostWalkIn).describe('The newest 200.'),
  }),
) {}

export function toLostWalkInReceipt(entity: LostWalkInEntity): LostWalkInReceipt {
  return {
    id: entity.id,
    businessDay: entity.businessDay,
    partySize: entity.partySize,
    reason: entity.reason,
    note: entity.note,
    quotedMinutes: entity.quotedMinutes,
    serviceIds: [...entity.serviceIds],
    lostAt: toMoment(entity.lostAt),
  };
}

export function toLostWalkInResponse(entity: LostWalkInEntity): LostWalkInResponse {
  const { lostCents, basis } = entity;
  return { ...toLostWalkInReceipt(entity), lostCents, basis };
}

export const LOST_WALK_IN_RECEIPT_EXAMPLE: LostWalkInReceipt = {
  id: '0198a3d1-52b7-7c1a-8a2e-7a1b2c3d4e5f',
  businessDay: '2026-03-28',
  partySize: 2,
  reason: 'wait_too_long',
  note: null,
  quotedMinutes: 45,
  serviceIds: [],
  lostAt: '2026-03-28T09:30:00.000Z',
};

export const LOST_WALK_INS_EXAMPLE: LostWalkInsResponse = {
  count: 1,
  people: 2,
  lostCents: 6400,
  reasons: [{ reason: 'wait_too_long', count: 1, people: 2, lostCents: 6400 }],
  items: [{ ...LOST_WALK_IN_RECEIPT_EXAMPLE, lostCents: 6400, basis: 'average_ticket' }],
};
