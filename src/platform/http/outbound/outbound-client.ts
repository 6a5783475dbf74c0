import type { Dispatcher } from 'undici';
import { assert } from '../../errors/problem';
import type { Clock } from '../../time/clock';
import { version } from '../../version';
import { CircuitBreaker, type CircuitBreakerOptions } from './circuit-breaker';
import type { Exchange } from './exchange';
import { ExchangeHandler } from './exchange-handler';
import { isLoopback, type OutboundRoute, openDispatcher } from './outbound-dispatcher';
import { isPublicAddress } from './public-address';

export interface OutboundClientOptions {
  /** Names the server in metrics and logs, such as `paypal`. */
  readonly name: string;
  /** Scheme, host and port that every request goes to; its path is ignored. */
  readonly baseUrl: string;
  readonly route: OutboundRoute;
  readonly clock: Clock;
  /** Names of headers, in lower case, that may be sent; others are a fault of the caller. */
  readonly sentHeaders: readonly string[];
  /** Names of headers, in lower case, that are kept of an answer. */
  readonly keptHeaders?: readonly string[];
  /** Largest body of an answer in bytes. */
  readonly bodyBytesMax?: number;
  readonly breaker?: CircuitBreakerOptions;
  /** Milliseconds for an exchange that does not say otherwise. */
  readonly deadlineMs?: number;
  /** Whether the base URL may lie inside our own network; only for emulators and tests. */
  readonly isInsideAllowed?: boolean;
}

/** What a server's client may be told about patience; everything has a default. */
export type OutboundTuning = Pick<OutboundClientOptions, 'deadlineMs' | 'breaker'>;

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query, percent-encoded, beginning with one slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent byte for byte. */
  readonly body?: Buffer;
  /** Milliseconds for the whole exchange, from connecting to the last byte of the answer. */
  readonly deadlineMs?: number;
}

const BODY_BYTES_MAX = 1_048_576;
/** Provider calls end within ten seconds. */
const DEADLINE_MS = 10_000;
const KEPT_HEADERS = ['content-type', 'date', 'retry-after', 'location'];
const ALWAYS_SENT = new Set(['accept', 'content-type', 'user-agent']);
/** A path that cannot leave its origin: no second slash in front, no backslash, no dots, no space. */
const PATH = /^\/(?!\/)[\w\-.~!$&'()*+,;=:@%/?]*$/;

/**
 * The one way out to another server by HTTP. Each client knows a single origin, follows no
 * redirects, sends and keeps only listed headers, and always ends within the deadline, saying
 * whether the request may have arrived. It never retries: only the caller knows whether it may.
 */
export class OutboundClient {
  readonly origin: string;
  /** The value of the `Host` header, for signatures that cover it. */
  readonly host: string;
  readonly breaker: CircuitBreaker;
  private readonly dispatcher: Dispatcher;
  private readonly sentHeaders: ReadonlySet<string>;
  private readonly keptHeaders: ReadonlySet<string>;

  constructor(private readonly options: OutboundClientOptions) {
    const url = new URL(options.baseUrl);
    const isInsideAllowed = options.isInsideAllowed ?? false;
    assert(url.username === '' && url.password === '', 'a base URL holds no credentials');
    assert(isInsideAllowed || url.protocol === 'https:', 'another server is reached by TLS');
    assert(isInsideAllowed || !isAddressInside(url), 'another server is not inside our network');
    this.origin = url.origin;
    this.host = url.host;
    this.breaker = new CircuitBreaker(options.clock, options.breaker);
    this.sentHeaders = new Set([...ALWAYS_SENT, ...options.sentHeaders]);
    this.keptHeaders = new Set([...KEPT_HEADERS, ...(options.keptHeaders ?? [])]);
    const isDirect = isLoopback(url);
    this.dispatcher = openDispatcher(options.route, { isInsideAllowed, isDirect });
  }

  get name(): string {
    return this.options.name;
  }

  /** One attempt; always resolves. A header or path that is not allowed is a fault of ours. */
  async exchange(request: OutboundRequest): Promise<Exchange> {
    const headers = this.checkedHeaders(request.headers ?? {});
    assert(PATH.test(request.path) && !isClimbing(request.path), 'a path stays in its origin');
    if (!this.breaker.tryEnter()) return { kind: 'not_sent', reason: 'CIRCUIT_OPEN' };
    const exchange = await this.attempt(request, headers);
    this.report(exchange);
    return exchange;
  }

  /** Ends idle connections; for the end of the process. */
  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }

  private attempt(request: OutboundRequest, headers: Record<string, string>): Promise<Exchange> {
    const handler = new ExchangeHandler({
      deadlineMs: request.deadlineMs ?? this.options.deadlineMs ?? DEADLINE_MS,
      bodyBytesMax: this.options.bodyBytesMax ?? BODY_BYTES_MAX,
      keptHeaders: this.keptHeaders,
    });
    const { method, path, body } = request;
    try {
      this.dispatcher.dispatch({ origin: this.origin, method, path, headers, body }, handler);
    } catch (error) {
      handler.fail(error);
    }
    return handler.outcome;
  }

  private checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
    const checked: Record<string, string> = { 'user-agent': `BarbershopFusion/${version}` };
    for (const [name, value] of Object.entries(headers)) {
      const lower = name.toLowerCase();
      assert(this.sentHeaders.has(lower), `the header ${lower} is not sent to ${this.name}`);
      checked[lower] = value;
    }
    return checked;
  }

  private report(exchange: Exchange): void {
    if (exchange.kind === 'answered') {
      if (exchange.status >= 500) this.breaker.failed();
      else this.breaker.succeeded();
      return;
    }
    // It is quick and says nothing about the server; behind an open circuit nobody would see it.
    if (exchange.reason === 'PROXY_AUTH_REQUIRED') this.breaker.undecided();
    else this.breaker.failed();
  }
}

function isAddressInside(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  return isLoopback(url) || (isAddress && !isPublicAddress(host));
}

function isClimbing(path: string): boolean {
  const [pathname = ''] = path.split('?');
  return pathname.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}
