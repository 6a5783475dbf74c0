import { VirtualClock } from '../../../../test/support/virtual-clock';
import { CircuitBreaker } from './circuit-breaker';

function opened(): { clock: VirtualClock; breaker: CircuitBreaker } {
  const clock = new VirtualClock();
  const breaker = new CircuitBreaker(clock, { failuresMax: 3, pauseMs: 60_000 });
  for (let failure = 0; failure < 3; failure += 1) breaker.failed();
  return { clock, breaker };
}

describe('CircuitBreaker', () => {
  it('stays closed while failures are not in a row', () => {
    const breaker = new CircuitBreaker(new VirtualClock(), { failuresMax: 2, pauseMs: 1_000 });

    for (let round = 0; round < 5; round += 1) {
      breaker.failed();
      breaker.succeeded();
    }

    expect(breaker.tryEnter()).toBe(true);
  });

  it('opens after the failures, and lets exactly one through after the pause', () => {
    const { clock, breaker } = opened();

    expect(breaker.tryEnter()).toBe(false);
    clock.advanceMinutes(1);
    expect([breaker.tryEnter(), breaker.tryEnter()]).toEqual([true, false]);
  });

  it('opens again at once when the one fails, and closes when it succeeds', () => {
    const { clock, breaker } = opened();
    clock.advanceMinutes(1);
    breaker.tryEnter();
    breaker.failed();

    expect(breaker.tryEnter()).toBe(false);
    clock.advanceMinutes(1);
    breaker.tryEnter();
    breaker.succeeded();
    expect(breaker.state).toBe('closed');
  });

  it('lets the next one probe when the first says nothing about the server', () => {
    const { clock, breaker } = opened();
    clock.advanceMinutes(1);
    breaker.tryEnter();
    breaker.undecided();

    expect(breaker.tryEnter()).toBe(true);
  });

  it('46 is not held open by a clock that was set back', () => {
    const { clock, breaker } = opened();
    clock.advanceMinutes(-600);

    expect(breaker.tryEnter()).toBe(true);
  });
});
