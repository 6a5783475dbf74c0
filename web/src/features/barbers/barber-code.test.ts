import { describe, expect, it } from 'vitest';
import { codeFor, suggestedPin } from './barber-code';

describe('the code of a barber', () => {
  it.each([
    ['Jamal', [], 'JA'],
    ['Jane', ['JA'], 'JA2'],
    ['Jack', ['JA', 'JA2'], 'JA3'],
    ['Óscar', [], 'OS'],
    ['李', [], 'B'],
  ])('of %s beside %j is %s', (name, taken, code) => {
    expect(codeFor(name, taken)).toBe(code);
  });
});

describe('a suggested PIN', () => {
  it('is four digits and none that people try first', () => {
    for (let tries = 0; tries < 500; tries += 1) {
      const pin = suggestedPin();
      expect(pin).toMatch(/^\d{4}$/);
      expect(new Set(pin).size).toBeGreaterThan(2);
      expect('01234567890 09876543210').not.toContain(pin);
    }
  });
});
