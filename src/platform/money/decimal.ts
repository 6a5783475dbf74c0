import { assertNotNegative } from './money';
import { AMOUNT_INVALID } from './money.problems';

/**
 * An amount as decimal text, by moving the point in the digits: 7941 with two digits is "79.41".
 * @throws AMOUNT_INVALID for negative amounts and such as a double does not hold exactly
 */
export function toDecimal(cents: number, digits: number): string {
  assertNotNegative(cents, 'amountCents');
  if (digits === 0) return String(cents);
  const text = String(cents).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The amount that decimal text stands for, in minor units. Missing digits after the point count as
 * zeros; more digits than the minor unit has are refused unless they are zeros.
 * @throws AMOUNT_INVALID for signs, exponents, anything inexact or too large
 */
export function fromDecimal(text: string, digits: number): number {
  const match = /^(\d{1,16})(?:\.(\d{1,16}))?$/.exec(text);
  const fraction = (match?.[2] ?? '').padEnd(digits, '0');
  const isExact = /^0*$/.test(fraction.slice(digits));
  const cents = Number(`${match?.[1] ?? ''}${fraction.slice(0, digits)}`);
  if (match === null || !isExact || !Number.isSafeInteger(cents)) {
    throw AMOUNT_INVALID.error({ field: 'amount', value: text.slice(0, 40) });
  }
  return cents;
}
