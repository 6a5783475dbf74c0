import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../../platform/http/fields';
import { pageResponse } from '../../../platform/http/pagination';
import type { SettlementEntity } from '../settlement.entity';
import type { UnsettledMovement } from '../settlement.repository';
import {
  SETTLED_TENDERS,
  SETTLEMENT_ROW_KINDS,
  SETTLEMENT_VERDICTS,
} from '../settlement-match.rules';
import type { SettlementRowEntity } from '../settlement-row.entity';

const settlement = z.object({
  id: z.uuid(),
  tender: z.enum(SETTLED_TENDERS),
  reference: z.string(),
  periodEnd: moment,
  grossCents: z.int(),
  feeCents: z.int(),
  netCents: z.int().describe('Of the rows that are new.'),
  carriedInCents: z.int().describe('What earlier files left owing: zero or below.'),
  paidOutCents: z.int().describe('Booked to the bank.'),
  carriedOutCents: z.int().describe('Owing after this file: zero or below.'),
  businessDay: z.iso.date(),
  importedAt: moment,
});

const row = z.object({
  position: z.int().describe('1, 2, 3, ... in the file.'),
  kind: z.enum(SETTLEMENT_ROW_KINDS),
  providerRef: z.string(),
  invoiceId: z.string().nullable(),
  grossCents: z.int(),
  feeCents: z.int(),
  netCents: z.int(),
  verdict: z
    .enum(SETTLEMENT_VERDICTS)
    .describe('"missing_here": we know of no such movement; "repeated": an earlier file had it.'),
  paymentId: z.uuid().nullable(),
  refundId: z.uuid().nullable(),
  expectedCents: z.int().nullable().describe('Its gross by our books.'),
});

export type SettlementSummary = z.output<typeof settlement>;
export class SettlementPageResponse extends createZodDto(pageResponse(settlement)) {}

/** A settlement, row by row, and what of ours should have been in it. */
export class SettlementResponse extends createZodDto(
  settlement.extend({
    rows: z.array(row),
    missingThere: z
      .array(
        z.object({
          kind: z.enum(['capture', 'refund']),
          id: z.uuid(),
          orderId: z.uuid(),
          reference: z.string().nullable(),
          amountCents: z.int(),
          at: moment,
        }),
      )
      .describe('Ours, up to the end of the period, that no file has named.'),
  }),
) {}

export function toSettlementSummary(entity: SettlementEntity): SettlementSummary {
  return {
    id: entity.id,
    tender: entity.tender,
    reference: entity.reference,
    periodEnd: toMoment(entity.periodEnd),
    grossCents: entity.grossCents,
    feeCents: entity.feeCents,
    netCents: entity.netCents,
    carriedInCents: entity.carriedInCents,
    paidOutCents: entity.paidOutCents,
    carriedOutCents: entity.carriedOutCents,
    businessDay: entity.businessDay,
    importedAt: toMoment(entity.importedAt),
  };
}

export function toSettlementResponse(
  entity: SettlementEntity,
  rows: readonly SettlementRowEntity[],
  missing: readonly UnsettledMovement[],
): SettlementResponse {
  return {
    ...toSettlementSummary(entity),
    rows: rows.map(({ settlementId: _, shopId: __, tender: ___, ...shown }) => shown),
    missingThere: missing.map(({ kind, id, orderId, reference, providerRef, amountCents, at }) => ({
      ...{ kind, id, orderId, reference: providerRef ?? reference, amountCents, at: toMoment(at) },
    })),
  };
}

export const SETTLEMENT_SUMMARY_EXAMPLE: SettlementSummary = {
  id: '0198c7a0-66ff-7c3d-8e4f-0a1b2c3d4e5f',
  tender: 'card_terminal',
  reference: 'batch-0412',
  periodEnd: '2026-03-28T23:00:00.000Z',
  grossCents: 5000,
  feeCents: 140,
  netCents: 4860,
  carriedInCents: 0,
  paidOutCents: 4860,
  carriedOutCents: 0,
  businessDay: '2026-03-30',
  importedAt: '2026-03-30T08:00:00.000Z',
};

export const SETTLEMENT_EXAMPLE: SettlementResponse = {
  ...SETTLEMENT_SUMMARY_EXAMPLE,
  rows: [
    {
      position: 1,
      kind: 'capture',
      providerRef: 'A1B2C3',
      invoiceId: null,
      grossCents: 5000,
      feeCents: 140,
      netCents: 4860,
      verdict: 'matched',
      paymentId: '0198c5f1-2c11-7d21-8e4f-6a5b4c3d2e1f',
      refundId: null,
      expectedCents: 5000,
    },
  ],
  missingThere: [],
};
