import type { Evidence } from '../evidence';
import type { TicketFact } from '../play/api';
import { byKey, type RecordedDay, type RecordedVisit } from '../recording/recorded-day';
import { type Bill, billOf, servicesOf } from './bill';
import { divide, rate, sum } from './largest-remainder';

/** What one barber brought in and earned on a day. */
export interface BarberCount {
  readonly barberId: string;
  /** Completed by him, whoever began. */
  tickets: number;
  services: number;
  products: number;
  /** At list price, without tax. */
  listCents: number;
  /** After discount. */
  netCents: number;
  commissionCents: number;
  tipCents: number;
  readonly tipsByTender: Map<string, number>;
}

export interface TenderCount {
  readonly payments: number;
  readonly receivedCents: number;
  readonly tipCents: number;
}

/** A day counted from the recording; from the server comes only who served whom. */
export interface DayCount {
  readonly date: string;
  readonly outcomes: Record<string, number>;
  readonly bills: { readonly bill: Bill; readonly ticket: TicketFact }[];
  readonly tenders: Map<string, TenderCount>;
  readonly barbers: Map<string, BarberCount>;
  /** The tickets of the day, for what only the server's clock can tell: the waits. */
  readonly tickets: TicketFact[];
}

/** Counts every cent of a day anew. Deviations are what makes counting impossible. */
export function recountDay(
  evidence: Evidence,
  day: RecordedDay,
): { count: DayCount; deviations: string[] } {
  const count: DayCount = {
    date: day.date,
    outcomes: {},
    bills: [],
    tenders: new Map(),
    barbers: new Map(),
    tickets: [],
  };
  const deviations: string[] = [];
  const tickets = new Map(evidence.facts.tickets.map((ticket) => [ticket.id, ticket]));
  for (const visit of day.visits) {
    const ticket = tickets.get(evidence.ticketOfVisit.get(visit.key) ?? '');
    if (!ticket) continue;
    count.tickets.push(ticket);
    count.outcomes[ticket.state] = (count.outcomes[ticket.state] ?? 0) + 1;
    if (ticket.businessDay !== day.date) {
      deviations.push(`Visit ${visit.key} of ${day.date} is booked on ${ticket.businessDay}`);
    }
    if (ticket.state === 'completed') deviations.push(...add(count, evidence, visit, ticket));
  }
  return { count, deviations };
}

function add(
  count: DayCount,
  { shop }: Evidence,
  visit: RecordedVisit,
  ticket: TicketFact,
): string[] {
  const expected = servicesOf(visit).map((key) => shop.services.get(key));
  const done = ticket.services.map((service) => service.serviceId);
  if (expected.join() !== done.join()) {
    return [`Ticket ${ticket.number} lists other services than visit ${visit.key}`];
  }
  const bill = billOf(visit, shop.recorded);
  count.bills.push({ bill, ticket });
  const servedBy = ticket.services.map((service) => service.barberId ?? ticket.barberId ?? '');
  countOf(count, ticket.barberId ?? '').tickets += 1;

  for (const [index, line] of bill.lines.entries()) {
    // Products are sold by whoever finished.
    const barberId = servedBy[index] ?? ticket.barberId ?? '';
    const barber = countOf(count, barberId);
    if (line.kind === 'service') barber.services += line.quantity;
    else barber.products += line.quantity;
    barber.listCents += line.salesCents;
    barber.netCents += line.netCents;
    barber.commissionCents += rate(line.netCents, commissionOf(shop, barberId));
  }
  countTenders(count, visit, bill.tipCents, shareTip(bill, servedBy));
  return [];
}

/** A tip goes to barbers by the list price of what they did; ties to the smaller id. */
function shareTip(bill: Bill, servedBy: readonly string[]): Map<string, number> {
  const listed = new Map<string, number>();
  for (const [index, barberId] of servedBy.entries()) {
    const cents = bill.lines[index]?.listCents ?? 0;
    listed.set(barberId, (listed.get(barberId) ?? 0) + cents);
  }
  const ids = [...listed.keys()].sort();
  const shares = divide(
    bill.tipCents,
    ids.map((id) => listed.get(id) ?? 0),
  );
  return new Map(ids.map((id, index) => [id, shares[index] ?? 0]));
}

/**
 * What came in by which tender. The tip came by the tenders in proportion to what each paid, and
 * to each barber, one after another, in proportion to what is left of it in each.
 */
function countTenders(
  count: DayCount,
  visit: RecordedVisit,
  tipCents: number,
  shares: ReadonlyMap<string, number>,
): void {
  const names = [...new Set(visit.bill.tenders.map(({ tender }) => tender))].sort();
  const paid = names.map((name) => visit.bill.tenders.filter(({ tender }) => tender === name));
  const amounts = paid.map((tenders) => sum(tenders.map(({ amountCents }) => amountCents)));
  let left = divide(tipCents, amounts);
  for (const [index, name] of names.entries()) {
    const before = count.tenders.get(name) ?? { payments: 0, receivedCents: 0, tipCents: 0 };
    count.tenders.set(name, {
      payments: before.payments + (paid[index]?.length ?? 0),
      receivedCents: before.receivedCents + (amounts[index] ?? 0),
      tipCents: before.tipCents + (left[index] ?? 0),
    });
  }
  for (const [barberId, cents] of shares) {
    const barber = countOf(count, barberId);
    barber.tipCents += cents;
    const parts = divide(cents, left);
    left = left.map((rest, index) => rest - (parts[index] ?? 0));
    for (const [index, name] of names.entries()) {
      const before = barber.tipsByTender.get(name) ?? 0;
      barber.tipsByTender.set(name, before + (parts[index] ?? 0));
    }
  }
}

function countOf(count: DayCount, barberId: string): BarberCount {
  const known = count.barbers.get(barberId);
  if (known) return known;
  const fresh: BarberCount = {
    ...{ barberId, tickets: 0, services: 0, products: 0 },
    ...{ listCents: 0, netCents: 0, commissionCents: 0, tipCents: 0, tipsByTender: new Map() },
  };
  count.barbers.set(barberId, fresh);
  return fresh;
}

function commissionOf(shop: Evidence['shop'], barberId: string): number {
  const key = [...shop.barbers].find(([, id]) => id === barberId)?.[0] ?? '';
  return byKey(shop.recorded.barbers, key).commissionBasisPoints;
}
