import { describe, expect, it } from 'vitest';
import { waitLeft } from './wait';

const at = (minutes: number) => new Date(minutes * 60_000).toISOString();
const wait = (low: number, high: number) => ({
  earliestAt: at(low),
  startsAt: at((low + high) / 2),
  latestAt: at(high),
});

describe('what is left of a wait', () => {
  it('is told by the minute when short and in fives when long, never narrower', () => {
    expect(waitLeft(wait(4, 11), 0)).toEqual({ low: 4, high: 11, isNow: false });
    expect(waitLeft(wait(22, 31), 0)).toEqual({ low: 20, high: 35, isNow: false });
  });

  it('counts down from the clock times', () => {
    expect(waitLeft(wait(22, 31), 20 * 60_000)).toEqual({ low: 2, high: 11, isNow: false });
  });

  it('is over when the latest time has come, however late it is', () => {
    expect(waitLeft(wait(0, 0), 0)).toEqual({ low: 0, high: 0, isNow: true });
    expect(waitLeft(wait(3, 5), 60 * 60_000)).toEqual({ low: 0, high: 0, isNow: true });
  });
});
