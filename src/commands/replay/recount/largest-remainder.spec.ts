import * as fc from 'fast-check';
import { allocate } from '../../../platform/money/allocate';
import { percentContainedIn, percentOf } from '../../../platform/money/money';
import { contained, divide, rate, sum } from './largest-remainder';

const cents = fc.nat({ max: 1_000_000 });
const basisPoints = fc.nat({ max: 10_000 });

describe('the arithmetic of the recount', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [500, [3000, 1200], [357, 143]],
    [1, [5, 5], [1, 0]],
    [7, [0, 0], [4, 3]],
    [0, [3, 4], [0, 0]],
  ])('divides %p by %p into %p', (total, weights, parts) => {
    expect(divide(total, weights)).toEqual(parts);
  });

  it('gives away all there is', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1 }), (total, weights) => {
        expect(sum(divide(total, weights))).toBe(total);
      }),
    );
  });

  it('comes to what the product comes to, in its own way', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(cents, { minLength: 1 }),
        basisPoints,
        (total, weights, rates) => {
          expect(divide(total, weights)).toEqual(allocate(total, weights));
          expect(rate(total, rates)).toBe(percentOf(total, rates));
          expect(contained(total, rates)).toBe(percentContainedIn(total, rates));
        },
      ),
    );
  });
});
