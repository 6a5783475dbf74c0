import { newShop, slugOf } from './shop-fields.rules';

const least = { name: 'Fade & Co', timeZone: 'Europe/London', currency: 'GBP' };

describe('a new shop', () => {
  it('needs only name, time zone and currency', () => {
    expect(newShop.parse(least)).toMatchObject({
      locale: 'en-GB',
      dayStartsAtHour: 4,
      taxBasisPoints: 0,
      pricesIncludeTax: true,
      tipLimitBasisPoints: 10_000,
    });
  });

  it.each([
    ['an unknown time zone', { timeZone: 'Europe/Nowhere' }],
    ['an unknown currency', { currency: 'XYZ' }],
    ['a currency in lower case', { currency: 'gbp' }],
    ['an unknown locale', { locale: 'not a locale' }],
    ['a slug with spaces', { slug: 'fade and co' }],
    ['a name of nothing', { name: '   ' }],
    ['a name over two lines', { name: 'Fade\nCo' }],
    ['a tax above the price', { taxBasisPoints: 10_001 }],
    ['half a basis point', { taxBasisPoints: 0.5 }],
    [
      'an hour that clocks do not show',
      { openingHours: { mon: [{ opensAt: '24:00', closesAt: '25:00' }] } },
    ],
    ['a field that nobody knows', { shopId: 'mine' }],
  ])('is refused with %s', (_title, fields) => {
    expect(newShop.safeParse({ ...least, ...fields }).success).toBe(false);
  });
});

describe('a slug', () => {
  it.each([
    ['Fade & Co', 'fade-co'],
    ["Joe's Cuts", 'joe-s-cuts'],
    ['Çağrı Kuaför', 'cagr-kuafor'],
    ['理发店', 'shop'],
    ['The Longest Name That Anybody Ever Gave A Shop', 'the-longest-name-that-anybody-ever-gave'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
