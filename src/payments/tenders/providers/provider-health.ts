import type { CircuitBreaker } from '../../../platform/http/outbound/circuit-breaker';
import type { Clock } from '../../../platform/time/clock';
import type { TenderAvailability } from '../provider-tender';
import type { ProviderOutcome } from './provider-outcome';

/** Codes that say that the provider does not know us: only whoever runs the shop can mend it. */
const REFUSED: ReadonlySet<string> = new Set([
  'CREDENTIALS_REFUSED',
  'UNAUTHORIZED',
  'ACCESS_TOKEN_EXPIRED',
]);

/** After that somebody may try again: a key may have been renewed at the provider. */
const REFUSED_MS = 60_000;

/** What is known of the way to a provider, from how its last calls ended. */
export class ProviderHealth {
  private refused: { readonly code: string; readonly at: number } | null = null;
  private lastFailure: string | null = null;

  constructor(
    private readonly breaker: CircuitBreaker,
    private readonly clock: Clock,
  ) {}

  /** Notes how a call ended, and passes it on. */
  note<T>(outcome: ProviderOutcome<T>): ProviderOutcome<T> {
    if (outcome.kind === 'OK' || outcome.kind === 'DECLINED') {
      this.refused = null;
      this.lastFailure = null;
    } else {
      this.lastFailure = outcome.code;
      if (REFUSED.has(outcome.code)) this.refused = { code: outcome.code, at: this.clock.now() };
    }
    return outcome;
  }

  get availability(): TenderAvailability {
    const { refused, lastFailure } = this;
    if (refused !== null && this.clock.now() - refused.at < REFUSED_MS) {
      return { isAvailable: false, reason: 'credentials_refused', details: [refused.code] };
    }
    if (this.breaker.isRefusing) {
      const details = lastFailure === null ? [] : [lastFailure];
      return { isAvailable: false, reason: 'unreachable', details };
    }
    return { isAvailable: true };
  }
}
