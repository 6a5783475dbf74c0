import { multiplyCents, sumCents } from '../../platform/money/money';

/** Pieces of one coin or note. */
export interface Denomination {
  readonly cents: number;
  readonly count: number;
}

/** How cash comes into a drawer or leaves it, other than by a sale. */
export const CASH_MOVEMENT_KINDS = ['cash_in', 'drop', 'paid_out', 'tip_payout'] as const;
export type CashMovementKind = (typeof CASH_MOVEMENT_KINDS)[number];

/** The value of what was counted. @throws AMOUNT_INVALID */
export function countedCents(denominations: readonly Denomination[]): number {
  return sumCents(
    denominations.map(({ cents, count }) => multiplyCents(cents, count, 'denominations')),
    'denominations',
  );
}
