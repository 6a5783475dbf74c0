import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { moment } from '../../platform/http/fields';

const tips = z.object({ tender: z.string(), tipCents: z.int() });
const openTicket = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['waiting', 'assigned', 'in_service', 'completed']),
});

const dayReport = z.object({
  businessDay: z.iso.date(),
  startsAt: moment,
  endsAt: moment.describe('The first moment that is no longer part of the day.'),
  generatedAt: moment,
  currency: z.string(),
  sales: z
    .object({
      servicesCents: z.int().describe('At list price, without tax.'),
      productsCents: z.int().describe('At list price, without tax.'),
      discountsCents: z.int(),
      refundsCents: z.int().describe('Given back on this day, without tax and tips.'),
      netCents: z.int().describe('Services and products less discounts and refunds.'),
      taxCents: z.int(),
      tipsCents: z.int(),
      cashRoundingCents: z.int().describe('What rounding cash to coins has brought in.'),
      totalCents: z.int().describe('Net, tax, tips and rounding.'),
    })
    .describe('What was sold and paid in full on this day, less what was given back.'),
  taxes: z.array(z.object({ basisPoints: z.int(), taxCents: z.int() })),
  tenders: z
    .array(
      z.object({
        tender: z.string(),
        payments: z.int(),
        receivedCents: z.int().describe('Less what was given back.'),
        returnedCents: z.int().describe('Given back.'),
        tipCents: z.int().describe('The part of it that is tips.'),
      }),
    )
    .describe('What was taken on this day.'),
  openOrderPayments: z
    .object({ takenCents: z.int(), releasedCents: z.int() })
    .describe('Part payments taken for orders, and used by orders that were paid in full.'),
  barbers: z.array(
    z.object({
      barberId: z.uuid(),
      name: z.string(),
      tickets: z.int().describe('Completed.'),
      services: z.int().describe('Sold and paid.'),
      products: z.int().describe('Sold and paid.'),
      salesListCents: z.int(),
      salesNetCents: z.int(),
      commissionCents: z.int(),
      tipCents: z.int(),
      tipsByTender: z.array(tips),
      workedMinutes: z.int().describe('On shift, without breaks.'),
      chairMinutes: z.int().describe('With a customer in the chair.'),
      utilisationBasisPoints: z.int().nullable().describe('Chair time of worked time.'),
    }),
  ),
  tickets: z.object({
    total: z.int(),
    waiting: z.int(),
    assigned: z.int(),
    inService: z.int(),
    completed: z.int(),
    paid: z.int().describe('Of the completed ones.'),
    cancelled: z.int(),
    noShow: z.int(),
    walkedOut: z.int(),
  }),
  walkAways: z
    .object({
      tickets: z.int().describe('Cancelled, not there when called, or walked out.'),
      ticketsCents: z.int(),
      lostWalkIns: z.int().describe('Left before taking a ticket; a party counts once.'),
      lostPeople: z.int(),
      lostWalkInsCents: z.int(),
      lostCents: z.int().describe('Of both together.'),
    })
    .describe('Who left without a cut. Not from the books: an estimate by list prices.'),
  waits: z
    .object({
      tickets: z.int(),
      meanSeconds: z.int().nullable(),
      p50Seconds: z.int().nullable(),
      p90Seconds: z.int().nullable(),
      longestSeconds: z.int().nullable(),
    })
    .describe('From joining the queue to sitting down, of all who sat down.'),
  hours: z.array(z.object({ startsAt: moment, arrivals: z.int(), salesCents: z.int() })),
  openItems: z.object({
    unpaidTickets: z.array(openTicket),
    unfinishedTickets: z.array(openTicket),
    openOrders: z.array(
      z.object({ id: z.uuid(), ticketId: z.uuid().nullable(), dueCents: z.int() }),
    ),
  }),
  ledger: z.object({
    balanced: z.boolean().describe('Every entry of the day is zero by itself.'),
    sumCents: z.int().describe('Of all postings of the day. Always 0.'),
    entries: z.int(),
  }),
});

/** A day of the shop. Every amount but of those who left is a sum over its books' postings. */
export class DayReportResponse extends createZodDto(dayReport) {}

export const DAY_REPORT_EXAMPLE: DayReportResponse = {
  businessDay: '2026-03-28',
  startsAt: '2026-03-28T04:00:00.000Z',
  endsAt: '2026-03-29T03:00:00.000Z',
  generatedAt: '2026-03-28T18:05:00.000Z',
  currency: 'GBP',
  sales: {
    servicesCents: 5334,
    productsCents: 1208,
    discountsCents: 0,
    refundsCents: 0,
    netCents: 6542,
    taxCents: 1308,
    tipsCents: 640,
    cashRoundingCents: 0,
    totalCents: 8490,
  },
  taxes: [{ basisPoints: 2000, taxCents: 1308 }],
  tenders: [
    { tender: 'cash', payments: 1, receivedCents: 3840, returnedCents: 0, tipCents: 640 },
    { tender: 'card_terminal', payments: 1, receivedCents: 4650, returnedCents: 0, tipCents: 0 },
  ],
  openOrderPayments: { takenCents: 0, releasedCents: 0 },
  barbers: [
    {
      barberId: '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c',
      name: 'Ana',
      tickets: 2,
      services: 2,
      products: 1,
      salesListCents: 6542,
      salesNetCents: 6542,
      commissionCents: 3271,
      tipCents: 640,
      tipsByTender: [{ tender: 'cash', tipCents: 640 }],
      workedMinutes: 465,
      chairMinutes: 78,
      utilisationBasisPoints: 1677,
    },
  ],
  tickets: {
    total: 3,
    waiting: 0,
    assigned: 0,
    inService: 0,
    completed: 2,
    paid: 2,
    cancelled: 0,
    noShow: 0,
    walkedOut: 1,
  },
  walkAways: {
    ...{ tickets: 1, ticketsCents: 2667 },
    ...{ lostWalkIns: 1, lostPeople: 2, lostWalkInsCents: 6542, lostCents: 9209 },
  },
  waits: { tickets: 2, meanSeconds: 420, p50Seconds: 240, p90Seconds: 600, longestSeconds: 600 },
  hours: [
    { startsAt: '2026-03-28T10:00:00.000Z', arrivals: 2, salesCents: 2667 },
    { startsAt: '2026-03-28T11:00:00.000Z', arrivals: 1, salesCents: 3875 },
  ],
  openItems: { unpaidTickets: [], unfinishedTickets: [], openOrders: [] },
  ledger: { balanced: true, sumCents: 0, entries: 4 },
};
