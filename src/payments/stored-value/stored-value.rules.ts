import { amountToPay } from '../tenders/payment-amount.rules';
import { STORED_VALUE_TOO_LITTLE } from './stored-value.problems';

/**
 * How much a card pays: what was asked for, or else all that is due as far as the balance goes.
 * Never more than its balance.
 *
 * @throws STORED_VALUE_TOO_LITTLE, PAYMENT_OVER_DUE
 */
export function amountToRedeem(
  wantedCents: number | undefined,
  { balanceCents, dueCents }: { readonly balanceCents: number; readonly dueCents: number },
): number {
  const amountCents = amountToPay(wantedCents ?? Math.min(balanceCents, dueCents), dueCents);
  if (amountCents > balanceCents || amountCents === 0) {
    throw STORED_VALUE_TOO_LITTLE.error({ amountCents, balanceCents });
  }
  return amountCents;
}
