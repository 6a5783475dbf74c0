import { AMOUNT_INVALID, CURRENCY_UNKNOWN } from './money.problems';

/** One hundred percent in basis points, the unit of every rate. */
export const BASIS_POINTS_WHOLE = 10_000;

/**
 * Refuses everything but a whole number of minor units that a double holds exactly, of either sign.
 * @param field path of the value, such as `lines[0].unitPriceCents`, for the reader of the refusal
 * @throws AMOUNT_INVALID
 */
export function assertCents(value: number, field: string): void {
  if (!Number.isSafeInteger(value)) throw AMOUNT_INVALID.error({ field, value: String(value) });
}

/**
 * Like `assertCents`, and refuses negative values. Serves quantities and rates as well.
 * @throws AMOUNT_INVALID
 */
export function assertNotNegative(value: number, field: string): void {
  assertCents(value, field);
  if (value < 0) throw AMOUNT_INVALID.error({ field, value: String(value) });
}

/**
 * The exact sum in minor units.
 * @throws AMOUNT_INVALID when an item or the sum is not a safe integer
 */
export function sumCents(amounts: readonly number[], field: string): number {
  let sum = 0n;
  for (const amount of amounts) {
    assertCents(amount, field);
    sum += BigInt(amount);
  }
  return toCents(sum, field);
}

/**
 * The exact product of an amount and a count.
 * @throws AMOUNT_INVALID when a factor or the product is not a safe integer
 */
export function multiplyCents(cents: number, times: number, field: string): number {
  assertCents(cents, field);
  assertCents(times, field);
  return toCents(BigInt(cents) * BigInt(times), field);
}

/**
 * A share of an amount, in minor units, rounded half up. A negative amount gives the negative of
 * what its opposite gives, so a correction takes back exactly what was booked.
 * @param basisPoints the rate, from 0; 825 means 8.25 %
 * @throws AMOUNT_INVALID
 */
export function percentOf(cents: number, basisPoints: number): number {
  return shareOf(cents, basisPoints, BASIS_POINTS_WHOLE);
}

/**
 * The part of an amount that a rate added: what is contained in `cents` when it is a price plus
 * `basisPoints` of that price. Rounds as `percentOf` does.
 * @throws AMOUNT_INVALID
 */
export function percentContainedIn(cents: number, basisPoints: number): number {
  return shareOf(cents, basisPoints, BASIS_POINTS_WHOLE + basisPoints);
}

function shareOf(cents: number, numerator: number, denominator: number): number {
  assertCents(cents, 'cents');
  assertNotNegative(numerator, 'basisPoints');
  assertNotNegative(denominator, 'basisPoints');
  const magnitude = divideHalfUp(BigInt(Math.abs(cents)) * BigInt(numerator), BigInt(denominator));
  return toCents(cents < 0 ? -magnitude : magnitude, 'cents');
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

function toCents(exact: bigint, field: string): number {
  const cents = Number(exact);
  assertCents(cents, field);
  return cents;
}

// The currencies of ISO 4217 whose minor unit has not two digits. Intl is not asked for them: it
// counts the digits in daily use, which differ (Node 20 says 0 for HUF, COP and IDR) and may change.
const WITHOUT_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const WITH_THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether the code is that of a currency, in upper case. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

/**
 * How many decimal digits the minor unit stands for: 2 for USD, 0 for JPY, 3 for KWD.
 * @throws CURRENCY_UNKNOWN
 */
export function minorUnitDigits(currency: string): number {
  if (!isCurrency(currency)) throw CURRENCY_UNKNOWN.error({ currency });
  if (WITHOUT_DIGITS.includes(currency)) return 0;
  return WITH_THREE_DIGITS.includes(currency) ? 3 : 2;
}
