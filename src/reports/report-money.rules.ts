import type { PostingSum } from './day-facts';
import { dayReport } from './day-report.rules';

/** The figures of a day's report that are sums over its postings and nothing else. */
export interface ReportedMoney
  extends Pick<ReturnType<typeof dayReport>, 'sales' | 'tenders' | 'openOrderPayments'> {
  /** Those who earned something, by id. */
  readonly barbers: readonly {
    readonly barberId: string;
    readonly commissionCents: number;
    readonly tipCents: number;
  }[];
}

/** Recounts them, to be held against a report that was stored. */
export function moneyOfReport(sums: readonly PostingSum[]): ReportedMoney {
  const ids = [...new Set(sums.flatMap(({ barberId }) => barberId ?? []))].sort();
  const { sales, tenders, openOrderPayments, barbers } = dayReport(
    { businessDay: '', startsAt: 0, endsAt: 0, currency: '', generatedAt: 0 },
    {
      sums,
      barbers: ids.map((id) => ({ id, name: '' })),
      ...{ taxes: [], booksByHour: [], tickets: [], arrivalsByHour: [], waits: [], losses: [] },
      ...{ sold: [], shifts: [], breaks: [], openTickets: [], openOrders: [] },
    },
  );
  return {
    ...{ sales, tenders, openOrderPayments },
    barbers: barbers
      .map(({ barberId, commissionCents, tipCents }) => ({ barberId, commissionCents, tipCents }))
      .filter(({ commissionCents, tipCents }) => commissionCents !== 0 || tipCents !== 0),
  };
}
