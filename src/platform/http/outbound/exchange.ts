/**
 * Why a request certainly did not reach the other side, so that it may be sent again at will.
 * `PROXY_AUTH_REQUIRED`: the proxy wants other credentials (407); `PROXY_REFUSED`: it answered
 * CONNECT with another status; `CIRCUIT_OPEN`: not even tried, after many failures in a row.
 */
export type NotSentReason =
  | 'PROXY_AUTH_REQUIRED'
  | 'PROXY_REFUSED'
  | 'HOST_UNKNOWN'
  | 'ADDRESS_FORBIDDEN'
  | 'CONNECTION_REFUSED'
  | 'CONNECT_TIMEOUT'
  | 'TLS_FAILED'
  | 'CONNECT_FAILED'
  | 'CIRCUIT_OPEN';

/** Why nobody knows whether the other side acted: bytes had been written, no whole answer came. */
export type UnknownReason = 'DEADLINE' | 'CONNECTION_LOST' | 'BODY_INCOMPLETE' | 'BODY_TOO_LARGE';

/** A whole answer, whatever its status. */
export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  /** Only the headers that the client was told to keep, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How one attempt to talk to another server ended. */
export type Exchange =
  | Answer
  | { readonly kind: 'not_sent'; readonly reason: NotSentReason }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };
