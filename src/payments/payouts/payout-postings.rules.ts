import {
  ACCOUNTS,
  commissionPayable,
  drawer,
  heldByBarber,
  tipsPayable,
} from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, journalEntry } from '../ledger/journal-entry.rules';

/** What a barber is owed; below zero when refunds took more than was earned. */
export interface Owed {
  readonly barberId: string;
  readonly commissionCents: number;
  readonly tipCents: number;
  /** What the barber has of the shop's money on an own account; below zero: gave out for it. */
  readonly heldCents: number;
}

/** What is left to pay a barber. */
export function dueOf({ commissionCents, tipCents, heldCents }: Omit<Owed, 'barberId'>): number {
  return commissionCents + tipCents - heldCents;
}

/** Pays a barber all that is owed, so that all accounts of the barber stand at zero. */
export function payoutEntry(
  owed: Owed,
  from: { readonly method: 'bank' } | { readonly method: 'cash'; readonly registerId?: string },
): JournalEntry | null {
  const { barberId, commissionCents, tipCents, heldCents } = owed;
  const dimensions = { barberId };
  const account = from.method === 'bank' ? ACCOUNTS.bank : drawer(from.registerId);
  return journalEntry('payout', [
    { accountCode: commissionPayable(barberId), amountCents: commissionCents, dimensions },
    { accountCode: tipsPayable(barberId), amountCents: tipCents, dimensions },
    { accountCode: heldByBarber(barberId), amountCents: 0 - heldCents, dimensions },
    { accountCode: account, amountCents: 0 - dueOf(owed), dimensions: {} },
  ]);
}
