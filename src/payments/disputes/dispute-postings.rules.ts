import { ACCOUNTS, moneyAccount } from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, transferEntry } from '../ledger/journal-entry.rules';
import type { Tender } from '../tenders/tender.rules';

/** Where the money of a disputed payment was. */
export interface DisputedPayment {
  readonly tender: Tender;
  readonly ownerBarberId: string | null;
}

export type DisputeEnd = 'won' | 'lost';

/**
 * The customer disputes a payment: its money is taken from where it was, and stands open. The
 * postings name no tender, since reports count by it what customers have paid.
 */
export function disputeOpenedEntry(
  payment: DisputedPayment,
  amountCents: number,
): JournalEntry | null {
  return transferEntry({
    ...{ kind: 'dispute', amountCents },
    debit: ACCOUNTS.disputesReceivable,
    credit: moneyAccount(payment),
  });
}

/** The dispute is over: the money comes back, or it is the shop's loss. */
export function disputeEndedEntry(
  payment: DisputedPayment,
  end: DisputeEnd,
  amountCents: number,
): JournalEntry | null {
  return transferEntry({
    ...{ kind: 'dispute', amountCents },
    debit: end === 'won' ? moneyAccount(payment) : ACCOUNTS.chargebackLoss,
    credit: ACCOUNTS.disputesReceivable,
  });
}
