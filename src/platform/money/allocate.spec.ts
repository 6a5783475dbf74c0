import * as fc from 'fast-check';
import { allocate, allocateTo } from './allocate';

const MAX = Number.MAX_SAFE_INTEGER;
const anyTotal = fc.maxSafeInteger();
const anyWeights = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.maxSafeNat()), {
  minLength: 1,
  maxLength: 12,
});
const anyClaims = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    weight: fc.oneof(fc.nat({ max: 5 }), fc.maxSafeNat()),
  }),
  { minLength: 1, maxLength: 12, selector: (claim) => claim.id },
);

function sumOf(amounts: readonly number[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
}

describe('allocate', () => {
  it.each<[string, number, number[], number[]]>([
    ['a coupon over three services', 1000, [3500, 2200, 1250], [504, 316, 180]],
    ['tax over what the coupon leaves', 491, [2996, 1884, 1070], [247, 156, 88]],
    ['a tip over three services', 1500, [3500, 2200, 1250], [755, 475, 270]],
    ['three equal parts', 1000, [1, 1, 1], [334, 333, 333]],
    ['one unit over three', 1, [1, 1, 1], [1, 0, 0]],
    ['weights of zero as equal ones', 500, [0, 0, 0], [167, 167, 166]],
    ['nothing to a part without weight', 7, [0, 3, 3], [0, 4, 3]],
    ['a negative total like its opposite', -1000, [1, 1, 1], [-334, -333, -333]],
    ['nothing at all', 0, [3, 4], [0, 0]],
    ['nothing among nobody', 0, [], []],
    ['the largest amount by the largest weights', MAX, [MAX, MAX], [2 ** 52, 2 ** 52 - 1]],
  ])('divides %s', (_, totalCents, weights, parts) => {
    expect(allocate(totalCents, weights)).toEqual(parts);
  });

  it('is not monotone: a part may shrink while the total grows', () => {
    expect(allocate(3, [7, 7, 2])).toEqual([1, 1, 1]);
    expect(allocate(4, [7, 7, 2])).toEqual([2, 2, 0]);
  });

  it('gives the rest to the larger weight when fractions are equal', () => {
    expect(allocate(2, [1, 3])).toEqual([0, 2]);
  });

  it('gives the rest to the smaller id when weights are equal too', () => {
    expect(allocate(1, [1, 1], ['ben', 'ana'])).toEqual([0, 1]);
  });

  it('keeps each item beside its part', () => {
    const barbers = [
      { name: 'Ben', minutes: 30 },
      { name: 'Ana', minutes: 60 },
    ];

    const parts = allocateTo(100, barbers, { weight: (b) => b.minutes, id: (b) => b.name });

    expect(parts.map(({ item, cents }) => [item.name, cents])).toEqual([
      ['Ben', 33],
      ['Ana', 67],
    ]);
  });

  it.each<[string, number, number[]]>([
    ['an amount among nobody', 1, []],
    ['a fraction of a unit', 0.5, [1]],
    ['more than a double holds', 2 ** 53 + 2, [1]],
    ['a negative weight', 1, [1, -1]],
    ['a fractional weight', 1, [0.5]],
    ['no number', Number.NaN, [1]],
  ])('refuses %s', (_, totalCents, weights) => {
    expect(() => allocate(totalCents, weights)).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });

  it('does not accept ids that are missing or not distinct', () => {
    expect(() => allocate(1, [1, 1], ['ana'])).toThrow('Assertion failed');
    expect(() => allocate(1, [1, 1], ['ana', 'ana'])).toThrow('Assertion failed');
  });
});

describe('allocate, for any input', () => {
  it('gives parts that add up to the whole and bear its sign', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (totalCents, weights) => {
        const parts = allocate(totalCents, weights);

        expect(sumOf(parts)).toBe(BigInt(totalCents));
        for (const part of parts) {
          expect(Object.is(part, -0)).toBe(false);
          expect(part === 0 || part > 0 === totalCents > 0).toBe(true);
        }
      }),
    );
  });

  it('differs from the exact share by less than one unit', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (totalCents, weights) => {
        const claims = sumOf(weights) === 0n ? weights.map(() => 1) : weights;
        const whole = sumOf(claims);

        allocate(totalCents, weights).forEach((part, index) => {
          const error = BigInt(part) * whole - BigInt(totalCents) * BigInt(claims[index] ?? 0);
          expect(error < whole && error > -whole).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the order of the parts', () => {
    const shuffled = anyClaims.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    const byId = (totalCents: number, claims: { id: string; weight: number }[]) =>
      new Map(
        allocateTo(totalCents, claims, { weight: (c) => c.weight, id: (c) => c.id }).map(
          ({ item, cents }) => [item.id, cents],
        ),
      );

    fc.assert(
      fc.property(anyTotal, shuffled, (totalCents, [claims, permuted]) => {
        expect(byId(totalCents, permuted)).toEqual(byId(totalCents, claims));
      }),
    );
  });

  it('gives a larger weight no smaller part', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), anyWeights, (totalCents, weights) => {
        const parts = allocate(totalCents, weights);
        const ranked = weights
          .map((weight, index) => ({ weight, part: parts[index] ?? 0 }))
          .sort((a, b) => a.weight - b.weight || a.part - b.part);

        ranked.reduce((smaller, larger) => {
          expect(larger.part).toBeGreaterThanOrEqual(smaller.part);
          return larger;
        });
      }),
    );
  });

  it('lets refunds weighted by what remains end at zero and never overdraw a part', () => {
    const anyBill = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 });
    const anyFractions = fc.array(fc.nat({ max: 100 }), { maxLength: 8 });

    fc.assert(
      fc.property(anyBill, anyFractions, (bill, fractions) => {
        let remaining = bill;
        for (const percent of [...fractions, 100]) {
          const left = Number(sumOf(remaining));
          const refunds = allocate(Math.floor((left * percent) / 100), remaining);
          remaining = remaining.map((amount, index) => amount - (refunds[index] ?? 0));
          expect(Math.min(...remaining)).toBeGreaterThanOrEqual(0);
        }

        expect(remaining).toEqual(bill.map(() => 0));
      }),
    );
  });
});
