import { maskName } from './mask-name';

describe('maskName', () => {
  it.each([
    ['Dan Kowalski', 'Dan K.'],
    ['Dan', 'Dan'],
    ['  dan   van der kowalski ', 'dan K.'],
    ['José Ñíguez', 'José Ñ.'],
    ['小林 さくら', '小林 さ.'],
    ['Ana 👩‍👩‍👧 Zoë', 'Ana Z.'],
    ['Dan 👩‍👩‍👧', 'Dan 👩‍👩‍👧.'],
    ['Dan 07911123456', 'Dan 0.'],
    ['07911123456', '0.'],
    ['dan@example.com', 'D.'],
    ['https://evil.example Dan', 'H. D.'],
    ['', null],
    ['   ', null],
    [null, null],
  ])('shows %j as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});
