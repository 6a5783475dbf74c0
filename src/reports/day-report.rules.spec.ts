import type { DayFacts, PostingSum } from './day-facts';
import { dayReport } from './day-report.rules';
import { DAY_REPORT_EXAMPLE, DayReportResponse } from './dto/day-report.response';

const ANA = '0198a3c2-8d10-7c42-8a6b-3d2e1f0a9b8c';
const START = Date.parse('2026-03-28T04:00:00Z');
const day = {
  businessDay: '2026-03-28',
  startsAt: START,
  endsAt: START + 23 * 3_600_000,
  currency: 'GBP',
  generatedAt: START,
};
const nothing: DayFacts = {
  sums: [],
  taxes: [],
  booksByHour: [],
  tickets: [],
  arrivalsByHour: [],
  waits: [],
  losses: [],
  sold: [],
  shifts: [],
  breaks: [],
  barbers: [{ id: ANA, name: 'Ana' }],
  openTickets: [],
  openOrders: [],
};

const sumOf = (
  accountCode: string,
  amountCents: number,
  rest: Partial<PostingSum> = {},
): PostingSum => ({
  accountCode,
  amountCents,
  barberId: null,
  tender: null,
  debitCents: Math.max(amountCents, 0),
  debits: amountCents > 0 ? 1 : 0,
  ...rest,
});

/** PAYMENTS' worked cash sale: 40.00, tax 3.30, tip 5.00, half of it commission. */
const cashSale: PostingSum[] = [
  sumOf('1010', 4830, { tender: 'cash' }),
  sumOf('2110', -330),
  sumOf(`2310:${ANA}`, -500, { barberId: ANA, tender: 'cash' }),
  sumOf(`2320:${ANA}`, -2000, { barberId: ANA }),
  sumOf('4010', -4200, { barberId: ANA }),
  sumOf('4090', 200, { barberId: ANA }),
  sumOf('5010', 2000, { barberId: ANA }),
];

describe('the report of a day', () => {
  it('of nothing is nothing, and balances', () => {
    const report = dayReport(day, nothing);

    expect(report.sales.totalCents).toBe(0);
    expect(report.tenders).toEqual([]);
    expect(report.barbers).toEqual([]);
    expect(report.hours).toEqual([]);
    expect(report.waits).toEqual({
      tickets: 0,
      meanSeconds: null,
      p50Seconds: null,
      p90Seconds: null,
      longestSeconds: null,
    });
    expect(report.ledger).toEqual({ balanced: true, sumCents: 0, entries: 0 });
  });

  it('reads sales, takings and earnings off the accounts', () => {
    const report = dayReport(day, { ...nothing, sums: cashSale });

    expect(report.sales).toEqual({
      servicesCents: 4200,
      productsCents: 0,
      discountsCents: 200,
      refundsCents: 0,
      netCents: 4000,
      taxCents: 330,
      tipsCents: 500,
      cashRoundingCents: 0,
      totalCents: 4830,
    });
    expect(report.tenders).toEqual([
      { tender: 'cash', payments: 1, receivedCents: 4830, returnedCents: 0, tipCents: 500 },
    ]);
    expect(report.barbers).toEqual([
      expect.objectContaining({
        barberId: ANA,
        name: 'Ana',
        salesListCents: 4200,
        salesNetCents: 4000,
        commissionCents: 2000,
        tipCents: 500,
        tipsByTender: [{ tender: 'cash', tipCents: 500 }],
      }),
    ]);
  });

  it('counts money that is held for open orders as takings, not as sales', () => {
    const sums = [
      sumOf('1230', 1000, { tender: 'card_terminal' }),
      sumOf('2240', -1000, { tender: 'card_terminal' }),
    ];

    const report = dayReport(day, { ...nothing, sums });

    expect(report.sales.totalCents).toBe(0);
    expect(report.tenders).toEqual([
      { tender: 'card_terminal', payments: 1, receivedCents: 1000, returnedCents: 0, tipCents: 0 },
    ]);
    expect(report.openOrderPayments).toEqual({ takenCents: 1000, releasedCents: 0 });
  });

  it('adds up the drawers of several registers', () => {
    const sums = [
      sumOf('1010:front', 1000, { tender: 'cash' }),
      sumOf('1010:back', 500, { tender: 'cash' }),
    ];

    expect(dayReport(day, { ...nothing, sums }).tenders[0]?.receivedCents).toBe(1500);
  });

  it('gives percentiles by nearest rank', () => {
    const waits = [
      { waitSeconds: 600, tickets: 1 },
      { waitSeconds: 0, tickets: 4 },
      { waitSeconds: 60, tickets: 4 },
      { waitSeconds: 3000, tickets: 1 },
    ];

    expect(dayReport(day, { ...nothing, waits }).waits).toEqual({
      tickets: 10,
      meanSeconds: 384,
      p50Seconds: 60,
      p90Seconds: 600,
      longestSeconds: 3000,
    });
  });

  it('compares the time in the chair with the time at work, without breaks', () => {
    const [barber] = dayReport(day, {
      ...nothing,
      shifts: [{ barberId: ANA, ms: 480 * 60_000 }],
      breaks: [{ barberId: ANA, ms: 30 * 60_000 }],
      tickets: [
        { state: 'completed', barberId: ANA, tickets: 9, paid: 9, chairMs: 270 * 60_000 },
        { state: 'walked_out', barberId: ANA, tickets: 1, paid: 0, chairMs: 0 },
      ],
    }).barbers;

    expect(barber).toMatchObject({
      tickets: 9,
      workedMinutes: 450,
      chairMinutes: 270,
      utilisationBasisPoints: 6000,
    });
  });

  it('shows every hour from the first to the last in which something happened', () => {
    const { hours } = dayReport(day, {
      ...nothing,
      arrivalsByHour: [{ hour: 5, tickets: 2 }],
      booksByHour: [{ hour: 7, salesCents: 900, entries: 2, unbalanced: 0 }],
    });

    expect(hours).toEqual([
      { startsAt: '2026-03-28T09:00:00.000Z', arrivals: 2, salesCents: 0 },
      { startsAt: '2026-03-28T10:00:00.000Z', arrivals: 0, salesCents: 0 },
      { startsAt: '2026-03-28T11:00:00.000Z', arrivals: 0, salesCents: 900 },
    ]);
  });

  it('says so when the books are wrong', () => {
    const off = { ...nothing, sums: [sumOf('1010', 1, { tender: 'cash' })] };
    const crossed = {
      ...nothing,
      booksByHour: [{ hour: 1, salesCents: 0, entries: 2, unbalanced: 2 }],
    };

    expect(dayReport(day, off).ledger).toMatchObject({ balanced: false, sumCents: 1 });
    expect(dayReport(day, crossed).ledger).toMatchObject({ balanced: false, sumCents: 0 });
  });

  it('has an example that is one', () => {
    expect(DayReportResponse.create(DAY_REPORT_EXAMPLE)).toEqual(DAY_REPORT_EXAMPLE);
  });
});

describe('the walk-aways of a day', () => {
  it('are tickets and people without one, each with their money, and both together', () => {
    const { walkAways } = dayReport(day, {
      ...nothing,
      losses: [
        { of: 'tickets', count: 2, people: 2, lostCents: 5000 },
        { of: 'walk_ins', count: 3, people: 7, lostCents: 17_500 },
      ],
    });

    expect(walkAways).toEqual({
      ...{ tickets: 2, ticketsCents: 5000 },
      ...{ lostWalkIns: 3, lostPeople: 7, lostWalkInsCents: 17_500, lostCents: 22_500 },
    });
  });

  it('are none on a day without', () => {
    expect(Object.values(dayReport(day, nothing).walkAways)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
