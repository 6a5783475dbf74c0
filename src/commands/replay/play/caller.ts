import { randomUUID } from 'node:crypto';
import type { ServerProcess } from '../server/server-process';

const ANSWER_MS_MAX = 15_000;
const TRIES_MAX = 50;

/** The server understood the request and did not do it. */
export class Refusal extends Error {
  constructor(
    readonly request: string,
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${request} was answered with ${status} ${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

export interface Answer<T> {
  readonly body: T;
  readonly headers: Headers;
}

/** Somebody who looks on, and may pull the plug while a request is under way. */
export interface RequestWatch {
  /** A request that may write is about to be sent. */
  sent(): void;
  /** The answer is that of an earlier try, of which nobody had heard. */
  replayed(): void;
}

export type Credential =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'cookie'; readonly cookie: string }
  | null;

/**
 * Somebody who talks to the server by HTTP. A request without an answer is repeated, with the
 * same idempotency key, until it has one: as a careful client does whose server was restarted.
 */
export class Caller {
  constructor(
    private readonly server: ServerProcess,
    readonly credential: Credential,
    private readonly watch: RequestWatch,
  ) {}

  /** The headers that prove who it is, for requests and handshakes. */
  get headers(): Record<string, string> {
    if (this.credential === null) return {};
    return this.credential.kind === 'bearer'
      ? { authorization: `Bearer ${this.credential.token}` }
      : { cookie: this.credential.cookie, origin: this.server.address };
  }

  /** The same client with another credential. */
  as(credential: Credential): Caller {
    return new Caller(this.server, credential, this.watch);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send<T>('GET', path, undefined, {})).body;
  }

  /** @throws Refusal */
  async post<T>(path: string, body: object = {}): Promise<T> {
    const extra: Record<string, string> = {};
    if (this.credential !== null) extra['idempotency-key'] = randomUUID();
    return (await this.send<T>('POST', path, body, extra)).body;
  }

  /** For what sets no state that a repetition could spoil, such as signing in. */
  async exchange<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    return this.send<T>(method, path, body, {});
  }

  private async send<T>(
    method: string,
    path: string,
    body: object | undefined,
    extra: Record<string, string>,
  ): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      await this.server.up();
      if (method !== 'GET') this.watch.sent();
      const response = await this.attempt(method, path, body, extra);
      if (response !== null && response.status !== 503) {
        return this.read<T>(`${method} ${path}`, response);
      }
      if (tries === TRIES_MAX) throw new Error(`${method} ${path} got no answer`);
    }
  }

  /** Null when the connection broke before there was an answer. */
  private async attempt(
    method: string,
    path: string,
    body: object | undefined,
    extra: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string } | null> {
    try {
      const response = await fetch(`${this.server.address}${path}`, {
        method,
        headers: {
          ...this.headers,
          ...extra,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch {
      // Whatever broke, nobody knows whether the server did it; asking again will tell.
      await new Promise((resolve) => setTimeout(resolve, 5));
      return null;
    }
  }

  private read<T>(
    request: string,
    response: { status: number; headers: Headers; text: string },
  ): Answer<T> {
    if (response.headers.get('idempotent-replay') !== null) this.watch.replayed();
    const body: unknown = response.text === '' ? undefined : JSON.parse(response.text);
    if (response.status < 400) return { body: body as T, headers: response.headers };
    const problem = body as { code?: string; detail?: string } | undefined;
    throw new Refusal(
      request,
      response.status,
      problem?.code ?? '',
      problem?.detail ?? response.text.slice(0, 200),
    );
  }
}
