import {
  ACCOUNTS,
  commissionPayable,
  drawer,
  tipsPayable,
} from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, journalEntry } from '../ledger/journal-entry.rules';

/** What a barber is owed; below zero when refunds took more than was earned. */
export interface Owed {
  readonly barberId: string;
  readonly commissionCents: number;
  readonly tipCents: number;
}

/** Pays a barber all that is owed, so that both accounts stand at zero. */
export function payoutEntry(
  { barberId, commissionCents, tipCents }: Owed,
  from: { readonly method: 'bank' } | { readonly method: 'cash'; readonly registerId?: string },
): JournalEntry | null {
  const dimensions = { barberId };
  const account = from.method === 'bank' ? ACCOUNTS.bank : drawer(from.registerId);
  return journalEntry('payout', [
    { accountCode: commissionPayable(barberId), amountCents: commissionCents, dimensions },
    { accountCode: tipsPayable(barberId), amountCents: tipCents, dimensions },
    { accountCode: account, amountCents: 0 - commissionCents - tipCents, dimensions: {} },
  ]);
}
