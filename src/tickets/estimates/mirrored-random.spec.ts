import { MirroredRandom } from './mirrored-random';

describe('mirrored numbers', () => {
  const draw = (random: MirroredRandom, count: number): number[] => {
    random.beginFuture();
    return Array.from({ length: count }, () => random.next());
  };

  it('give every second future the mirror of the one before', () => {
    const random = new MirroredRandom(7);
    const [first, mirror, third] = [draw(random, 4), draw(random, 4), draw(random, 4)];

    expect(mirror).toEqual(first.map((value) => 1 - value));
    expect(third).not.toEqual(first);
  });

  it('go on with fresh ones where the mirror ends, and never reach 1', () => {
    const random = new MirroredRandom(7);
    const short = draw(random, 2);
    const longer = draw(random, 5);

    expect(longer.slice(0, 2)).toEqual(short.map((value) => 1 - value));
    expect(new Set(longer).size).toBe(5);
    for (const value of longer) expect(value).toBeLessThan(1);
  });
});
