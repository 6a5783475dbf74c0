import type { NotSentReason } from '../../../platform/http/outbound/exchange';

/** Who has to move after a refusal for the money to be paid after all. */
export type AfterDecline =
  /** The customer: other means, or another step, with the same provider order. */
  | 'customer'
  /** Nobody with this one: begin anew, with a new operation. */
  | 'start_again'
  /** Whoever runs the shop's account with the provider. */
  | 'operator'
  /** Us: the provider calls the request wrong. */
  | 'developer';

/** What settles an operation of which nobody knows whether it happened. */
export type AfterUnknown =
  /** Query, or send the same again with the same key inside its lifetime. */
  | 'query'
  /** The provider says that it has been done before: read the resource and take it over. */
  | 'adopt'
  /** A person: what the provider says does not fit what we asked for. */
  | 'review';

/** The call was not made because it could not be authorised before. */
export type TokenFault = 'TOKEN_UNAVAILABLE' | 'CREDENTIALS_REFUSED';

/**
 * How a call to a payment provider ended: one vocabulary for all of them, a closed set.
 *
 * `NOT_SENT`, `RETRY_LATER` and `DECLINED` speak of *this* call. After an earlier `UNKNOWN` with
 * the same key only `OK`, `DECLINED` of the same key, or a query settles the operation.
 */
export type ProviderOutcome<T> =
  /** Done, and id, amount and currency are ours. */
  | { readonly kind: 'OK'; readonly value: T }
  /** Permanently refused; `code` is the provider's own. */
  | {
      readonly kind: 'DECLINED';
      readonly code: string;
      readonly after: AfterDecline;
    }
  /** Nothing can have reached the provider: send again at will, with the same key. */
  | { readonly kind: 'NOT_SENT'; readonly code: NotSentReason | TokenFault }
  /** Answered with "not now": back off, same key. */
  | { readonly kind: 'RETRY_LATER'; readonly code: string; readonly pauseMs: number | null }
  /** Nobody knows: never a new key. */
  | { readonly kind: 'UNKNOWN'; readonly code: string; readonly after: AfterUnknown };

/** An outcome that carries no value, the same for every type of value. */
export type Failure = Exclude<ProviderOutcome<never>, { kind: 'OK' }>;

export const ok = <T>(value: T): ProviderOutcome<T> => ({ kind: 'OK', value });

export const declined = (code: string, after: AfterDecline): Failure => ({
  kind: 'DECLINED',
  code,
  after,
});

export const retryLater = (code: string, pauseMs: number | null = null): Failure => ({
  kind: 'RETRY_LATER',
  code,
  pauseMs,
});

export const unknown = (code: string, after: AfterUnknown = 'query'): Failure => ({
  kind: 'UNKNOWN',
  code,
  after,
});

/** Goes on with the value of a success and leaves every failure as it is. */
export function andThen<T, U>(
  outcome: ProviderOutcome<T>,
  next: (value: T) => ProviderOutcome<U>,
): ProviderOutcome<U> {
  return outcome.kind === 'OK' ? next(outcome.value) : outcome;
}
