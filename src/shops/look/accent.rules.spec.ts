import { CONTRAST_MIN, readability } from './accent.rules';

describe('A colour of the shop', () => {
  it.each(['#0b5a6b', '#8a1c1c', '#1d3fa8', '#000000'])('%s can be read', (colour) => {
    expect(readability(colour)).toBeGreaterThanOrEqual(CONTRAST_MIN);
  });

  it.each(['#ffd400', '#ff8a80', '#9aa5b1', '#ffffff'])('%s is too pale', (colour) => {
    expect(readability(colour)).toBeLessThan(CONTRAST_MIN);
  });

  it('is read worse on its own pale ground than on white', () => {
    // #767676 has 4.54 on white: the classic grey that is just enough there.
    expect(readability('#767676')).toBeCloseTo(4.06, 1);
    expect(readability('#000000')).toBeLessThan(21);
  });
});
