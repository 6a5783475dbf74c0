import fc from 'fast-check';
import { fromDecimal, toDecimal } from './decimal';

const refusal = expect.objectContaining({ code: 'AMOUNT_INVALID' });

describe('toDecimal and fromDecimal', () => {
  it.each([
    [7941, 2, '79.41'],
    [5, 2, '0.05'],
    [0, 2, '0.00'],
    [7941, 0, '7941'],
    [1, 3, '0.001'],
    [Number.MAX_SAFE_INTEGER, 2, '90071992547409.91'],
  ])('write %p with %p digits as %p and read it back', (cents, digits, text) => {
    expect(toDecimal(cents, digits)).toBe(text);
    expect(fromDecimal(text, digits)).toBe(cents);
  });

  it.each([
    ['79.4', 2, 7940],
    ['79', 2, 7900],
    ['79.410', 2, 7941],
    ['79.00', 0, 79],
  ])('read %p with %p digits as %p', (text, digits, cents) => {
    expect(fromDecimal(text, digits)).toBe(cents);
  });

  it.each([
    ['10.005', 2],
    ['1e2', 2],
    ['-1.00', 2],
    ['+1.00', 2],
    ['.50', 2],
    ['1.', 2],
    ['1,00', 2],
    ['', 2],
    [' 1.00', 2],
    ['0x10', 2],
    ['NaN', 2],
    ['79.50', 0],
    ['90071992547409.92', 2],
  ])('9 refuse to read %p with %p digits', (text, digits) => {
    expect(() => fromDecimal(text, digits)).toThrow(refusal);
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])(
    '9 refuse to write %p',
    (cents) => {
      expect(() => toDecimal(cents, 2)).toThrow(refusal);
    },
  );

  it('are inverses', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 4 }), (cents, digits) => {
        expect(fromDecimal(toDecimal(cents, digits), digits)).toBe(cents);
      }),
    );
  });
});
