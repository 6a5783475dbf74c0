import { isGood, type Outcome, type ShopOutcome } from './outcome';
import type { Spread } from './spread';

const DEVIATIONS_SHOWN = 10;

/** The outcome for whoever sits at the terminal. */
export function printOutcome(outcome: Outcome): string {
  const verdict = outcome.isGood
    ? 'Everything is as it should be.'
    : 'There are deviations; they stand above, marked with FAILED.';
  return [`\n${outcome.title}`, ...outcome.shops.map(printShop), verdict, ''].join('\n');
}

function printShop(shop: ShopOutcome): string {
  const money = moneyIn(shop.currency);
  const ends = Object.entries(shop.ends).map(([end, count]) => `${count} ${end.replace('_', ' ')}`);
  const tenders = Object.entries(shop.tenders).map(([name, cents]) => `${name} ${money(cents)}`);
  const { sales, sockets, waitMinutes, latencyMs } = shop;
  const facts: [string, string][] = [
    ['days, visits', `${shop.days}, ${shop.visits} (${ends.join(', ')})`],
    ['net sales', money(sales.netCents)],
    ['tax', money(sales.taxCents)],
    ['tips', money(sales.tipCents)],
    ['taken', `${money(sales.totalCents)} (${tenders.join(', ')})`],
    ['wait, minutes', spread(waitMinutes)],
    ['sockets', `${sockets.count}, ${sockets.events} events, ${sockets.resumes} resumed`],
    ['commit to socket, ms', spread(latencyMs)],
    ['server', `${shop.commits} events in ${shop.playSeconds} s`],
    ...(shop.kills > 0 ? [killed(shop)] : []),
    ...(shop.lostRaces > 0 ? [['lost races', String(shop.lostRaces)] as [string, string]] : []),
  ];
  return [
    '',
    shop.name,
    ...facts.map(([name, value]) => `  ${name.padEnd(22)}${value}`),
    '',
    ...barberTable(shop, money),
    '',
    ...shop.findings.flatMap(({ check, deviations }) => [
      `  ${deviations.length === 0 ? 'ok    ' : 'FAILED'}  ${check}`,
      ...deviations.slice(0, DEVIATIONS_SHOWN).map((deviation) => `            ${deviation}`),
      ...(deviations.length > DEVIATIONS_SHOWN
        ? [`            and ${deviations.length - DEVIATIONS_SHOWN} more`]
        : []),
    ]),
    ...(isGood(shop) ? [] : ['']),
    '',
  ].join('\n');
}

function killed({ kills, replayedAnswers }: ShopOutcome): [string, string] {
  return ['killed', `${kills} times; ${replayedAnswers} repeated requests had been worked on`];
}

function barberTable(shop: ShopOutcome, money: (cents: number) => string): string[] {
  const row = (cells: readonly string[]) =>
    `  ${(cells[0] ?? '').padEnd(22)}${cells
      .slice(1)
      .map((cell) => cell.padStart(12))
      .join('')}`;
  return [
    row(['barber', 'tickets', 'net sales', 'commission', 'tips']),
    ...shop.barbers.map((barber) =>
      row([
        barber.name,
        String(barber.tickets),
        money(barber.netCents),
        money(barber.commissionCents),
        money(barber.tipCents),
      ]),
    ),
  ];
}

function spread({ count, mean, p50, p90, p99, max }: Spread): string {
  if (count === 0) return 'none';
  return `mean ${mean}, p50 ${p50}, p90 ${p90}, p99 ${p99}, max ${max} (of ${count})`;
}

function moneyIn(currency: string): (cents: number) => string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (cents) => format.format(cents / 10 ** digits);
}
