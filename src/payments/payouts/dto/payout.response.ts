import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import { heldByBarber, tipsPayable } from '../../ledger/chart-of-accounts.rules';
import type { PayoutEntity } from '../payout.entity';
import type { StatementRow } from '../payout.repository';

const payout = z.object({
  id: z.uuid(),
  runId: z.uuid().describe('All payouts of one run have the same.'),
  barberId: z.uuid(),
  method: z.enum(['bank', 'cash']),
  commissionCents: z.int().describe('Below zero when refunds took more than was earned.'),
  tipCents: z.int(),
  heldCents: z
    .int()
    .describe('What the barber had on an own account of what the shop earned; taken off.'),
  amountCents: z.int().describe('Commission and tips, less what the barber had already.'),
  entryNumber: z.int().describe('Of the payout in the journal.'),
  businessDay: z.iso.date(),
  paidAt: moment,
});

const statementLine = z.object({
  entryNumber: z.int(),
  at: moment,
  businessDay: z.iso.date(),
  kind: z.string().describe('sale, commission, refund, correction, tip_payout, ...'),
  of: z.enum(['commission', 'tip', 'held']),
  orderId: z.uuid().nullable(),
  lineName: z.string().nullable(),
  tender: z.string().nullable(),
  amountCents: z.int().describe('Below zero is taken back, or was paid already.'),
});

export type PayoutResponse = z.output<typeof payout>;
export class PayoutListResponse extends createZodDto(z.object({ items: z.array(payout) })) {}
export class PayoutPageResponse extends createZodDto(pageResponse(payout)) {}

/** A payout and every line that it pays; together exactly its amount. */
export class PayoutStatementResponse extends createZodDto(
  payout.extend({ lines: z.array(statementLine) }),
) {}

export function toPayoutResponse(entity: PayoutEntity): PayoutResponse {
  return {
    id: entity.id,
    runId: entity.runId,
    barberId: entity.barberId,
    method: entity.method,
    commissionCents: entity.commissionCents,
    tipCents: entity.tipCents,
    heldCents: entity.heldCents,
    amountCents: entity.amountCents,
    entryNumber: entity.upToEntry,
    businessDay: entity.businessDay,
    paidAt: toMoment(entity.paidAt),
  };
}

export function toStatementResponse(
  entity: PayoutEntity,
  rows: readonly StatementRow[],
): PayoutStatementResponse {
  const tips = tipsPayable(entity.barberId);
  const held = heldByBarber(entity.barberId);
  return {
    ...toPayoutResponse(entity),
    lines: rows.map(({ at, accountCode, orderLineId: _, ...row }) => ({
      ...row,
      at: toMoment(at),
      of: accountCode === tips ? 'tip' : accountCode === held ? 'held' : 'commission',
    })),
  };
}

export const PAYOUT_EXAMPLE: PayoutResponse = {
  id: '0198c6c0-44dd-7c3d-8e4f-0a1b2c3d4e5f',
  runId: '0198c6c0-44dc-7c3d-8e4f-0a1b2c3d4e5e',
  barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
  method: 'bank',
  commissionCents: 1334,
  tipCents: 640,
  heldCents: 0,
  amountCents: 1974,
  entryNumber: 42,
  businessDay: '2026-03-28',
  paidAt: '2026-03-28T19:00:00.000Z',
};

export const STATEMENT_EXAMPLE: PayoutStatementResponse = {
  ...PAYOUT_EXAMPLE,
  lines: [
    {
      entryNumber: 7,
      at: '2026-03-28T10:12:00.000Z',
      businessDay: '2026-03-28',
      kind: 'sale',
      of: 'tip',
      orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
      lineName: null,
      tender: 'cash',
      amountCents: 640,
    },
    {
      entryNumber: 8,
      at: '2026-03-28T10:12:00.000Z',
      businessDay: '2026-03-28',
      kind: 'commission',
      of: 'commission',
      orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
      lineName: 'Skin fade',
      tender: null,
      amountCents: 1334,
    },
  ],
};
