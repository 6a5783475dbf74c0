import {
  ACCOUNTS,
  commissionPayable,
  moneyAccount,
  salesAccount,
  tipsPayable,
} from '../ledger/chart-of-accounts.rules';
import { credit, debit, type JournalEntry, journalEntry } from '../ledger/journal-entry.rules';
import type { CatalogKind } from '../pricing/order-pricing.types';
import type { Tender } from '../tenders/tender.rules';
import { centsOf, type RefundUnit } from './refund.rules';

/** What one refund does: its parts, and the account that the money leaves. */
export interface RefundToBook {
  readonly tender: Tender;
  readonly registerId: string | null;
  /** The barber whose own account gives it back. */
  readonly ownerBarberId: string | null;
  readonly roundingCents: number;
  readonly units: readonly RefundUnit[];
}

/**
 * The entries of a refund: sales given back line by line, with their tax and tips, against the
 * account of the tender; and the commission that goes with them, at the rate of the sale.
 */
export function refundEntries(refund: RefundToBook): JournalEntry[] {
  const { tender, ownerBarberId, roundingCents, units } = refund;
  const registerId = refund.registerId ?? undefined;
  const amountCents = units.reduce((sum, unit) => sum + centsOf(unit), 0);
  const money = journalEntry('refund', [
    ...units.flatMap((unit) => {
      if (unit.kind === 'tip') {
        const { barberId, tender: tipTender, tipCents } = unit;
        return [debit(tipsPayable(barberId), tipCents, { barberId, tender: tipTender })];
      }
      const { taxBasisPoints } = unit;
      return [
        debit(accountOf(unit.catalogKind), unit.netCents, dimensionsOf(unit)),
        debit(ACCOUNTS.taxPayable, unit.taxCents, { taxBasisPoints }),
      ];
    }),
    credit(moneyAccount({ tender, registerId, ownerBarberId }), amountCents + roundingCents, {
      tender,
    }),
    {
      accountCode: ACCOUNTS.cashRounding,
      amountCents: roundingCents,
      dimensions: { tender: 'cash' },
    },
  ]);
  const commission = journalEntry(
    'commission',
    units.flatMap((unit) => {
      if (unit.kind === 'tip' || unit.barberId === null) return [];
      const dimensions = dimensionsOf(unit);
      return [
        debit(commissionPayable(unit.barberId), unit.commissionCents, dimensions),
        credit(ACCOUNTS.commissionExpense, unit.commissionCents, dimensions),
      ];
    }),
  );
  return [money, commission].filter((entry) => entry !== null);
}

/** Income stays what it was, and a contra account takes it back; a liability is simply owed less. */
function accountOf(kind: CatalogKind): string {
  const account = salesAccount(kind);
  const isIncome = account === ACCOUNTS.serviceSales || account === ACCOUNTS.productSales;
  return isIncome ? ACCOUNTS.refunds : account;
}

function dimensionsOf({ barberId, lineId, catalogKind }: Extract<RefundUnit, { kind: 'line' }>) {
  return { lineId, catalogKind, ...(barberId !== null && { barberId }) };
}
