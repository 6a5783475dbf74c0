import { describe, expect, it } from 'vitest';
import { denominationsOf } from './denominations';

const shop = { locale: 'en-US', timeZone: 'UTC' };

describe('coins and notes', () => {
  it('are those of the currency, the largest first', () => {
    expect(denominationsOf({ ...shop, currency: 'USD' })).toContain(25);
    expect(denominationsOf({ ...shop, currency: 'EUR' })).not.toContain(25);
    expect(denominationsOf({ ...shop, currency: 'USD' })[0]).toBe(10_000);
  });

  it('of a currency with three decimals begin at ten thousandths', () => {
    expect(denominationsOf({ ...shop, currency: 'KWD' }).at(-1)).toBe(10);
  });
});
