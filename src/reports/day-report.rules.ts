import {
  ACCOUNTS,
  heldByBarber,
  tenderAccount,
  tipsPayable,
} from '../payments/ledger/chart-of-accounts.rules';
import type { Tender } from '../payments/tenders/tender.rules';
import { BASIS_POINTS_WHOLE } from '../platform/money/money';
import type { DayFacts, LossSum, PostingSum, WaitCount } from './day-facts';
import type { DayReportResponse } from './dto/day-report.response';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The day that a report is of. */
export interface ReportedDay {
  readonly businessDay: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly currency: string;
  readonly generatedAt: number;
}

/** Puts a day's report together. Amounts come from postings alone, so it cannot differ from them. */
export function dayReport(day: ReportedDay, facts: DayFacts): DayReportResponse {
  return {
    businessDay: day.businessDay,
    startsAt: toMoment(day.startsAt),
    endsAt: toMoment(day.endsAt),
    generatedAt: toMoment(day.generatedAt),
    currency: day.currency,
    sales: salesOf(facts.sums),
    taxes: facts.taxes.map(({ basisPoints, amountCents }) => ({
      basisPoints,
      taxCents: negated(amountCents),
    })),
    tenders: tendersOf(facts.sums),
    openOrderPayments: heldOf(facts.sums),
    barbers: barbersOf(facts),
    tickets: ticketsOf(facts),
    walkAways: walkAwaysOf(facts.losses),
    waits: waitsOf(facts.waits),
    hours: hoursOf(day.startsAt, facts),
    openItems: openItemsOf(facts),
    ledger: ledgerOf(facts),
  };
}

function toMoment(at: number): string {
  return new Date(at).toISOString();
}

/** What was credited, as a positive amount; never negative zero. */
function negated(amountCents: number): number {
  return 0 - amountCents;
}

function debits(sums: readonly PostingSum[], isMeant: (sum: PostingSum) => boolean): number {
  return total(sums, (sum) => (isMeant(sum) ? sum.amountCents : 0));
}

function credits(sums: readonly PostingSum[], isMeant: (sum: PostingSum) => boolean): number {
  return negated(debits(sums, isMeant));
}

function on(...accountCodes: readonly string[]): (sum: PostingSum) => boolean {
  return (sum) => accountCodes.includes(sum.accountCode);
}

/** Tips say in what they came in; what is paid out of them does not. */
function isTip({ accountCode, tender }: PostingSum): boolean {
  return tender !== null && accountCode.startsWith(tipsPayable(''));
}

function salesOf(sums: readonly PostingSum[]): DayReportResponse['sales'] {
  const servicesCents = credits(sums, on(ACCOUNTS.serviceSales));
  const productsCents = credits(sums, on(ACCOUNTS.productSales));
  const discountsCents = debits(sums, on(ACCOUNTS.discounts));
  const refundsCents = debits(sums, on(ACCOUNTS.refunds));
  const netCents = servicesCents + productsCents - discountsCents - refundsCents;
  const taxCents = credits(sums, on(ACCOUNTS.taxPayable));
  const tipsCents = credits(sums, isTip);
  const cashRoundingCents = credits(sums, on(ACCOUNTS.cashRounding));
  return {
    servicesCents,
    productsCents,
    discountsCents,
    refundsCents,
    netCents,
    taxCents,
    tipsCents,
    cashRoundingCents,
    totalCents: netCents + taxCents + tipsCents + cashRoundingCents,
  };
}

function tendersOf(sums: readonly PostingSum[]): DayReportResponse['tenders'] {
  const tenders = [...new Set(sums.flatMap((sum) => sum.tender ?? []))].sort();
  return tenders
    .map((tender) => {
      const received = sums.filter(
        (sum) => sum.tender === tender && isTillOf(tender, sum.accountCode),
      );
      return {
        tender,
        payments: total(received, (sum) => sum.debits),
        receivedCents: debits(received, () => true),
        returnedCents: total(received, (sum) => sum.debitCents - sum.amountCents),
        tipCents: credits(sums, (sum) => sum.tender === tender && isTip(sum)),
      };
    })
    .filter(
      ({ payments, returnedCents, tipCents }) =>
        payments > 0 || returnedCents !== 0 || tipCents !== 0,
    );
}

/**
 * Whether an account is where payments in this tender go: of cash, any register's drawer; and
 * barbers' own accounts.
 */
function isTillOf(tender: string, accountCode: string): boolean {
  const isOwn = accountCode.startsWith(heldByBarber(''));
  return isOwn || accountCode.split(':')[0] === tenderAccount(tender as Tender);
}

function heldOf(sums: readonly PostingSum[]): DayReportResponse['openOrderPayments'] {
  const held = sums.filter(on(ACCOUNTS.openOrderPayments));
  const releasedCents = total(held, (sum) => sum.debitCents);
  return { takenCents: releasedCents - debits(held, () => true), releasedCents };
}

function barbersOf(facts: DayFacts): DayReportResponse['barbers'] {
  const active = new Set(
    [facts.sums, facts.tickets, facts.sold, facts.shifts]
      .flat()
      .flatMap(({ barberId }) => barberId ?? []),
  );
  return facts.barbers
    .filter(({ id }) => active.has(id))
    .map(({ id, name }) => ({ barberId: id, name, ...moneyOf(id, facts), ...workOf(id, facts) }));
}

function moneyOf(barberId: string, { sums }: DayFacts) {
  const own = sums.filter((sum) => sum.barberId === barberId);
  const salesListCents = credits(own, on(ACCOUNTS.serviceSales, ACCOUNTS.productSales));
  const tips = own.filter(isTip);
  return {
    salesListCents,
    salesNetCents: salesListCents - debits(own, on(ACCOUNTS.discounts, ACCOUNTS.refunds)),
    // By the expense, which payouts leave alone.
    commissionCents: debits(own, on(ACCOUNTS.commissionExpense)),
    tipCents: credits(tips, () => true),
    tipsByTender: tips.map(({ tender, amountCents }) => ({
      tender: tender ?? 'unknown',
      tipCents: negated(amountCents),
    })),
  };
}

function workOf(barberId: string, facts: DayFacts) {
  const isOwn = (fact: { readonly barberId: string | null }) => fact.barberId === barberId;
  const sold = (kind: string) =>
    total(facts.sold.filter(isOwn), (one) => (one.kind === kind ? one.quantity : 0));
  const tickets = facts.tickets.filter(isOwn);
  const workedMs =
    total(facts.shifts.filter(isOwn), ({ ms }) => Math.max(0, ms)) -
    total(facts.breaks.filter(isOwn), ({ ms }) => ms);
  const chairMs = total(tickets, (group) => group.chairMs);
  return {
    tickets: total(tickets, (group) => (group.state === 'completed' ? group.tickets : 0)),
    services: sold('service'),
    products: sold('product'),
    workedMinutes: Math.round(workedMs / MINUTE_MS),
    chairMinutes: Math.round(chairMs / MINUTE_MS),
    utilisationBasisPoints:
      workedMs > 0 ? Math.round((chairMs * BASIS_POINTS_WHOLE) / workedMs) : null,
  };
}

function ticketsOf({ tickets }: DayFacts): DayReportResponse['tickets'] {
  const inState = (state: string) =>
    total(tickets, (group) => (group.state === state ? group.tickets : 0));
  return {
    total: total(tickets, (group) => group.tickets),
    waiting: inState('waiting'),
    assigned: inState('assigned'),
    inService: inState('in_service'),
    completed: inState('completed'),
    paid: total(tickets, (group) => group.paid),
    cancelled: inState('cancelled'),
    noShow: inState('no_show'),
    walkedOut: inState('walked_out'),
  };
}

function walkAwaysOf(losses: readonly LossSum[]): DayReportResponse['walkAways'] {
  const tickets = losses.find((loss) => loss.of === 'tickets');
  const walkIns = losses.find((loss) => loss.of === 'walk_ins');
  return {
    tickets: tickets?.count ?? 0,
    ticketsCents: tickets?.lostCents ?? 0,
    lostWalkIns: walkIns?.count ?? 0,
    lostPeople: walkIns?.people ?? 0,
    lostWalkInsCents: walkIns?.lostCents ?? 0,
    lostCents: total(losses, (loss) => loss.lostCents),
  };
}

/** Percentiles by nearest rank: the wait that at least that part of the customers did not exceed. */
function waitsOf(waits: readonly WaitCount[]): DayReportResponse['waits'] {
  const sorted = [...waits].sort((a, b) => a.waitSeconds - b.waitSeconds);
  const tickets = total(sorted, (wait) => wait.tickets);
  const atRank = (rank: number): number | null => {
    let seen = 0;
    for (const wait of sorted) {
      seen += wait.tickets;
      if (seen >= rank) return wait.waitSeconds;
    }
    return null;
  };
  const sumSeconds = total(sorted, (wait) => wait.waitSeconds * wait.tickets);
  return {
    tickets,
    meanSeconds: tickets === 0 ? null : Math.round(sumSeconds / tickets),
    p50Seconds: atRank(Math.ceil(tickets * 0.5)),
    p90Seconds: atRank(Math.ceil(tickets * 0.9)),
    longestSeconds: sorted.at(-1)?.waitSeconds ?? null,
  };
}

/** Hour by hour, from the first in which something happened to the last. */
function hoursOf(
  startsAt: number,
  { arrivalsByHour, booksByHour }: DayFacts,
): DayReportResponse['hours'] {
  const arrivals = new Map(arrivalsByHour.map(({ hour, tickets }) => [hour, tickets]));
  const sales = new Map(booksByHour.map(({ hour, salesCents }) => [hour, salesCents]));
  const busy = [...arrivals.keys(), ...sales.keys()];
  if (busy.length === 0) return [];
  const first = Math.min(...busy);
  return Array.from({ length: Math.max(...busy) - first + 1 }, (_, index) => ({
    startsAt: toMoment(startsAt + (first + index) * HOUR_MS),
    arrivals: arrivals.get(first + index) ?? 0,
    salesCents: sales.get(first + index) ?? 0,
  }));
}

function openItemsOf({ openTickets, openOrders }: DayFacts): DayReportResponse['openItems'] {
  type Ticket = DayReportResponse['openItems']['unpaidTickets'][number];
  const tickets = openTickets as readonly Ticket[];
  return {
    unpaidTickets: tickets.filter(({ state }) => state === 'completed'),
    unfinishedTickets: tickets.filter(({ state }) => state !== 'completed'),
    openOrders: openOrders.map(({ id, ticketId, totalCents, paidCents }) => ({
      id,
      ticketId,
      dueCents: totalCents - paidCents,
    })),
  };
}

function ledgerOf({ sums, booksByHour }: DayFacts): DayReportResponse['ledger'] {
  const sumCents = debits(sums, () => true);
  const unbalanced = total(booksByHour, (hour) => hour.unbalanced);
  return {
    balanced: sumCents === 0 && unbalanced === 0,
    sumCents,
    entries: total(booksByHour, (hour) => hour.entries),
  };
}

function total<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}
