import { Chance } from './chance';

const DRAWS = 20_000;

function mean(draw: (chance: Chance) => number): number {
  const chance = new Chance(42);
  let total = 0;
  for (let index = 0; index < DRAWS; index += 1) total += draw(chance);
  return total / DRAWS;
}

describe('chance', () => {
  it('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => {
      const chance = new Chance(seed);
      return Array.from({ length: 5 }, () => chance.next());
    };

    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('has the means that it is asked for', () => {
    expect(mean((chance) => chance.next())).toBeCloseTo(0.5, 1);
    expect(mean((chance) => chance.poisson(4.5))).toBeCloseTo(4.5, 0);
    expect(mean((chance) => chance.wholeBetween(1, 6))).toBeCloseTo(3.5, 0);
    expect(mean((chance) => Math.log(chance.logNormal(28, 0.55)))).toBeCloseTo(Math.log(28), 1);
  });

  it('picks by weight', () => {
    const share = mean((chance) =>
      Number(chance.pickBy(['a', 'b'], (x) => (x === 'a' ? 3 : 1)) === 'a'),
    );

    expect(share).toBeCloseTo(0.75, 1);
  });
});
