import type { Evidence } from '../evidence';
import type { Finding } from '../examine';
import { sum } from '../recount/largest-remainder';
import type { DayCount } from '../recount/recount-day';
import { latencyOf, percentile, type Spread } from './spread';

/** What a replay comes to: for people it is printed, for programs written as JSON. */
export interface Outcome {
  readonly title: string;
  readonly isGood: boolean;
  readonly shops: readonly ShopOutcome[];
}

export interface ShopOutcome {
  readonly name: string;
  readonly currency: string;
  readonly days: number;
  readonly visits: number;
  /** How many visits came to which end. */
  readonly ends: Readonly<Record<string, number>>;
  readonly sales: {
    readonly netCents: number;
    readonly taxCents: number;
    readonly tipCents: number;
    readonly totalCents: number;
  };
  readonly tenders: Readonly<Record<string, number>>;
  readonly barbers: readonly {
    readonly name: string;
    readonly tickets: number;
    readonly netCents: number;
    readonly commissionCents: number;
    readonly tipCents: number;
  }[];
  /** From the ticket to the chair. */
  readonly waitMinutes: Spread;
  readonly sockets: { readonly count: number; readonly events: number; readonly resumes: number };
  /** From the commit to the socket, of all events that were delivered live. */
  readonly latencyMs: Spread;
  readonly commits: number;
  readonly kills: number;
  /** Repeated requests that found their work done already. */
  readonly replayedAnswers: number;
  readonly lostRaces: number;
  readonly playSeconds: number;
  readonly findings: readonly Finding[];
}

export function outcomeOf(
  evidence: Evidence,
  { findings, counts }: { findings: readonly Finding[]; counts: readonly DayCount[] },
): ShopOutcome {
  const { recorded } = evidence.shop;
  const bills = counts.flatMap((count) => count.bills.map(({ bill }) => bill));
  const events = evidence.streams.map((stream) => stream.events.length);
  return {
    name: recorded.name,
    currency: recorded.currency,
    days: evidence.days.length,
    visits: sum(evidence.days.map((day) => day.visits.length)),
    ends: merged(counts.map((count) => count.outcomes)),
    sales: {
      netCents: sum(bills.map((bill) => bill.netCents)),
      taxCents: sum(bills.map((bill) => bill.taxCents)),
      tipCents: sum(bills.map((bill) => bill.tipCents)),
      totalCents: sum(bills.map((bill) => bill.totalCents)),
    },
    tenders: merged(
      counts.map((count) =>
        Object.fromEntries([...count.tenders].map(([name, of]) => [name, of.receivedCents])),
      ),
    ),
    barbers: barbersOf(evidence, counts),
    waitMinutes: waitsOf(counts),
    sockets: {
      count: evidence.streams.length,
      events: sum(events),
      resumes: sum(evidence.streams.map((stream) => stream.resumes)),
    },
    latencyMs: latencyOf(evidence),
    commits: evidence.facts.head,
    kills: evidence.kills,
    replayedAnswers: evidence.replayedAnswers,
    lostRaces: evidence.lostRaces,
    playSeconds: Math.round(evidence.playSeconds * 10) / 10,
    findings,
  };
}

export function isGood(shop: ShopOutcome): boolean {
  return shop.findings.every(({ deviations }) => deviations.length === 0);
}

function barbersOf(evidence: Evidence, counts: readonly DayCount[]): ShopOutcome['barbers'] {
  const { recorded, barbers: ids } = evidence.shop;
  return recorded.barbers.map(({ key, name }) => {
    const own = counts.flatMap((count) => count.barbers.get(ids.get(key) ?? '') ?? []);
    return {
      name,
      tickets: sum(own.map((count) => count.tickets)),
      netCents: sum(own.map((count) => count.netCents)),
      commissionCents: sum(own.map((count) => count.commissionCents)),
      tipCents: sum(own.map((count) => count.tipCents)),
    };
  });
}

function waitsOf(counts: readonly DayCount[]): Spread {
  const minutes = counts
    .flatMap((count) => count.tickets)
    .filter((ticket) => ticket.startedAt !== null)
    .map((ticket) => Date.parse(ticket.startedAt ?? '') - Date.parse(ticket.joinedAt))
    .map((ms) => ms / 60_000);
  return percentile(minutes);
}

function merged(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const record of records) {
    for (const [name, number] of Object.entries(record)) all[name] = (all[name] ?? 0) + number;
  }
  return all;
}
