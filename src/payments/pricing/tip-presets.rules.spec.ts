import { tipPresets } from './tip-presets.rules';

const terms = {
  tipPresetBasisPoints: [1500, 2000],
  tipPresetAmountsCents: [100, 200],
  tipAmountsBelowCents: 1000,
};

describe('tipPresets', () => {
  it('offers parts of the services with what they come to, rounding up, and none', () => {
    expect(tipPresets({ tipBaseCents: 3500, grossCents: 3789 }, terms, 100)).toEqual([
      { choice: 'percent', amountCents: 525, basisPoints: 1500 },
      { choice: 'percent', amountCents: 700, basisPoints: 2000 },
      { choice: 'round_up', amountCents: 11, basisPoints: 31, toCents: 100 },
      { choice: 'round_up', amountCents: 211, basisPoints: 603, toCents: 500 },
      { choice: 'none', amountCents: 0, basisPoints: 0 },
    ]);
  });

  it('offers amounts below the threshold, each as a part too', () => {
    const offered = tipPresets({ tipBaseCents: 800, grossCents: 1000 }, terms, 100);

    expect(offered).toEqual([
      { choice: 'amount', amountCents: 100, basisPoints: 1250 },
      { choice: 'amount', amountCents: 200, basisPoints: 2500 },
      { choice: 'none', amountCents: 0, basisPoints: 0 },
    ]);
  });

  it('knows currencies without small units', () => {
    const offered = tipPresets({ tipBaseCents: 3500, grossCents: 3503 }, terms, 1);

    expect(offered.filter(({ choice }) => choice === 'round_up')).toEqual([
      { choice: 'round_up', amountCents: 2, basisPoints: 6, toCents: 5 },
    ]);
  });

  it('offers nothing but none where nobody has served', () => {
    expect(tipPresets({ tipBaseCents: 0, grossCents: 1234 }, terms, 100)).toEqual([
      { choice: 'none', amountCents: 0, basisPoints: 0 },
    ]);
  });
});
