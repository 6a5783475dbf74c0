import type { Evidence } from '../evidence';
import type { JournalEntryFact } from '../play/api';
import { sum } from '../recount/largest-remainder';
import type { DayCount } from '../recount/recount-day';

/** The accounts as the documentation of the books names them. */
const ACCOUNT = {
  tax: '2110',
  tips: (barberId: string) => `2310:${barberId}`,
  commissionOwed: (barberId: string) => `2320:${barberId}`,
  sales: { service: '4010', product: '4020' },
  discounts: '4090',
  commission: '5010',
} as const;
const ACCOUNT_OF_TENDER: Readonly<Record<string, string>> = { cash: '1010', card_terminal: '1230' };

/** Every entry is balanced, none is missing, and each account moved by what was recounted. */
export function checkLedger({ facts }: Evidence, counts: readonly DayCount[]): string[] {
  const deviations: string[] = [];
  const numbers = facts.entries.map((entry) => entry.number).sort((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) {
    deviations.push('The numbers of the journal have gaps or repetitions');
  }
  for (const entry of facts.entries) {
    const cents = balanceOf(entry);
    if (cents !== 0) deviations.push(`Journal entry ${entry.number} is out by ${cents}`);
  }
  const total = sum(facts.entries.map(balanceOf));
  if (total !== 0) deviations.push(`The ledger sums to ${total} instead of zero`);
  for (const count of counts) deviations.push(...checkDay(facts.entries, count));
  return deviations;
}

function checkDay(entries: readonly JournalEntryFact[], count: DayCount): string[] {
  const booked = new Map<string, number>();
  for (const entry of entries.filter(({ businessDay }) => businessDay === count.date)) {
    for (const { accountCode, amountCents } of entry.postings) {
      booked.set(accountCode, (booked.get(accountCode) ?? 0) + amountCents);
    }
  }
  const expected = expectedMovements(count);
  return [...new Set([...booked.keys(), ...expected.keys()])].flatMap((code) => {
    const [is, shouldBe] = [booked.get(code) ?? 0, expected.get(code) ?? 0];
    return is === shouldBe
      ? []
      : [`${count.date}: account ${code} moved by ${is}, recounted are ${shouldBe}`];
  });
}

/** Debits are positive. */
function expectedMovements({ bills, tenders, barbers }: DayCount): Map<string, number> {
  const lines = bills.flatMap(({ bill }) => bill.lines);
  const salesOf = (kind: 'service' | 'product') =>
    sum(lines.filter((line) => line.kind === kind).map((line) => line.salesCents));
  const earners = [...barbers.values()];
  return new Map([
    ...[...tenders].map(
      ([tender, { receivedCents }]) =>
        [ACCOUNT_OF_TENDER[tender] ?? tender, receivedCents] as const,
    ),
    [ACCOUNT.discounts, sum(lines.map((line) => line.bookedDiscountCents))],
    [ACCOUNT.sales.service, -salesOf('service')],
    [ACCOUNT.sales.product, -salesOf('product')],
    [ACCOUNT.tax, -sum(bills.map(({ bill }) => bill.taxCents))],
    [ACCOUNT.commission, sum(earners.map((barber) => barber.commissionCents))],
    ...earners.map((barber) => [ACCOUNT.tips(barber.barberId), -barber.tipCents] as const),
    ...earners.map(
      (barber) => [ACCOUNT.commissionOwed(barber.barberId), -barber.commissionCents] as const,
    ),
  ]);
}

function balanceOf(entry: JournalEntryFact): number {
  return sum(entry.postings.map((posting) => posting.amountCents));
}
