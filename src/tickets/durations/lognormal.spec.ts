import {
  expectedTotalMinutes,
  expectedTotalTable,
  lognormalBeyond,
  lognormalCumulative,
  normalCumulative,
  normalFromUniform,
  normalQuantile,
} from './lognormal';

describe('the lognormal distribution of minutes', () => {
  it('knows the normal distribution and its inverse', () => {
    expect(normalCumulative(1.2816)).toBeCloseTo(0.9, 4);
    expect(normalQuantile(0.1)).toBeCloseTo(-1.2816, 3);
    expect(normalFromUniform(0.5)).toBeCloseTo(0, 2);
  });

  it('expects a fresh service to take its mean', () => {
    const table = expectedTotalTable(0.3);

    expect(expectedTotalMinutes(table, 0, 30)).toBeCloseTo(30 * Math.exp(0.045), 1);
  });

  it('expects an overdue service to end after now, and later the longer it has run', () => {
    const table = expectedTotalTable(0.3);
    let last = 0;
    for (let elapsed = 0; elapsed <= 300; elapsed += 3) {
      const total = expectedTotalMinutes(table, elapsed, 30);
      expect(total).toBeGreaterThan(elapsed);
      expect(total).toBeGreaterThanOrEqual(last - 1e-9);
      last = total;
    }
  });

  it.each([0, 20, 45, 90, 400])(
    'never draws an end before the %d minutes already gone',
    (elapsed) => {
      const shareOver = lognormalCumulative(elapsed, 30, 0.3);
      for (let step = 0; step < 50; step += 1) {
        const total = lognormalBeyond(step / 50, {
          elapsedMinutes: elapsed,
          shareOver,
          medianMinutes: 30,
          logSd: 0.3,
        });
        expect(total).toBeGreaterThanOrEqual(elapsed);
      }
    },
  );
});
