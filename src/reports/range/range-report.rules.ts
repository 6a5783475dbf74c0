import { localHourOf } from '../../platform/time/business-day';
import type { DayReportResponse } from '../dto/day-report.response';
import { busyHours, utilisationOf } from './busy-hours.rules';
import type { RangeReportResponse } from './dto/range-report.response';
import type { SoldItem, Stretch } from './range-facts';

/** What a report of several days is made of. */
export interface RangeFacts {
  readonly days: readonly DayReportResponse[];
  readonly items: readonly SoldItem[];
  readonly stretches: readonly Stretch[];
}

/** The time that is reported, and the shop's clock. */
export interface ReportedRange {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly timeZone: string;
}

/** Adds the reports of days up, so that it can never say anything else than they do. */
export function rangeReport(range: ReportedRange, facts: RangeFacts): RangeReportResponse {
  const { from, to, currency, timeZone } = range;
  const { days } = facts;
  const sum = (of: (day: DayReportResponse) => number) => total(days.map(of));
  return {
    from,
    to,
    currency,
    sales: {
      netCents: sum(({ sales }) => sales.netCents),
      discountsCents: sum(({ sales }) => sales.discountsCents),
      refundsCents: sum(({ sales }) => sales.refundsCents),
      taxCents: sum(({ sales }) => sales.taxCents),
      tipsCents: sum(({ sales }) => sales.tipsCents),
      totalCents: sum(({ sales }) => sales.totalCents),
    },
    walkAways: {
      people: sum(({ walkAways }) => walkAways.tickets + walkAways.lostPeople),
      lostCents: sum(({ walkAways }) => walkAways.lostCents),
    },
    days: days.map(toDay),
    hours: hoursOf(days, timeZone),
    items: [...facts.items].sort((a, b) => b.netCents - a.netCents || order(a.name, b.name)),
    barbers: barbersOf(days),
    tenders: tendersOf(days),
    utilisation: busyHours(facts.stretches, timeZone),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function toDay(day: DayReportResponse): RangeReportResponse['days'][number] {
  const { businessDay, sales, tickets, waits, walkAways } = day;
  return {
    businessDay,
    netCents: sales.netCents,
    tipsCents: sales.tipsCents,
    ticketsPaid: tickets.paid,
    meanWaitSeconds: waits.meanSeconds,
    p90WaitSeconds: waits.p90Seconds,
    walkAways: walkAways.tickets + walkAways.lostPeople,
    lostCents: walkAways.lostCents,
  };
}

/** Groups by key in the order of first appearance. */
function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function hoursOf(
  days: readonly DayReportResponse[],
  timeZone: string,
): RangeReportResponse['hours'] {
  const all = days.flatMap(({ hours }) => hours);
  return [...grouped(all, ({ startsAt }) => localHourOf(Date.parse(startsAt), timeZone))]
    .sort(([a], [b]) => a - b)
    .map(([hour, group]) => ({
      hour,
      arrivals: total(group.map(({ arrivals }) => arrivals)),
      salesCents: total(group.map(({ salesCents }) => salesCents)),
    }));
}

function barbersOf(days: readonly DayReportResponse[]): RangeReportResponse['barbers'] {
  const all = days.flatMap(({ barbers }) => barbers);
  return [...grouped(all, ({ barberId }) => barberId)].map(([barberId, group]) => {
    const sum = (of: (one: (typeof group)[number]) => number) => total(group.map(of));
    const workedMinutes = sum((one) => one.workedMinutes);
    const chairMinutes = sum((one) => one.chairMinutes);
    return {
      barberId,
      name: group.at(-1)?.name ?? '',
      tickets: sum((one) => one.tickets),
      salesNetCents: sum((one) => one.salesNetCents),
      commissionCents: sum((one) => one.commissionCents),
      tipCents: sum((one) => one.tipCents),
      workedMinutes,
      chairMinutes,
      utilisationBasisPoints: utilisationOf(workedMinutes, chairMinutes),
    };
  });
}

function tendersOf(days: readonly DayReportResponse[]): RangeReportResponse['tenders'] {
  const all = days.flatMap(({ tenders }) => tenders);
  return [...grouped(all, ({ tender }) => tender)].map(([tender, group]) => ({
    tender,
    payments: total(group.map(({ payments }) => payments)),
    receivedCents: total(group.map(({ receivedCents }) => receivedCents)),
    tipCents: total(group.map(({ tipCents }) => tipCents)),
  }));
}
