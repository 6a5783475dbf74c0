import type { CommissionLine } from '../commission/commission.rules';
import { commissionPayable, heldByBarber, tipsPayable } from './chart-of-accounts.rules';
import type { TenderAmount } from './held-payment.rules';
import {
  credit,
  debit,
  type JournalEntry,
  journalEntry,
  type Posting,
} from './journal-entry.rules';
import type { TipByTender } from './tips-by-tender.rules';

/** A sale, as far as it says what the shop owes its barbers, and what they have of it already. */
export interface OwnAccountSale {
  /** All payments of the sale; those without an owner came to the shop. */
  readonly paid: readonly TenderAmount[];
  readonly tips: readonly TipByTender[];
  readonly commissions: readonly CommissionLine[];
}

/**
 * Sets what the shop owes a barber for a sale against what the barber has taken for it on an own
 * account, so that nobody pays it out again: first tips of the own tender, then commission. What
 * the barber has beyond that stays owed to the shop; what the shop owes beyond it stays payable.
 * Null when no payment went to an own account.
 */
export function ownAccountOffsetEntry(sale: OwnAccountSale): JournalEntry | null {
  const owners = [...new Set(sale.paid.flatMap(({ ownerBarberId }) => ownerBarberId ?? []))].sort();
  return journalEntry(
    'own_account_offset',
    owners.flatMap((barberId) => offsetOf(barberId, sale)),
  );
}

function offsetOf(barberId: string, { paid, tips, commissions }: OwnAccountSale): Posting[] {
  const own = paid.filter(({ ownerBarberId }) => ownerBarberId === barberId);
  let leftCents = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const take = (owedCents: number): number => {
    const cents = Math.min(owedCents, leftCents);
    leftCents -= cents;
    return cents;
  };
  const tenders = new Set(own.map(({ tender }) => tender));
  const settled = [
    ...tips
      .filter((tip) => tip.barberId === barberId && tenders.has(tip.tender))
      .map(({ tender, amountCents }) =>
        debit(tipsPayable(barberId), take(amountCents), { barberId, tender }),
      ),
    ...commissions
      .filter((line) => line.barberId === barberId)
      .map(({ lineId, catalogKind, commissionCents }) =>
        debit(commissionPayable(barberId), take(commissionCents), {
          ...{ barberId, lineId, catalogKind },
        }),
      ),
  ];
  const settledCents = settled.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return [...settled, credit(heldByBarber(barberId), settledCents, { barberId })];
}
