import * as fc from 'fast-check';
import {
  assertCents,
  assertNotNegative,
  isCurrency,
  minorUnitDigits,
  multiplyCents,
  percentContainedIn,
  percentOf,
  sumCents,
} from './money';

const MAX = Number.MAX_SAFE_INTEGER;
const invalid = (field: string) =>
  expect.objectContaining({ code: 'AMOUNT_INVALID', details: expect.objectContaining({ field }) });

describe('amounts', () => {
  it.each([0, 1, -1, MAX, -MAX])('accepts %p', (cents) => {
    expect(() => assertCents(cents, 'tipCents')).not.toThrow();
  });

  it.each([
    ['a fraction', 10.005],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['two to the 53rd', 2 ** 53],
    ['text', '1e2' as unknown as number],
    ['nothing', undefined as unknown as number],
  ])('refuses %s and names the field', (_, cents) => {
    expect(() => assertCents(cents, 'tipCents')).toThrow(invalid('tipCents'));
  });

  it('refuses a negative amount where none can be', () => {
    expect(() => assertNotNegative(0, 'lines[0].unitPriceCents')).not.toThrow();
    expect(() => assertNotNegative(-1, 'lines[0].unitPriceCents')).toThrow(
      invalid('lines[0].unitPriceCents'),
    );
  });

  it('adds and multiplies exactly or refuses', () => {
    expect(sumCents([], 'lines')).toBe(0);
    expect(sumCents([MAX, -MAX, 7], 'lines')).toBe(7);
    expect(() => sumCents([MAX, 1], 'lines')).toThrow(invalid('lines'));
    expect(() => sumCents([0.5, 0.5], 'lines')).toThrow(invalid('lines'));
    expect(multiplyCents(3500, 2, 'lines')).toBe(7000);
    expect(() => multiplyCents(MAX, 2, 'lines')).toThrow(invalid('lines'));
    expect(() => multiplyCents(1.5, 2, 'lines')).toThrow(invalid('lines'));
    expect(() => multiplyCents(2, 1.5, 'lines')).toThrow(invalid('lines'));
  });
});

describe('percentOf', () => {
  it.each([
    [5950, 825, 491],
    [1884, 4500, 848],
    [1, 5000, 1],
    [1, 4999, 0],
    [-1, 5000, -1],
    [-5950, 825, -491],
    [0, 825, 0],
    [3500, 0, 0],
    [3500, 10_000, 3500],
    [MAX, 10_000, MAX],
    [MAX, 1, 900_719_925_474],
  ])('of %p at %p basis points is %p', (cents, basisPoints, share) => {
    expect(percentOf(cents, basisPoints)).toBe(share);
  });

  it.each([
    [1, -1],
    [1, 0.5],
    [0.5, 1],
    [MAX, 10_001],
  ])('refuses %p at %p basis points', (cents, basisPoints) => {
    expect(() => percentOf(cents, basisPoints)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });
});

describe('percentContainedIn', () => {
  it.each([
    [6000, 2000, 1000],
    [1190, 1900, 190],
    [1000, 1900, 160],
    [-1000, 1900, -160],
    [1000, 0, 0],
  ])('of %p at %p basis points is %p', (cents, basisPoints, share) => {
    expect(percentContainedIn(cents, basisPoints)).toBe(share);
  });

  it('finds the tax that percentOf added', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 10_000 }), (netCents, basisPoints) => {
        const taxCents = percentOf(netCents, basisPoints);

        expect(percentContainedIn(netCents + taxCents, basisPoints)).toBe(taxCents);
      }),
    );
  });

  it('refuses a rate that is none', () => {
    for (const basisPoints of [-1, Number.NaN, MAX]) {
      expect(() => percentContainedIn(1, basisPoints)).toThrow(invalid('basisPoints'));
    }
  });
});

describe('currencies', () => {
  it.each([
    ['USD', 2],
    ['EUR', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['XOF', 0],
    ['KWD', 3],
  ])('%s has %p digits', (currency, digits) => {
    expect(minorUnitDigits(currency)).toBe(digits);
  });

  it.each(['usd', 'ABC', '', 'US', 'DOLLAR'])('refuses %p', (currency) => {
    expect(isCurrency(currency)).toBe(false);
    expect(() => minorUnitDigits(currency)).toThrow(
      expect.objectContaining({ code: 'CURRENCY_UNKNOWN' }),
    );
  });
});
