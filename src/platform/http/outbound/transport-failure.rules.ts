import type { Exchange, NotSentReason } from './exchange';
import { ForbiddenAddressError, ProxyRefusedError } from './outbound-errors';

/** What was observed of an exchange that ended without a whole answer. */
export interface TransportFailure {
  readonly error: unknown;
  /** Whether the head of the request was handed to an open connection to the other side. */
  readonly wasWritten: boolean;
  /** Whether status and headers of an answer had arrived. */
  readonly hasAnswerBegun: boolean;
  readonly hasDeadlinePassed: boolean;
  readonly isBodyTooLarge: boolean;
}

const PROXY_AUTHENTICATION_REQUIRED = 407;

const REASON_OF_CODE: ReadonlyMap<string, NotSentReason> = new Map([
  ['ENOTFOUND', 'HOST_UNKNOWN'],
  ['EAI_AGAIN', 'HOST_UNKNOWN'],
  ['ECONNREFUSED', 'CONNECTION_REFUSED'],
  ['ETIMEDOUT', 'CONNECT_TIMEOUT'],
  ['UND_ERR_CONNECT_TIMEOUT', 'CONNECT_TIMEOUT'],
  ['UND_ERR_HEADERS_TIMEOUT', 'CONNECT_TIMEOUT'],
]);

// OpenSSL's and Node's codes for a handshake or certificate that failed.
const TLS_CODE = /^(ERR_(SSL|TLS|OSSL)|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_)|_CERT_/;

/**
 * Sorts a failed exchange by the one fact that decides about money: was anything written? The
 * kind of error only names the reason. A timeout while connecting is as harmless as a refusal, and
 * a reset after the first byte is as dangerous as a timeout.
 */
export function classifyTransportFailure(failure: TransportFailure): Exchange {
  if (!failure.wasWritten) return { kind: 'not_sent', reason: notSentReason(failure) };
  if (failure.isBodyTooLarge) return { kind: 'unknown', reason: 'BODY_TOO_LARGE' };
  if (failure.hasDeadlinePassed) return { kind: 'unknown', reason: 'DEADLINE' };
  const reason = failure.hasAnswerBegun ? 'BODY_INCOMPLETE' : 'CONNECTION_LOST';
  return { kind: 'unknown', reason };
}

function notSentReason({ error, hasDeadlinePassed }: TransportFailure): NotSentReason {
  const causes = causesOf(error);
  const refusal = causes.find((cause) => cause instanceof ProxyRefusedError);
  if (refusal !== undefined) {
    const isCredentials = refusal.status === PROXY_AUTHENTICATION_REQUIRED;
    return isCredentials ? 'PROXY_AUTH_REQUIRED' : 'PROXY_REFUSED';
  }
  if (causes.some((cause) => cause instanceof ForbiddenAddressError)) return 'ADDRESS_FORBIDDEN';
  for (const code of causes.map(codeOf)) {
    const reason = REASON_OF_CODE.get(code);
    if (reason !== undefined) return reason;
    if (TLS_CODE.test(code)) return 'TLS_FAILED';
  }
  return hasDeadlinePassed ? 'CONNECT_TIMEOUT' : 'CONNECT_FAILED';
}

/** The error and what caused it, at most eight deep: a chain may be a circle. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let next = error;
  while (next !== undefined && next !== null && causes.length < 8) {
    causes.push(next);
    if (next instanceof AggregateError) causes.push(...(next.errors as unknown[]));
    next = (next as { cause?: unknown }).cause;
  }
  return causes;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : '';
}
