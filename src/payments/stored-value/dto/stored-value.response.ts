import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import {
  STORED_VALUE_KINDS,
  STORED_VALUE_STATES,
  type StoredValueEntity,
  type StoredValueMovementEntity,
} from '../stored-value.entity';

const storedValue = z.object({
  id: z.uuid(),
  kind: z.enum(STORED_VALUE_KINDS),
  state: z.enum(STORED_VALUE_STATES),
  lastFour: z.string().nullable().describe('The end of its code.'),
  holder: z.string().nullable(),
  issuedCents: z.int(),
  balanceCents: z.int(),
  orderId: z.uuid().nullable(),
  createdAt: moment,
});

const movement = z.object({
  kind: z.enum(['issue', 'redeem', 'refund']),
  amountCents: z.int().describe('Negative when money was taken.'),
  balanceCents: z.int().describe('What it left.'),
  orderId: z.uuid().nullable(),
  paymentId: z.uuid().nullable(),
  movedAt: moment,
});

export class StoredValueResponse extends createZodDto(storedValue) {}
export class StoredValuePageResponse extends createZodDto(pageResponse(storedValue)) {}

/** One with its past. */
export class StoredValueHistoryResponse extends createZodDto(
  storedValue.extend({ movements: z.array(movement) }),
) {}

/** The only answer that ever holds a code. */
export class StoredValueCodeResponse extends createZodDto(
  z.object({ storedValue, code: z.string().describe('Shown once: it is kept nowhere.') }),
) {}

export function toStoredValueResponse(entity: StoredValueEntity): StoredValueResponse {
  return {
    id: entity.id,
    kind: entity.kind,
    state: entity.state,
    lastFour: entity.lastFour,
    holder: entity.holder,
    issuedCents: entity.issuedCents,
    balanceCents: entity.balanceCents,
    orderId: entity.orderId,
    createdAt: toMoment(entity.createdAt),
  };
}

export function toHistoryResponse(
  entity: StoredValueEntity,
  movements: readonly StoredValueMovementEntity[],
): StoredValueHistoryResponse {
  return {
    ...toStoredValueResponse(entity),
    movements: movements.map((moved) => ({
      kind: moved.kind,
      amountCents: moved.amountCents,
      balanceCents: moved.balanceCents,
      orderId: moved.orderId,
      paymentId: moved.paymentId,
      movedAt: toMoment(moved.movedAt),
    })),
  };
}

export const STORED_VALUE_EXAMPLE: StoredValueResponse = {
  id: '0198c5f1-2c10-7b7a-9d53-3a4b5c6d7e8f',
  kind: 'gift_card',
  state: 'active',
  lastFour: '7KQ2',
  holder: 'Sam',
  issuedCents: 5000,
  balanceCents: 1211,
  orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
  createdAt: '2026-03-28T10:12:00.000Z',
};
