import type { z } from 'zod';
import type { Answer, Exchange } from '../../../platform/http/outbound/exchange';
import { retryAfterMs } from '../../../platform/http/outbound/retry-after.rules';
import { type Failure, ok, type ProviderOutcome, retryLater, unknown } from './provider-outcome';

/** Reads the refusals of one provider: what a status below 500 and its body mean. */
export type RefusalReader = (status: number, body: unknown) => Failure;

/** An answer of the provider that is whole and JSON, or the failure that it stands for. */
type Reading =
  | { readonly isJson: true; readonly answer: Answer; readonly body: unknown }
  | { readonly isJson: false; readonly failure: Failure };

/**
 * What an exchange means for the operation, by the one rule for all providers: nothing written is
 * NOT_SENT; 429 is RETRY_LATER; 5xx, redirects, and successes that cannot be read are UNKNOWN.
 * @param schema what a success must look like; its result is the value
 */
export function outcomeOf<T>(
  exchange: Exchange,
  rules: { schema: z.ZodType<T>; readRefusal: RefusalReader; nowMs: number },
): ProviderOutcome<T> {
  const reading = readAnswer(exchange, rules.nowMs);
  if (!reading.isJson) return reading.failure;
  const { answer, body } = reading;
  if (answer.status >= 400) return rules.readRefusal(answer.status, body);
  const parsed = rules.schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : unknown('ANSWER_UNREADABLE');
}

function readAnswer(exchange: Exchange, nowMs: number): Reading {
  if (exchange.kind === 'not_sent') {
    return { isJson: false, failure: { kind: 'NOT_SENT', code: exchange.reason } };
  }
  if (exchange.kind === 'unknown') return { isJson: false, failure: unknown(exchange.reason) };
  const { status, headers } = exchange;
  if (status === 429) {
    const failure = retryLater('RATE_LIMITED', retryAfterMs(headers['retry-after'], nowMs));
    return { isJson: false, failure };
  }
  if (status >= 500) return { isJson: false, failure: unknown(`HTTP_${status}`) };
  // Providers do not redirect; a captive portal does, in front of them or after them.
  if (status >= 300 && status < 400) return { isJson: false, failure: unknown('REDIRECTED') };
  const body = parseJson(exchange);
  return body === undefined
    ? { isJson: false, failure: unknown('ANSWER_NOT_JSON') }
    : { isJson: true, answer: exchange, body };
}

/** The body as plain data, or undefined when it is not JSON or does not say that it is. */
function parseJson({ headers, body }: Answer): unknown {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
