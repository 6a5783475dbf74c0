import { minorDigits, type Region } from './format';

/**
 * Minor units from what somebody typed, as their country writes it: "12,50" or "12.50" are both 1250
 * of a currency with two decimals. Null for what is no amount.
 */
export function minorUnitsOf(text: string, region: Region): number | null {
  const digits = minorDigits(region);
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(text.trim().replace(/\s/g, ''));
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** The same the other way round, for the first content of a field. */
export function inputOf(minorUnits: number, region: Region): string {
  return (minorUnits / 10 ** minorDigits(region)).toFixed(minorDigits(region));
}
