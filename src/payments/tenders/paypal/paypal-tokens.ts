import type { OutboundClient } from '../../../platform/http/outbound/outbound-client';
import type { Clock } from '../../../platform/time/clock';
import { outcomeOf } from '../providers/provider-answer.rules';
import { declined, type ProviderOutcome } from '../providers/provider-outcome';
import { paypalTokenSchema } from './paypal.schemas';

interface Token {
  readonly token: string;
  readonly goodUntilMs: number;
}

/** A token is given up this long before PayPal does: a call may take a while. */
const MARGIN_MS = 5 * 60_000;
const FORM = 'grant_type=client_credentials';

/**
 * The access token of one PayPal account: fetched by whoever needs it first while all others wait
 * for the same answer, and used until shortly before it expires.
 */
export class PayPalTokens {
  private current: Token | null = null;
  private underWay: Promise<ProviderOutcome<string>> | null = null;

  constructor(
    private readonly http: OutboundClient,
    private readonly clock: Clock,
    private readonly account: { readonly clientId: string; readonly secret: string },
  ) {}

  /** A token that should be good. A failed fetch is not kept: the next caller tries again. */
  async get(): Promise<ProviderOutcome<string>> {
    const { current } = this;
    if (current !== null && this.clock.now() < current.goodUntilMs) {
      return { kind: 'OK', value: current.token };
    }
    this.underWay ??= this.fetch().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  /** PayPal refused this token. Of many calls that find so, only the first causes a fetch. */
  forget(token: string): void {
    if (this.current?.token === token) this.current = null;
  }

  private async fetch(): Promise<ProviderOutcome<string>> {
    const { clientId, secret } = this.account;
    const exchange = await this.http.exchange({
      method: 'POST',
      path: '/v1/oauth2/token',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: Buffer.from(FORM),
    });
    const outcome = outcomeOf(exchange, {
      schema: paypalTokenSchema,
      readRefusal: () => declined('CREDENTIALS_REFUSED', 'operator'),
      nowMs: this.clock.now(),
    });
    if (outcome.kind !== 'OK') return outcome;
    const { token, lifetimeMs } = outcome.value;
    // Of a short life at least half is used.
    const usedMs = Math.max(lifetimeMs - MARGIN_MS, lifetimeMs / 2);
    this.current = { token, goodUntilMs: this.clock.now() + usedMs };
    return { kind: 'OK', value: token };
  }
}
