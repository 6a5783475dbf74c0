import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment, toMoment } from '../../platform/http/fields';
import type { EarningsRow } from '../earnings.repository';

const earningsLine = z.object({
  at: moment,
  businessDay: z.iso.date(),
  kind: z.enum(['commission', 'tip']),
  orderId: z.uuid().nullable(),
  ticketNumber: z.int().nullable(),
  lineName: z.string().nullable().describe('What was done or sold; null for a tip.'),
  quantity: z.int().nullable(),
  listCents: z.int().nullable(),
  discountCents: z.int().nullable(),
  netCents: z.int().nullable().describe('What commission is taken of.'),
  commissionBasisPoints: z.int().nullable().describe('Frozen when the order was paid.'),
  commissionCents: z.int(),
  tipCents: z.int(),
  tender: z.string().nullable().describe('What a tip was paid with.'),
});

/** What a barber has earned, line by line; the totals are those of the books. */
export class EarningsResponse extends createZodDto(
  z.object({
    barberId: z.uuid(),
    from: z.iso.date(),
    to: z.iso.date(),
    currency: z.string(),
    commissionCents: z.int(),
    tipCents: z.int(),
    totalCents: z.int(),
    tipsByTender: z.array(z.object({ tender: z.string(), tipCents: z.int() })),
    lines: z.array(earningsLine),
  }),
) {}

export type EarningsLine = z.output<typeof earningsLine>;

export function toEarningsLine(row: EarningsRow): EarningsLine {
  const isTip = row.kind === 'tip';
  return {
    at: toMoment(row.at),
    businessDay: row.businessDay,
    kind: row.kind,
    orderId: row.orderId,
    ticketNumber: row.ticketNumber,
    lineName: row.lineName,
    quantity: row.quantity,
    listCents: row.listCents,
    discountCents: row.discountCents,
    netCents: row.netCents,
    commissionBasisPoints: row.commissionBasisPoints,
    commissionCents: isTip ? 0 : row.earnedCents,
    tipCents: isTip ? row.earnedCents : 0,
    tender: row.tender,
  };
}

export const EARNINGS_EXAMPLE: EarningsResponse = {
  barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
  from: '2026-03-28',
  to: '2026-03-28',
  currency: 'GBP',
  commissionCents: 1334,
  tipCents: 640,
  totalCents: 1974,
  tipsByTender: [{ tender: 'cash', tipCents: 640 }],
  lines: [
    {
      at: '2026-03-28T10:12:00.000Z',
      businessDay: '2026-03-28',
      kind: 'tip',
      orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
      ticketNumber: 7,
      lineName: null,
      quantity: null,
      listCents: null,
      discountCents: null,
      netCents: null,
      commissionBasisPoints: null,
      commissionCents: 0,
      tipCents: 640,
      tender: 'cash',
    },
    {
      at: '2026-03-28T10:12:00.000Z',
      businessDay: '2026-03-28',
      kind: 'commission',
      orderId: '0198c5f1-2c10-7b7a-9d53-1f4f0e6a7b88',
      ticketNumber: 7,
      lineName: 'Skin fade',
      quantity: 1,
      listCents: 3200,
      discountCents: 0,
      netCents: 2667,
      commissionBasisPoints: 5000,
      commissionCents: 1334,
      tipCents: 0,
      tender: null,
    },
  ],
};
