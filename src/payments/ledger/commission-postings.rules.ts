import type { CommissionLine } from '../commission/commission.rules';
import { ACCOUNTS, commissionPayable } from './chart-of-accounts.rules';
import { credit, debit, type JournalEntry, journalEntry } from './journal-entry.rules';

/**
 * Books what barbers earn on the lines of a sale, as an expense owed to them. Null when nobody
 * earns anything. To take it back, reverse the entry: the frozen amounts, whatever today's rate.
 */
export function commissionEntry(lines: readonly CommissionLine[]): JournalEntry | null {
  return journalEntry(
    'commission',
    lines.flatMap((line) => {
      const { barberId, lineId, catalogKind } = line;
      const dimensions = { barberId, lineId, catalogKind };
      return [
        debit(ACCOUNTS.commissionExpense, line.commissionCents, dimensions),
        credit(commissionPayable(barberId), line.commissionCents, dimensions),
      ];
    }),
  );
}
