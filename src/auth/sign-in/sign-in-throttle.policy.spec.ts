import {
  ACCOUNT_RULE,
  afterFailure,
  type Failures,
  lockedForMs,
  NETWORK_RULE,
  withoutLastFailure,
} from './sign-in-throttle.policy';

const NOON = Date.parse('2026-05-16T12:00:00Z');

/** Failures in a row, each as soon as it is possible. */
function failTimes(times: number): { failures: Failures; waits: number[] } {
  let failures: Failures | null = null;
  let now = NOON;
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) {
    now += lockedForMs(failures, now);
    failures = afterFailure(ACCOUNT_RULE, failures, now);
    waits.push(lockedForMs(failures, now) / 1000);
  }
  if (!failures) throw new Error('at least one failure');
  return { failures, waits };
}

describe('the throttle of sign-ins', () => {
  it('lets four failures pass and makes the fifth wait', () => {
    expect(failTimes(5).waits).toEqual([0, 0, 0, 0, 30]);
  });

  it('doubles the wait up to a quarter of an hour', () => {
    expect(failTimes(12).waits.slice(4)).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('is over when the wait is over', () => {
    const { failures } = failTimes(5);

    expect(lockedForMs(failures, failures.lastFailedAt + 29_999)).toBe(1);
    expect(lockedForMs(failures, failures.lastFailedAt + 30_000)).toBe(0);
  });

  it('remembers an account’s failures for a day', () => {
    const { failures } = failTimes(5);
    const dayMs = 24 * 3_600_000;
    const { lastFailedAt } = failures;

    expect(afterFailure(ACCOUNT_RULE, failures, lastFailedAt + dayMs).failures).toBe(6);
    expect(afterFailure(ACCOUNT_RULE, failures, lastFailedAt + dayMs + 1).failures).toBe(1);
  });

  it('takes back the attempt that succeeded, with the lock that it had set', () => {
    const before = failTimes(5).failures;

    expect(withoutLastFailure(ACCOUNT_RULE, before)).toEqual({
      failures: 4,
      lastFailedAt: before.lastFailedAt,
      lockedUntil: 0,
    });
  });

  it('keeps the lock that the attempts of others from the same network have set', () => {
    const before = { failures: 12, lastFailedAt: NOON, lockedUntil: NOON + 1 };

    expect(withoutLastFailure(NETWORK_RULE, before).lockedUntil).toBe(NOON + 1);
  });
});
