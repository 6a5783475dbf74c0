import { assert } from '../../platform/errors/problem';
import { assertNotNegative, sumCents } from '../../platform/money/money';
import type { CatalogKind } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';
import { accountOf } from './chart-of-accounts.rules';

/** The business events that are booked. */
export const JOURNAL_ENTRY_KINDS = [
  'sale',
  'partial_payment',
  'commission',
  'refund',
  'gift_card_sale',
  'deposit',
  'no_show_fee',
  'tip_payout',
  'commission_payout',
  'drawer_float',
  'drawer_drop',
  'drawer_difference',
  'provider_fee',
  'settlement',
  'dispute',
  'reversal',
  'correction',
  'drawer_paid_in',
  'drawer_paid_out',
  'payout',
  'terminal_difference',
  'own_account_offset',
] as const;
export type JournalEntryKind = (typeof JOURNAL_ENTRY_KINDS)[number];

/** What an entry comes from, beside its order and payment. */
export const ENTRY_SOURCE_KINDS = [
  'refund',
  'correction',
  'drawer_session',
  'cash_movement',
  'payout',
  'settlement',
  'day_close',
] as const;
export type EntrySourceKind = (typeof ENTRY_SOURCE_KINDS)[number];

/** What a posting is about; reports group sums over postings by these. */
export interface PostingDimensions {
  readonly barberId?: string;
  readonly tender?: Tender;
  readonly lineId?: string;
  readonly catalogKind?: CatalogKind;
  /** The rate that a tax was computed at. */
  readonly taxBasisPoints?: number;
}

/** One side of an entry. A debit is positive, a credit negative. */
export interface Posting {
  readonly accountCode: string;
  readonly amountCents: number;
  readonly dimensions: PostingDimensions;
}

/** A movement of money between accounts: at least two postings that add up to zero. */
export interface JournalEntry {
  readonly kind: JournalEntryKind;
  readonly postings: readonly Posting[];
}

/** A posting on the debit side. @throws AMOUNT_INVALID */
export function debit(
  accountCode: string,
  amountCents: number,
  dimensions: PostingDimensions = {},
): Posting {
  assertNotNegative(amountCents, 'amountCents');
  return { accountCode, amountCents, dimensions };
}

/** A posting on the credit side, of an amount from zero. @throws AMOUNT_INVALID */
export function credit(
  accountCode: string,
  amountCents: number,
  dimensions: PostingDimensions = {},
): Posting {
  assertNotNegative(amountCents, 'amountCents');
  return { accountCode, amountCents: 0 - amountCents, dimensions };
}

/**
 * An entry of the postings that move something; null when none does, as with a service that was
 * free: an entry of nothing would only blur the books. Asserts that it balances.
 */
export function journalEntry(
  kind: JournalEntryKind,
  postings: readonly Posting[],
): JournalEntry | null {
  const moving = postings.filter((posting) => posting.amountCents !== 0);
  if (moving.length === 0) return null;
  const entry = { kind, postings: moving };
  assertBalanced(entry);
  return entry;
}

/** Moves an amount from the credited to the debited account. Null for an amount of zero. */
export function transferEntry(transfer: {
  kind: JournalEntryKind;
  debit: string;
  credit: string;
  amountCents: number;
  dimensions?: PostingDimensions;
}): JournalEntry | null {
  return journalEntry(transfer.kind, [
    debit(transfer.debit, transfer.amountCents, transfer.dimensions),
    credit(transfer.credit, transfer.amountCents, transfer.dimensions),
  ]);
}

/**
 * Asserts what every stored entry must be: two postings or more, none of zero, all to accounts of
 * the chart, together zero. A failure is a fault of the program, never of its user.
 */
export function assertBalanced(entry: JournalEntry): void {
  const { kind, postings } = entry;
  assert(postings.length >= 2, `a ${kind} entry has at least two postings`);
  for (const { accountCode, amountCents } of postings) {
    accountOf(accountCode);
    assert(amountCents !== 0, `a ${kind} entry has no posting of zero`);
  }
  const differenceCents = sumCents(
    postings.map((posting) => posting.amountCents),
    'postings',
  );
  assert(differenceCents === 0, `a ${kind} entry balances, not off by ${differenceCents}`);
}

/**
 * The entry that undoes another, posting by posting, so that every balance and every report
 * returns to where it was. What is reversed stays reversed: to book it again, book it anew.
 */
export function reverse(entry: JournalEntry): JournalEntry {
  assert(entry.kind !== 'reversal', 'a reversal is not reversed');
  assertBalanced(entry);
  return {
    kind: 'reversal',
    postings: entry.postings.map((posting) => ({ ...posting, amountCents: -posting.amountCents })),
  };
}
