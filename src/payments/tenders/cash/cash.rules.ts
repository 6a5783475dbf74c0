import { assertNotNegative, minorUnitDigits, multiplyCents } from '../../../platform/money/money';
import { AMOUNT_INVALID } from '../../../platform/money/money.problems';
import { CASH_NOT_PAYABLE, CASH_TOO_LITTLE } from './cash.problems';

// The smallest coin in circulation, in minor units of ISO 4217, where it is not 1. A shop may
// round further, as shops in Finland do with the euro: then it passes its own unit.
const SMALLEST_COIN_CENTS: ReadonlyMap<string, number> = new Map([
  ['AUD', 5],
  ['CAD', 5],
  ['CHF', 5],
  ['CZK', 100],
  ['DKK', 50],
  ['HUF', 500],
  ['ILS', 10],
  ['MYR', 5],
  ['NOK', 100],
  ['NZD', 10],
  ['SEK', 100],
]);

/** How a payment in cash is settled at the drawer. */
export interface CashSettlement {
  /** The amount rounded to coins: what the customer pays and the drawer keeps. */
  readonly payableCents: number;
  /** Payable less the amount: above zero when the customer pays more than the bill. */
  readonly roundingCents: number;
  /** Tendered less payable: what goes back to the customer. */
  readonly changeCents: number;
}

/**
 * The smallest amount that can be paid in cash, in minor units.
 * @throws CURRENCY_UNKNOWN
 */
export function smallestCoinCents(currency: string): number {
  minorUnitDigits(currency);
  return SMALLEST_COIN_CENTS.get(currency) ?? 1;
}

/**
 * Rounds an amount to what coins can pay; half a coin is rounded up.
 * @throws AMOUNT_INVALID
 */
export function roundToCoin(amountCents: number, coinCents: number): number {
  assertNotNegative(amountCents, 'amountCents');
  assertNotNegative(coinCents, 'coinCents');
  if (coinCents === 0) throw AMOUNT_INVALID.error({ field: 'coinCents', value: '0' });
  const overCents = amountCents % coinCents;
  const coins = (amountCents - overCents) / coinCents + (2 * overCents >= coinCents ? 1 : 0);
  return multiplyCents(coins, coinCents, 'amountCents');
}

/**
 * Settles cash handed over for an amount. For a part payment, book `payableCents`: the rounding
 * then stays due with the rest of the order and is nobody's loss.
 * @throws CASH_TOO_LITTLE, CASH_NOT_PAYABLE, AMOUNT_INVALID
 */
export function settleCash(cash: {
  amountCents: number;
  tenderedCents: number;
  coinCents: number;
}): CashSettlement {
  const payableCents = roundToCoin(cash.amountCents, cash.coinCents);
  assertNotNegative(cash.tenderedCents, 'tenderedCents');
  if (cash.tenderedCents % cash.coinCents !== 0) {
    throw CASH_NOT_PAYABLE.error({ field: 'tenderedCents', coinCents: cash.coinCents });
  }
  if (cash.tenderedCents < payableCents) {
    throw CASH_TOO_LITTLE.error({
      payableCents,
      tenderedCents: cash.tenderedCents,
      missingCents: payableCents - cash.tenderedCents,
    });
  }
  return {
    payableCents,
    roundingCents: payableCents - cash.amountCents,
    changeCents: cash.tenderedCents - payableCents,
  };
}
