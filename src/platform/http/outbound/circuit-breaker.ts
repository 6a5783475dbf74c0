import type { Clock } from '../../time/clock';

export interface CircuitBreakerOptions {
  /** Failures in a row after which nothing more is tried. */
  readonly failuresMax: number;
  /** Milliseconds until one attempt is let through again. */
  readonly pauseMs: number;
}

export type CircuitState = 'closed' | 'open' | 'probing';

/**
 * Spares a server that keeps failing, and its callers the waiting: after `failuresMax` failures
 * in a row nothing is sent for `pauseMs`; then a single attempt decides. Our own instead of a
 * package because the usual ones read the system's time, and tests and replays have their own.
 */
export class CircuitBreaker {
  private failures = 0;
  private openedAt = 0;
  private current: CircuitState = 'closed';

  constructor(
    private readonly clock: Clock,
    private readonly options: CircuitBreakerOptions = { failuresMax: 5, pauseMs: 10_000 },
  ) {}

  get state(): CircuitState {
    return this.current;
  }

  /** Whether an attempt would not be let through now. Changes nothing. */
  get isRefusing(): boolean {
    if (this.current === 'closed') return false;
    return this.current === 'probing' || !this.hasPaused();
  }

  /** Whether an attempt may be made now. Who is let through must report by one of the others. */
  tryEnter(): boolean {
    if (this.current === 'closed') return true;
    if (this.current === 'probing') return false;
    if (!this.hasPaused()) return false;
    this.current = 'probing';
    return true;
  }

  private hasPaused(): boolean {
    const waitedMs = this.clock.now() - this.openedAt;
    // A clock that was set back must not keep the circuit open for longer than a pause.
    return waitedMs < 0 || waitedMs >= this.options.pauseMs;
  }

  succeeded(): void {
    this.failures = 0;
    this.current = 'closed';
  }

  failed(): void {
    this.failures += 1;
    if (this.current !== 'probing' && this.failures < this.options.failuresMax) return;
    this.current = 'open';
    this.openedAt = this.clock.now();
  }

  /** Says nothing about the server, such as a proxy that wants other credentials. */
  undecided(): void {
    if (this.current === 'probing') this.current = 'open';
  }
}
