import type { JournalEntry } from '../../src/payments/ledger/journal-entry.rules';

/** The balance that an entry alone gives each account. */
export function balances(entry: JournalEntry | null): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { accountCode, amountCents } of entry?.postings ?? []) {
    sums[accountCode] = (sums[accountCode] ?? 0) + amountCents;
  }
  return sums;
}
