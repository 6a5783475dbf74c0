import { PAYMENT_OVER_DUE } from '../payment.problems';

/**
 * How much of what is due a payment is to pay: all, unless it says less.
 *
 * @throws PAYMENT_OVER_DUE
 */
export function amountToPay(wantedCents: number | undefined, dueCents: number): number {
  const amountCents = wantedCents ?? dueCents;
  if (amountCents > dueCents || dueCents === 0) {
    throw PAYMENT_OVER_DUE.error({ amountCents, dueCents });
  }
  return amountCents;
}
