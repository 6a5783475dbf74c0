import * as fc from 'fast-check';
import { roundToCoin, settleCash, smallestCoinCents } from './cash.rules';

describe('the smallest coin', () => {
  it.each([
    ['USD', 1],
    ['GBP', 1],
    ['EUR', 1],
    ['CHF', 5],
    ['CAD', 5],
    ['SEK', 100],
    ['DKK', 50],
    ['HUF', 500],
    ['JPY', 1],
  ])('of %s is %p', (currency, coinCents) => {
    expect(smallestCoinCents(currency)).toBe(coinCents);
  });

  it('of no currency is refused', () => {
    expect(() => smallestCoinCents('ABC')).toThrow(
      expect.objectContaining({ code: 'CURRENCY_UNKNOWN' }),
    );
  });
});

describe('roundToCoin', () => {
  it.each([
    [1232, 5, 1230],
    [1233, 5, 1235],
    [1235, 5, 1235],
    [12_349, 100, 12_300],
    [12_350, 100, 12_400],
    [2, 5, 0],
    [0, 5, 0],
    [3450, 1, 3450],
  ])('rounds %p to coins of %p as %p', (amountCents, coinCents, rounded) => {
    expect(roundToCoin(amountCents, coinCents)).toBe(rounded);
  });

  it.each([
    [-1, 5],
    [1, 0],
    [1, -5],
    [0.5, 5],
  ])('refuses %p in coins of %p', (amountCents, coinCents) => {
    expect(() => roundToCoin(amountCents, coinCents)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });
});

describe('settleCash', () => {
  it('gives 15.50 back on 34.50 from 50.00, and the drawer keeps 34.50', () => {
    expect(settleCash({ amountCents: 3450, tenderedCents: 5000, coinCents: 1 })).toEqual({
      payableCents: 3450,
      roundingCents: 0,
      changeCents: 1550,
    });
  });

  it('gives nothing back on the exact amount', () => {
    expect(settleCash({ amountCents: 3450, tenderedCents: 3450, coinCents: 1 }).changeCents).toBe(
      0,
    );
  });

  it.each([
    [1233, 1235, 2],
    [1232, 1230, -2],
  ])('rounds a bill of %p to %p in five-cent coins', (amountCents, payableCents, roundingCents) => {
    expect(settleCash({ amountCents, tenderedCents: 2000, coinCents: 5 })).toEqual({
      payableCents,
      roundingCents,
      changeCents: 2000 - payableCents,
    });
  });

  it('refuses less than the amount and says how much is missing', () => {
    expect(() => settleCash({ amountCents: 3450, tenderedCents: 3400, coinCents: 1 })).toThrow(
      expect.objectContaining({
        code: 'CASH_TOO_LITTLE',
        details: { payableCents: 3450, tenderedCents: 3400, missingCents: 50 },
      }),
    );
  });

  it('refuses cash for which there are no coins', () => {
    expect(() => settleCash({ amountCents: 1233, tenderedCents: 1238, coinCents: 5 })).toThrow(
      expect.objectContaining({ code: 'CASH_NOT_PAYABLE' }),
    );
  });

  it.each([
    [-1, 100],
    [100, -1],
    [100, 2 ** 53],
  ])('refuses %p from %p', (amountCents, tenderedCents) => {
    expect(() => settleCash({ amountCents, tenderedCents, coinCents: 1 })).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });

  it('never gives back more than was handed over, nor rounds by more than half a coin', () => {
    const anyCash = fc.record({
      amountCents: fc.nat(),
      extraCoins: fc.nat({ max: 1000 }),
      coinCents: fc.constantFrom(1, 5, 10, 50, 100, 500),
    });

    fc.assert(
      fc.property(anyCash, ({ amountCents, extraCoins, coinCents }) => {
        const tenderedCents = roundToCoin(amountCents, coinCents) + extraCoins * coinCents;

        const { payableCents, roundingCents, changeCents } = settleCash({
          amountCents,
          tenderedCents,
          coinCents,
        });

        expect(payableCents + changeCents).toBe(tenderedCents);
        expect(payableCents - roundingCents).toBe(amountCents);
        expect(changeCents).toBe(extraCoins * coinCents);
        expect(Math.abs(roundingCents)).toBeLessThanOrEqual(coinCents / 2);
      }),
    );
  });
});
