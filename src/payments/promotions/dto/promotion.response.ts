import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import type { PromotionEntity } from '../promotion.entity';

const promotion = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  discount: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('amount'), amountCents: z.int() }),
    z.object({ kind: z.literal('percent'), basisPoints: z.int() }),
  ]),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  budgetCents: z.int().nullable(),
  spentCents: z.int().describe('What it has taken off, open bills included.'),
  isStackable: z.boolean(),
  isActive: z.boolean(),
  version: z.int(),
});

export class PromotionResponse extends createZodDto(promotion) {}
export class PromotionPageResponse extends createZodDto(pageResponse(promotion)) {}

export function toPromotionResponse(entity: PromotionEntity): PromotionResponse {
  const { discount } = entity;
  return {
    id: entity.id,
    code: entity.code,
    name: entity.name,
    discount:
      discount.kind === 'amount'
        ? { kind: 'amount', amountCents: discount.amountCents }
        : { kind: 'percent', basisPoints: discount.basisPoints },
    startsAt: entity.startsAt === null ? null : toMoment(entity.startsAt),
    endsAt: entity.endsAt === null ? null : toMoment(entity.endsAt),
    budgetCents: entity.budgetCents,
    spentCents: entity.spentCents,
    isStackable: entity.isStackable,
    isActive: entity.isActive,
    version: entity.version,
  };
}

export const PROMOTION_EXAMPLE: PromotionResponse = {
  id: '0198a3c2-95b0-7a44-8c11-2e3d4c5b6a79',
  code: 'WELCOME5',
  name: 'New customers',
  discount: { kind: 'amount', amountCents: 500 },
  startsAt: null,
  endsAt: '2026-04-01T00:00:00.000Z',
  budgetCents: 50_000,
  spentCents: 1500,
  isStackable: false,
  isActive: true,
  version: 1,
};
