import type { Tender } from '../tenders/tender.rules';
import { ACCOUNTS, tenderAccount } from './chart-of-accounts.rules';
import { type JournalEntry, transferEntry } from './journal-entry.rules';

/**
 * Books what a provider kept of a payment: it will settle so much less. Null for nothing. The
 * postings name no tender, since reports count by it what customers have paid.
 */
export function providerFeeEntry(tender: Tender, feeCents: number): JournalEntry | null {
  return transferEntry({
    kind: 'provider_fee',
    debit: ACCOUNTS.processingFees,
    credit: tenderAccount(tender),
    amountCents: feeCents,
  });
}
