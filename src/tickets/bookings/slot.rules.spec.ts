import { collides, isBookable } from './slot.rules';

const MINUTE_MS = 60_000;
const slot = (from: number, minutes: number) => ({ at: from * MINUTE_MS, minutes });

describe('booked slots', () => {
  it.each([
    ['the same time', slot(60, 30), true],
    ['one within the other', slot(65, 5), true],
    ['one around the other', slot(30, 120), true],
    ['an end in the other', slot(45, 16), true],
    ['end to end, before', slot(30, 30), false],
    ['end to end, after', slot(90, 30), false],
  ])('collide or not: %s', (_, other, isCollision) => {
    expect(collides(slot(60, 30), other)).toBe(isCollision);
    expect(collides(other, slot(60, 30))).toBe(isCollision);
  });

  it('lie ahead, within sixty days', () => {
    const day = 24 * 60 * MINUTE_MS;
    expect([-1, 0, 60 * day, 60 * day + 1].map((at) => isBookable(at, 0))).toEqual([
      ...[false, true, true, false],
    ]);
  });
});
