import { describe, expect, it } from 'vitest';
import type { Shop } from '../../../lib/api/types';
import { numbersOf, textsOf } from './shop-draft';

const shop = {
  ...{ locale: 'en-US', currency: 'USD', timeZone: 'UTC' },
  ...{ taxBasisPoints: 825, tipLimitBasisPoints: 10_000, tipPresetBasisPoints: [1500, 2000] },
  ...{ barberDiscountLimitBasisPoints: 1000, managerDiscountLimitBasisPoints: 5000 },
  ...{ tipAmountsBelowCents: 1000, refundLimitCents: 20_000, tipPresetAmountsCents: [100, 250] },
} as Shop;

describe('the shop’s numbers as they are typed', () => {
  it('come back as they were', () => {
    const { numbers, bad } = numbersOf(textsOf(shop), shop);

    expect(bad).toEqual([]);
    expect(shop).toMatchObject(numbers ?? { taxBasisPoints: 'missing' });
  });

  it('name what is no number, and are then not sent', () => {
    const texts = { ...textsOf(shop), refundLimitCents: 'much', tipPresetAmountsCents: '1; two' };

    expect(numbersOf(texts, shop)).toEqual({
      numbers: null,
      bad: ['refundLimitCents', 'tipPresetAmountsCents'],
    });
  });
});
