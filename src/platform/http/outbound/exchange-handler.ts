import type { Dispatcher } from 'undici';
import type { Exchange } from './exchange';
import { classifyTransportFailure } from './transport-failure.rules';

export interface ExchangeLimits {
  readonly deadlineMs: number;
  readonly bodyBytesMax: number;
  /** Names in lower case; all other headers of an answer are dropped. */
  readonly keptHeaders: ReadonlySet<string>;
}

/**
 * Watches one request on its way and settles once with what is known of it. It works below
 * undici's `request` because only here it is seen whether the request was written at all.
 */
export class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly outcome: Promise<Exchange>;
  private settle: (exchange: Exchange) => void = () => undefined;
  private controller: Dispatcher.DispatchController | undefined;
  private readonly timer: NodeJS.Timeout;
  private readonly chunks: Buffer[] = [];
  private bodyBytes = 0;
  private status = 0;
  private headers: Record<string, string> = {};
  private wasWritten = false;
  private hasAnswerBegun = false;
  private hasDeadlinePassed = false;
  private isBodyTooLarge = false;
  private isSettled = false;

  constructor(private readonly limits: ExchangeLimits) {
    this.outcome = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.timer = setTimeout(() => this.expire(), limits.deadlineMs);
  }

  /** undici is about to write: a connection to the other side is open, TLS included. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Too late: aborting here keeps undici from writing a single byte.
    if (this.isSettled) return controller.abort(new Error('The deadline has passed'));
    this.controller = controller;
    this.wasWritten = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return;
    this.hasAnswerBegun = true;
    this.status = status;
    for (const [name, value] of Object.entries(headers)) {
      const lower = name.toLowerCase();
      if (value === undefined || !this.limits.keptHeaders.has(lower)) continue;
      this.headers[lower] = Array.isArray(value) ? value.join(', ') : value;
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bodyBytes += chunk.length;
    if (this.bodyBytes <= this.limits.bodyBytesMax) {
      this.chunks.push(chunk);
      return;
    }
    this.isBodyTooLarge = true;
    this.fail(new Error('The body is too large'));
    controller.abort(new Error('The body is too large'));
  }

  onResponseEnd(): void {
    const body = Buffer.concat(this.chunks);
    this.finish({ kind: 'answered', status: this.status, headers: this.headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  /** For an error that was thrown before undici took the request. */
  fail(error: unknown): void {
    const { wasWritten, hasAnswerBegun, hasDeadlinePassed, isBodyTooLarge } = this;
    this.finish(
      classifyTransportFailure({
        error,
        wasWritten,
        hasAnswerBegun,
        hasDeadlinePassed,
        isBodyTooLarge,
      }),
    );
  }

  private expire(): void {
    this.hasDeadlinePassed = true;
    const error = new Error('The deadline has passed');
    this.fail(error);
    this.controller?.abort(error);
  }

  private finish(exchange: Exchange): void {
    if (this.isSettled) return;
    this.isSettled = true;
    clearTimeout(this.timer);
    this.settle(exchange);
  }
}
