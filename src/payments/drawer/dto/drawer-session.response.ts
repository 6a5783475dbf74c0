import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import type { CashMovementEntity } from '../cash-movement.entity';
import { CASH_MOVEMENT_KINDS } from '../drawer.rules';
import type { DrawerSessionEntity } from '../drawer-session.entity';

const drawerSession = z.object({
  id: z.uuid(),
  registerId: z.string().nullable(),
  state: z.enum(['open', 'counted']),
  businessDay: z.iso.date().describe('The day that it was opened on.'),
  floatCents: z.int(),
  openedAt: moment,
  movements: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(CASH_MOVEMENT_KINDS),
      amountCents: z.int(),
      reason: z.string().nullable(),
      barberId: z.uuid().nullable(),
      movedAt: moment,
    }),
  ),
  denominations: z.array(z.object({ cents: z.int(), count: z.int() })).nullable(),
  countedCents: z.int().nullable(),
  expectedCents: z.int().nullable().describe('By the books. Hidden until it is counted.'),
  differenceCents: z.int().nullable().describe('Counted less expected: below zero is short.'),
  countedAt: moment.nullable(),
});

/** A drawer from its float to its count. */
export class DrawerSessionResponse extends createZodDto(drawerSession) {}
export class DrawerSessionPageResponse extends createZodDto(pageResponse(drawerSession)) {}

export function toDrawerSessionResponse(
  entity: DrawerSessionEntity,
  movements: readonly CashMovementEntity[],
): DrawerSessionResponse {
  return {
    id: entity.id,
    registerId: entity.registerId,
    state: entity.state,
    businessDay: entity.businessDay,
    floatCents: entity.floatCents,
    openedAt: toMoment(entity.openedAt),
    movements: movements.map(({ id, kind, amountCents, reason, barberId, movedAt }) => ({
      ...{ id, kind, amountCents, reason, barberId },
      movedAt: toMoment(movedAt),
    })),
    denominations: entity.denominations,
    countedCents: entity.countedCents,
    expectedCents: entity.expectedCents,
    differenceCents: entity.differenceCents,
    countedAt: entity.countedAt === null ? null : toMoment(entity.countedAt),
  };
}

export const DRAWER_SESSION_EXAMPLE: DrawerSessionResponse = {
  id: '0198c5e0-33cc-7c3d-8e4f-0a1b2c3d4e5f',
  registerId: null,
  state: 'counted',
  businessDay: '2026-03-28',
  floatCents: 20_000,
  openedAt: '2026-03-28T08:50:00.000Z',
  movements: [
    {
      id: '0198c5e1-33cc-7c3d-8e4f-0a1b2c3d4e60',
      kind: 'tip_payout',
      amountCents: 1255,
      reason: null,
      barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
      movedAt: '2026-03-28T18:40:00.000Z',
    },
  ],
  denominations: [
    { cents: 5000, count: 4 },
    { cents: 1000, count: 3 },
    { cents: 500, count: 1 },
  ],
  countedCents: 23_500,
  expectedCents: 23_575,
  differenceCents: -75,
  countedAt: '2026-03-28T18:55:00.000Z',
};

export const OPEN_DRAWER_EXAMPLE: DrawerSessionResponse = {
  ...DRAWER_SESSION_EXAMPLE,
  state: 'open',
  movements: [],
  denominations: null,
  countedCents: null,
  expectedCents: null,
  differenceCents: null,
  countedAt: null,
};
