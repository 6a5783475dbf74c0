import { describe, expect, it } from 'vitest';
import { clockTime, dayName, minutesBetween, money, percent } from './format';
import { inputOf, minorUnitsOf } from './money-input';
import { basisPointsOf, percentInputOf } from './percent-input';

const us = { locale: 'en-US', currency: 'USD', timeZone: 'America/New_York' };
const japan = { locale: 'ja-JP', currency: 'JPY', timeZone: 'Asia/Tokyo' };
const spain = { locale: 'es-ES', currency: 'EUR', timeZone: 'Europe/Madrid' };
const kuwait = { locale: 'en-KW', currency: 'KWD', timeZone: 'Asia/Kuwait' };

describe('money', () => {
  it.each([
    [123_456, us, '$1,234.56'],
    [-5, us, '-$0.05'],
    [1_500, japan, '￥1,500'],
    [1_250, spain, '12,50\u00a0€'],
    [1_234, kuwait, 'KWD\u00a01.234'],
  ])('of %s is written as the country writes it', (cents, region, words) => {
    expect(money(cents, region)).toBe(words);
  });
});

describe('an amount that is typed', () => {
  it.each([
    ['12.50', us, 1_250],
    ['12,5', spain, 1_250],
    ['12', us, 1_200],
    ['1500', japan, 1_500],
    ['1.5', kuwait, 1_500],
    ['0.29', us, 29],
    ['12.505', us, null],
    ['1.5', japan, null],
    ['-3', us, null],
    ['', us, null],
    ['ten', us, null],
  ])('%j is understood to the minor unit', (text, region, cents) => {
    expect(minorUnitsOf(text, region)).toBe(cents);
  });

  it('comes back as it was shown', () => {
    for (const region of [us, japan, spain, kuwait]) {
      for (const cents of [0, 1, 99, 100, 12_345]) {
        expect(minorUnitsOf(inputOf(cents, region), region)).toBe(cents);
      }
    }
  });
});

describe('a percentage that is typed', () => {
  it.each([
    ['8.25', 825],
    ['8,25', 825],
    ['20', 2_000],
    ['8.255', null],
    ['x', null],
  ])('%j is understood', (text, basisPoints) => {
    expect(basisPointsOf(text)).toBe(basisPoints);
  });

  it('comes back as it was shown', () => {
    for (const basisPoints of [0, 1, 825, 10_000]) {
      expect(basisPointsOf(percentInputOf(basisPoints))).toBe(basisPoints);
    }
    expect(percent(825, us)).toBe('8.25%');
  });
});

describe('times', () => {
  it('are on the shop’s clock, wherever the reader is', () => {
    expect(clockTime('2026-05-16T16:05:00Z', us)).toMatch(/^12:05\sPM$/);
    expect(clockTime('2026-05-16T16:05:00Z', spain)).toBe('18:05');
    expect(dayName('2026-05-16', us)).toBe('Saturday, May 16');
  });

  it('never run backwards on a screen', () => {
    expect(minutesBetween('2026-05-16T16:05:00Z', Date.parse('2026-05-16T16:04:00Z'))).toBe(0);
  });
});
