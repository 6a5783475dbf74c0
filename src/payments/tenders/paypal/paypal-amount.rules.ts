import { fromDecimal, toDecimal } from '../../../platform/money/decimal';
import { minorUnitDigits } from '../../../platform/money/money';
import { PAYPAL_AMOUNT_NOT_PAYABLE } from './paypal.problems';

/** An amount in the form of PayPal: decimal text, never a number. */
export interface PayPalMoney {
  readonly currency_code: string;
  readonly value: string;
}

// PayPal takes these without decimals, though ISO 4217 gives them two.
// Source: developer.paypal.com, currency codes.
const WHOLE_ONLY: ReadonlySet<string> = new Set(['HUF', 'TWD']);

/** Source: developer.paypal.com, currency codes, read May 2026. */
export const PAYPAL_CURRENCIES: ReadonlySet<string> = new Set([
  ...['AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'ILS', 'JPY'],
  ...['MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'SEK', 'SGD', 'THB', 'TWD', 'USD'],
]);

/**
 * An amount above zero as PayPal wants it.
 * @throws PAYPAL_AMOUNT_NOT_PAYABLE, AMOUNT_INVALID, CURRENCY_UNKNOWN
 */
export function toPayPalMoney(amountCents: number, currency: string): PayPalMoney {
  const value = toDecimal(amountCents, minorUnitDigits(currency));
  if (amountCents === 0) throw PAYPAL_AMOUNT_NOT_PAYABLE.error({ amountCents, currency });
  if (!WHOLE_ONLY.has(currency)) return { currency_code: currency, value };
  if (!value.endsWith('.00')) throw PAYPAL_AMOUNT_NOT_PAYABLE.error({ amountCents, currency });
  return { currency_code: currency, value: value.slice(0, -3) };
}

/**
 * The minor units in an amount of PayPal's.
 * @throws AMOUNT_INVALID, CURRENCY_UNKNOWN
 */
export function fromPayPalMoney(money: PayPalMoney): number {
  return fromDecimal(money.value, minorUnitDigits(money.currency_code));
}
