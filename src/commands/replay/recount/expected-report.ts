import { instantOf } from '../../../platform/time/business-day';
import type { Evidence } from '../evidence';
import { sum } from './largest-remainder';
import type { BarberCount, DayCount } from './recount-day';
import { countTimes } from './recount-times';

const HOUR_MS = 3_600_000;

/**
 * The report of a day as it has to be, by the recount alone. Lists are keyed by what they list, so
 * that a difference has a name. Left out: when the report was made.
 */
export function expectedReport(evidence: Evidence, count: DayCount): Record<string, unknown> {
  const { recorded } = evidence.shop;
  const lines = count.bills.flatMap(({ bill }) => bill.lines);
  const salesOf = (kind: string) =>
    sum(lines.filter((line) => line.kind === kind).map((line) => line.salesCents));
  const net = sum(lines.map((line) => line.netCents));
  const tax = sum(lines.map((line) => line.taxCents));
  const tips = sum(count.bills.map(({ bill }) => bill.tipCents));
  const entries = count.bills.map(({ bill }) => Number(bill.totalCents > 0));
  const commissioned = count.bills.map(({ bill }) => Number(bill.netCents > 0));
  return {
    businessDay: count.date,
    currency: recorded.currency,
    sales: {
      servicesCents: salesOf('service'),
      productsCents: salesOf('product'),
      discountsCents: sum(lines.map((line) => line.bookedDiscountCents)),
      refundsCents: 0,
      netCents: net,
      taxCents: tax,
      tipsCents: tips,
      cashRoundingCents: 0,
      totalCents: net + tax + tips,
    },
    taxes: tax > 0 ? { [recorded.taxBasisPoints]: { taxCents: tax } } : {},
    tenders: Object.fromEntries(
      [...count.tenders].map(([tender, of]) => [tender, { ...of, returnedCents: 0 }]),
    ),
    openOrderPayments: { takenCents: 0, releasedCents: 0 },
    barbers: expectedBarbers(evidence, count),
    tickets: expectedTickets(count),
    walkAways: expectedWalkAways(count),
    waits: expectedWaits(count),
    hours: expectedHours(evidence, count),
    openItems: { unpaidTickets: [], unfinishedTickets: [], openOrders: [] },
    ledger: { balanced: true, sumCents: 0, entries: sum(entries) + sum(commissioned) },
  };
}

function expectedBarbers(evidence: Evidence, count: DayCount): Record<string, unknown> {
  const times = countTimes(evidence, count);
  const { barbers: ids, recorded } = evidence.shop;
  const nobody: Omit<BarberCount, 'barberId'> = {
    ...{ tickets: 0, services: 0, products: 0, listCents: 0, netCents: 0 },
    ...{ commissionCents: 0, tipCents: 0, tipsByTender: new Map() },
  };
  const entries = recorded.barbers.flatMap(({ key, name }) => {
    const id = ids.get(key) ?? '';
    const time = times.get(id);
    if (!time) return [];
    const own = count.barbers.get(id) ?? nobody;
    const tipsByTender = [...own.tipsByTender].filter(([, tipCents]) => tipCents > 0);
    const work = {
      name,
      ...{ tickets: own.tickets, services: own.services, products: own.products },
      ...{ salesListCents: own.listCents, salesNetCents: own.netCents },
      ...{ commissionCents: own.commissionCents, tipCents: own.tipCents },
      tipsByTender: Object.fromEntries(
        tipsByTender.map(([tender, tipCents]) => [tender, { tipCents }]),
      ),
      workedMinutes: Math.round(time.workedMs / 60_000),
      chairMinutes: Math.round(time.chairMs / 60_000),
      utilisationBasisPoints: Math.round((time.chairMs * 10_000) / time.workedMs),
    };
    return [[id, work] as const];
  });
  return Object.fromEntries(entries);
}

function expectedTickets({ outcomes, tickets }: DayCount): Record<string, number> {
  return {
    ...{ waiting: 0, assigned: 0, inService: 0 },
    total: tickets.length,
    completed: outcomes.completed ?? 0,
    paid: outcomes.completed ?? 0,
    cancelled: outcomes.cancelled ?? 0,
    noShow: outcomes.no_show ?? 0,
    walkedOut: outcomes.walked_out ?? 0,
  };
}

/** Those who took a ticket and left; recorded days know nobody who left before. */
function expectedWalkAways({ tickets }: DayCount): Record<string, number> {
  const left = tickets.filter(({ state }) =>
    ['cancelled', 'no_show', 'walked_out'].includes(state),
  );
  const prices = left.flatMap(({ services }) => services.map((service) => service.priceCents));
  const ticketsCents = sum(prices);
  return {
    ...{ tickets: left.length, ticketsCents, lostCents: ticketsCents },
    ...{ lostWalkIns: 0, lostPeople: 0, lostWalkInsCents: 0 },
  };
}

/** How long those waited who sat down, from the moments on their tickets; nearest rank. */
function expectedWaits({ tickets }: DayCount): Record<string, number | null> {
  const seconds = tickets
    .filter((ticket) => ticket.startedAt !== null)
    .map((ticket) => Date.parse(ticket.startedAt ?? '') - Date.parse(ticket.joinedAt))
    .map((ms) => Math.floor(ms / 1_000))
    .sort((a, b) => a - b);
  const rank = (part: number) => seconds[Math.ceil(seconds.length * part) - 1] ?? null;
  return {
    tickets: seconds.length,
    meanSeconds: seconds.length > 0 ? Math.round(sum(seconds) / seconds.length) : null,
    p50Seconds: rank(0.5),
    p90Seconds: rank(0.9),
    longestSeconds: rank(1),
  };
}

/** Who came and what was sold in each hour, from the first to the last in which anything was. */
function expectedHours(evidence: Evidence, count: DayCount): Record<string, unknown> {
  const { timeZone, dayStartsAtHour } = evidence.shop.recorded;
  const dayStartsAt = instantOf(count.date, dayStartsAtHour, timeZone);
  const hourOf = (moment: string) => Math.floor((Date.parse(moment) - dayStartsAt) / HOUR_MS);
  const arrivals = count.tickets.map((ticket) => hourOf(ticket.joinedAt));
  const sales = count.bills
    // What costs nothing is not booked.
    .filter(({ bill }) => bill.totalCents > 0)
    .map(({ bill, ticket }) => ({ hour: hourOf(ticket.paidAt ?? ''), cents: bill.netCents }));
  const busy = [...arrivals, ...sales.map(({ hour }) => hour)];
  const first = Math.min(...busy);
  return Object.fromEntries(
    Array.from({ length: busy.length > 0 ? Math.max(...busy) - first + 1 : 0 }, (_, index) => {
      const hour = first + index;
      const startsAt = new Date(dayStartsAt + hour * HOUR_MS).toISOString();
      const salesCents = sum(sales.filter((sale) => sale.hour === hour).map(({ cents }) => cents));
      return [startsAt, { arrivals: arrivals.filter((at) => at === hour).length, salesCents }];
    }),
  );
}
