import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const basisPoints = z.int().nullable().describe('Null when nobody was at work.');
const hour = z.int().min(0).max(23).describe('On the clock of the shop.');
const seconds = z.int().nullable().describe('Null when nobody sat down.');

const day = z.object({
  businessDay: z.iso.date(),
  netCents: z.int(),
  tipsCents: z.int(),
  ticketsPaid: z.int(),
  meanWaitSeconds: seconds,
  p90WaitSeconds: seconds,
  walkAways: z.int().describe('People: tickets that ended without a cut, and who took none.'),
  lostCents: z.int().describe('What they would have paid, by list prices.'),
});

const time = {
  workedMinutes: z.int(),
  chairMinutes: z.int(),
  utilisationBasisPoints: basisPoints,
};

/** Several days together: each sum is that of the reports of the days. */
export class RangeReportResponse extends createZodDto(
  z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    currency: z.string(),
    sales: z.object({
      netCents: z.int(),
      discountsCents: z.int(),
      refundsCents: z.int(),
      taxCents: z.int(),
      tipsCents: z.int(),
      totalCents: z.int(),
    }),
    walkAways: z.object({ people: z.int(), lostCents: z.int() }),
    days: z.array(day),
    hours: z.array(z.object({ hour, arrivals: z.int(), salesCents: z.int() })),
    items: z.array(
      z.object({
        catalogId: z.uuid(),
        kind: z.enum(['service', 'product']),
        name: z.string(),
        quantity: z.int().describe('Pieces of bills paid in this time.'),
        netCents: z.int().describe('Less discounts and refunds.'),
      }),
    ),
    barbers: z.array(
      z.object({
        barberId: z.uuid(),
        name: z.string(),
        tickets: z.int(),
        salesNetCents: z.int(),
        commissionCents: z.int(),
        tipCents: z.int(),
        ...time,
      }),
    ),
    tenders: z.array(
      z.object({
        tender: z.string(),
        payments: z.int(),
        receivedCents: z.int(),
        tipCents: z.int(),
      }),
    ),
    utilisation: z
      .array(z.object({ weekday: z.int().min(1).max(7).describe('1 is Monday.'), hour, ...time }))
      .describe('How much of the time at work, breaks left out, was spent on customers.'),
  }),
) {}

export const RANGE_REPORT_EXAMPLE: RangeReportResponse = {
  from: '2026-03-28',
  to: '2026-03-28',
  currency: 'USD',
  sales: {
    netCents: 2667,
    discountsCents: 0,
    refundsCents: 0,
    taxCents: 533,
    tipsCents: 480,
    totalCents: 3680,
  },
  walkAways: { people: 1, lostCents: 2667 },
  days: [
    {
      businessDay: '2026-03-28',
      netCents: 2667,
      tipsCents: 480,
      ticketsPaid: 1,
      meanWaitSeconds: 540,
      p90WaitSeconds: 540,
      walkAways: 1,
      lostCents: 2667,
    },
  ],
  hours: [{ hour: 10, arrivals: 2, salesCents: 2667 }],
  items: [
    {
      catalogId: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d4',
      kind: 'service',
      name: 'Haircut',
      quantity: 1,
      netCents: 2667,
    },
  ],
  barbers: [
    {
      barberId: '0198c5f1-2c10-7b7a-9d53-1f50a1b2c3d5',
      name: 'Jamal',
      tickets: 1,
      salesNetCents: 2667,
      commissionCents: 1334,
      tipCents: 480,
      workedMinutes: 480,
      chairMinutes: 30,
      utilisationBasisPoints: 625,
    },
  ],
  tenders: [{ tender: 'cash', payments: 1, receivedCents: 3680, tipCents: 480 }],
  utilisation: [
    { weekday: 6, hour: 10, workedMinutes: 60, chairMinutes: 30, utilisationBasisPoints: 5000 },
  ],
};
