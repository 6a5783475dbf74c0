import { ACCOUNTS, drawer, tipsPayable } from '../ledger/chart-of-accounts.rules';
import { type JournalEntry, transferEntry } from '../ledger/journal-entry.rules';
import type { CashMovementKind } from './drawer.rules';

/**
 * Brings a drawer to its float from the safe, or what is above the float to the safe. Null when it
 * holds the float already, as after a count that left it in.
 */
export function floatEntry(
  registerId: string | null,
  floatCents: number,
  drawerCents: number,
): JournalEntry | null {
  const till = drawer(registerId ?? undefined);
  const missingCents = floatCents - drawerCents;
  return transferEntry({
    kind: 'drawer_float',
    debit: missingCents > 0 ? till : ACCOUNTS.safe,
    credit: missingCents > 0 ? ACCOUNTS.safe : till,
    amountCents: Math.abs(missingCents),
  });
}

/** Books cash that comes into a drawer or leaves it, other than by a sale. */
export function movementEntry(movement: {
  readonly registerId: string | null;
  readonly kind: CashMovementKind;
  readonly amountCents: number;
  /** Of a tip payout: whose tips. */
  readonly barberId: string | null;
}): JournalEntry | null {
  const { kind, amountCents, barberId } = movement;
  const till = drawer(movement.registerId ?? undefined);
  switch (kind) {
    case 'cash_in':
      return transferEntry({
        ...{ kind: 'drawer_paid_in', debit: till, credit: ACCOUNTS.safe, amountCents },
      });
    case 'drop':
      return transferEntry({
        ...{ kind: 'drawer_drop', debit: ACCOUNTS.safe, credit: till, amountCents },
      });
    case 'paid_out':
      return transferEntry({
        ...{ kind: 'drawer_paid_out', debit: ACCOUNTS.paidOuts, credit: till, amountCents },
      });
    case 'tip_payout':
      // No tender: that would say in what the tip had come in, which is not how it leaves.
      return transferEntry({
        kind: 'tip_payout',
        debit: tipsPayable(barberId ?? ''),
        credit: till,
        amountCents,
        dimensions: { ...(barberId !== null && { barberId }) },
      });
  }
}

/** Books what a count found over or short. Null when it is exact. */
export function differenceEntry(
  registerId: string | null,
  differenceCents: number,
): JournalEntry | null {
  const till = drawer(registerId ?? undefined);
  return transferEntry({
    kind: 'drawer_difference',
    debit: differenceCents < 0 ? ACCOUNTS.cashOverShort : till,
    credit: differenceCents < 0 ? till : ACCOUNTS.cashOverShort,
    amountCents: Math.abs(differenceCents),
  });
}
