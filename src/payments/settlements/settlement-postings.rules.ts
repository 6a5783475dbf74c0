import { ACCOUNTS, tenderAccount } from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, journalEntry } from '../ledger/journal-entry.rules';
import type { SettledTender, SettlementSums } from './settlement-match.rules';

/** What of a settlement is not in the books yet. */
export interface SettlementToBook extends Pick<SettlementSums, 'feeCents' | 'paidOutCents'> {
  readonly chargebackCents: number;
}

/**
 * Books what a provider kept and what it paid to the bank, against what it held for us. What it
 * says of movements that we do not know leaves a difference on the clearing account, on purpose:
 * it stands there until somebody has found out.
 */
export function settlementEntry(
  tender: SettledTender,
  { chargebackCents, feeCents, paidOutCents }: SettlementToBook,
): JournalEntry | null {
  return journalEntry('settlement', [
    { accountCode: ACCOUNTS.bank, amountCents: paidOutCents, dimensions: {} },
    { accountCode: ACCOUNTS.processingFees, amountCents: feeCents, dimensions: {} },
    { accountCode: ACCOUNTS.chargebackLoss, amountCents: chargebackCents, dimensions: {} },
    {
      accountCode: tenderAccount(tender),
      amountCents: 0 - paidOutCents - feeCents - chargebackCents,
      dimensions: {},
    },
  ]);
}
