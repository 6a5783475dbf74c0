import * as fc from 'fast-check';
import { lineOf } from '../../../test/support/orders';
import { priceOrder } from './order-pricing.rules';
import type { OrderLine } from './order-pricing.types';
import { applyPackages, type OfferedPackage, toSingles } from './package.rules';

const cut = lineOf({ id: 'l1', catalogId: 'cut', unitPriceCents: 3000 });
const beard = lineOf({ id: 'l2', catalogId: 'beard', unitPriceCents: 1500, barberId: 'ben' });
const towel = lineOf({ id: 'l3', catalogId: 'towel', unitPriceCents: 2500 });

const cutAndBeard = { id: 'p1', priceCents: 4000, serviceIds: ['cut', 'beard'] };
const cutAndTowel = { id: 'p2', priceCents: 5000, serviceIds: ['cut', 'towel'] };
const all = { id: 'p3', priceCents: 6000, serviceIds: ['cut', 'beard', 'towel'] };

const prices = (lines: readonly OrderLine[]) => lines.map((line) => line.unitPriceCents);

describe('applyPackages', () => {
  it('divides the price over the lines in proportion to their own prices', () => {
    const lines = applyPackages([cut, beard], { offered: [cutAndBeard], chosen: null });

    expect(prices(lines)).toEqual([2667, 1333]);
    expect(lines.map(({ packageId }) => packageId)).toEqual(['p1', 'p1']);
    expect(lines.map(({ menuUnitPriceCents }) => menuUnitPriceCents)).toEqual([3000, 1500]);
  });

  it('makes tax, tip and their shares follow the price of the package', () => {
    const lines = applyPackages([cut, beard], { offered: [cutAndBeard], chosen: null });

    const priced = priceOrder({
      lines,
      tax: { mode: 'exclusive', basisPoints: 1000 },
      tip: { mode: 'percent', basisPoints: 1500 },
    });

    expect(priced.totals).toMatchObject({ listCents: 4000, taxCents: 400, tipCents: 600 });
    expect(priced.tipShares).toEqual([
      { barberId: 'ana', amountCents: 400 },
      { barberId: 'ben', amountCents: 200 },
    ]);
  });

  it.each<[string, OrderLine[], OfferedPackage[], number[]]>([
    [
      'takes what saves most',
      [cut, beard, towel],
      [cutAndBeard, cutAndTowel, all],
      [2571, 1286, 2143],
    ],
    [
      'takes nothing that is dearer',
      [cut, beard],
      [{ ...cutAndBeard, priceCents: 4500 }],
      [3000, 1500],
    ],
    ['leaves an incomplete package alone', [cut, towel], [cutAndBeard], [3000, 2500]],
    [
      'applies one package twice',
      [cut, beard, { ...cut, id: 'l4' }, { ...beard, id: 'l5' }],
      [cutAndBeard],
      [2667, 1333, 2667, 1333],
    ],
  ])('%s', (_, lines, offered, expected) => {
    expect(prices(applyPackages(lines, { offered, chosen: null }))).toEqual(expected);
  });

  it('applies what was chosen, cheaper or not, and nothing else', () => {
    const dear = { ...cutAndBeard, priceCents: 5000 };
    const offered = [dear, all];

    expect(prices(applyPackages([cut, beard, towel], { offered, chosen: [dear] }))).toEqual([
      3333, 1667, 2500,
    ]);
    expect(prices(applyPackages([cut, beard, towel], { offered, chosen: [] }))).toEqual([
      3000, 1500, 2500,
    ]);
    expect(() => applyPackages([cut], { offered, chosen: [dear] })).toThrow(
      expect.objectContaining({ code: 'PACKAGE_INCOMPLETE' }),
    );
  });

  it('comes to the same when a bill is packed again', () => {
    const once = applyPackages([cut, beard, towel], { offered: [all], chosen: null });

    expect(applyPackages(once, { offered: [all], chosen: null })).toEqual(once);
    expect(prices(applyPackages(once, { offered: [], chosen: null }))).toEqual([3000, 1500, 2500]);
  });

  it('divides any price exactly, below no line and never dearer than the menu', () => {
    const anyLines = fc
      .array(
        fc.record({
          catalogId: fc.constantFrom('cut', 'beard', 'towel'),
          unitPriceCents: fc.nat({ max: 10_000 }),
        }),
        { maxLength: 8 },
      )
      .map((lines) => lines.map((line, index) => lineOf({ ...line, id: `line-${index}` })));
    const anyPackages = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        priceCents: fc.nat({ max: 15_000 }),
        serviceIds: fc.array(fc.constantFrom('cut', 'beard', 'towel'), {
          minLength: 2,
          maxLength: 3,
        }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(anyLines, anyPackages, (lines, packages) => {
        const offered = packages.map((one, index) => ({ ...one, id: `${one.id}${index}` }));
        const packed = applyPackages(lines, { offered, chosen: null });

        const sum = (some: readonly OrderLine[]) =>
          some.reduce((cents, line) => cents + line.unitPriceCents, 0);
        expect(sum(packed)).toBeLessThanOrEqual(sum(lines));
        for (const line of packed) expect(line.unitPriceCents).toBeGreaterThanOrEqual(0);
        for (const one of offered) {
          const members = packed.filter(({ packageId }) => packageId === one.id);
          const times = members.length / one.serviceIds.length;
          expect(Number.isInteger(times)).toBe(true);
          expect(sum(members)).toBe(times * one.priceCents);
        }
      }),
    );
  });
});

describe('toSingles', () => {
  it('takes two cuts apart, so that each can be in a package', () => {
    let ids = 0;
    const lines = toSingles(
      [{ ...cut, quantity: 2 }, beard, { ...towel, quantity: 2 }],
      [cutAndBeard],
      () => `new-${(ids += 1)}`,
    );

    expect(lines.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['l1', 1],
      ['new-1', 1],
      ['l2', 1],
      ['l3', 2],
    ]);
  });
});
