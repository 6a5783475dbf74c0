import { heldByBarber, tenderAccount } from '../ledger/chart-of-accounts.rules';
import type { Tender } from '../tenders/tender.rules';

/** One side of a refund in the books. */
export interface RefundPosting {
  readonly entryNumber: number;
  readonly effectiveAt: number;
  readonly accountCode: string;
  readonly tender: Tender | null;
  readonly amountCents: number;
}

/** Money that went back to the customer, by one entry and one tender. */
export interface ShownRefund {
  readonly tender: Tender;
  readonly amountCents: number;
  readonly refundedAt: number;
}

/** Reads off the books what a customer got back; so a receipt cannot differ from them. */
export function refundsOf(postings: readonly RefundPosting[]): ShownRefund[] {
  const byTender = new Map<string, ShownRefund>();
  for (const { entryNumber, effectiveAt, accountCode, tender, amountCents } of postings) {
    if (tender === null || !isTillOf(tender, accountCode)) continue;
    const key = `${entryNumber} ${tender}`;
    const before = byTender.get(key)?.amountCents ?? 0;
    byTender.set(key, {
      tender,
      amountCents: before - Number(amountCents),
      refundedAt: Number(effectiveAt),
    });
  }
  return [...byTender.values()].filter(({ amountCents }) => amountCents !== 0);
}

function isTillOf(tender: Tender, accountCode: string): boolean {
  // Also from the own account of a barber who had taken it.
  if (accountCode.startsWith(heldByBarber(''))) return true;
  const account = tenderAccount(tender);
  return accountCode === account || accountCode.startsWith(`${account}:`);
}
