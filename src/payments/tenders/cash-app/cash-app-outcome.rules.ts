import {
  declined,
  type Failure,
  ok,
  type ProviderOutcome,
  retryLater,
  unknown,
} from '../providers/provider-outcome';
import {
  type CashAppPayment,
  type CashAppRefund,
  type CustomerRequest,
  cashAppRefusalSchema,
} from './cash-app.schemas';

/** What we asked for: the answer has to be about the same money. */
export interface ExpectedMoney {
  readonly amountCents: number;
  readonly currency: string;
  /** Our id of the payment or refund, sent as `reference_id`. */
  readonly referenceId: string;
}

const LATER: ReadonlySet<string> = new Set(['RATE_LIMITED', 'CONFLICT']);

/** Listed by Cash App as retryable, yet the money may have moved: GATEWAY_TIMEOUT above all. */
const MAY_HAVE_HAPPENED: ReadonlySet<string> = new Set([
  'INTERNAL_SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'GATEWAY_TIMEOUT',
]);

const LIMIT: ReadonlySet<string> = new Set([
  'PAYMENT_INVALID_TOO_LARGE',
  'PAYMENT_INVALID_TOO_SMALL',
  'CUSTOMER_DISABLED',
]);

const DEVELOPER_ACTS: ReadonlySet<string> = new Set([
  'PAYMENT_INVALID_AMOUNT_MISMATCH',
  'PAYMENT_INVALID_CURRENCY_MISMATCH',
  'UNKNOWN_BODY_PARAMETER',
  'MISSING_REQUIRED_PARAMETER',
  'IDEMPOTENCY_KEY_REUSED',
]);

/**
 * What an answer from 400 to 499 means, by its code alone. Without a code of Cash App's it may
 * come from anybody in between, and is UNKNOWN.
 */
export function readCashAppRefusal(status: number, body: unknown): Failure {
  const parsed = cashAppRefusalSchema.safeParse(body);
  const code = parsed.success ? parsed.data.errors[0]?.code : undefined;
  if (code === undefined || status === 408) return unknown(`HTTP_${status}`);
  // An expired key is renewed by whoever runs the shop; the operation waits for it.
  if (status === 401) return retryLater(code);
  if (MAY_HAVE_HAPPENED.has(code)) return unknown(code);
  if (LATER.has(code) || status === 409) return retryLater(code);
  if (code === 'INVALID_STATE_TRANSITION') return unknown(code, 'adopt');
  if (DEVELOPER_ACTS.has(code)) return declined(code, 'developer');
  if (LIMIT.has(code)) return declined(code, 'customer');
  if (code.startsWith('MERCHANT_') || status === 403) return declined(code, 'operator');
  // Among them every *_DECLINED_* and GRANT_*: the grant is spent, the customer approves anew.
  return declined(code, 'start_again');
}

/** Whether a customer request is the one that we made. Its own status is for the caller. */
export function judgeRequest(
  request: CustomerRequest,
  expected: ExpectedMoney,
): ProviderOutcome<CustomerRequest> {
  const { amountCents, currency, referenceId } = request;
  const isOurs = referenceId === null || referenceId === expected.referenceId;
  if (!isOurs) return unknown('REFERENCE_DIFFERS', 'review');
  if (amountCents !== expected.amountCents || currency !== expected.currency) {
    return unknown('AMOUNT_DIFFERS', 'review');
  }
  return request.status === 'unknown' ? unknown('STATUS_UNFAMILIAR', 'review') : ok(request);
}

/** Whether a payment is ours, and in a state that an operation may end with. */
export function judgePayment(
  payment: CashAppPayment,
  expected: ExpectedMoney,
): ProviderOutcome<CashAppPayment> {
  const failure = judgeMoney(payment, expected);
  if (failure !== null) return failure;
  // A capture may take more than was authorised, or less; only what was asked for is ours.
  if (payment.status === 'CAPTURED' && payment.capturedCents !== expected.amountCents) {
    return unknown('AMOUNT_DIFFERS', 'review');
  }
  return ok(payment);
}

/** Whether a refund is ours, and took place. */
export function judgeRefund(
  refund: CashAppRefund,
  expected: ExpectedMoney,
): ProviderOutcome<CashAppRefund> {
  return judgeMoney(refund, expected) ?? ok(refund);
}

function judgeMoney(
  found: CashAppPayment | CashAppRefund,
  expected: ExpectedMoney,
): Failure | null {
  const { amountCents, currency, referenceId, status, declineCode } = found;
  if (referenceId !== null && referenceId !== expected.referenceId) {
    return unknown('REFERENCE_DIFFERS', 'review');
  }
  if (amountCents !== expected.amountCents || currency !== expected.currency) {
    return unknown('AMOUNT_DIFFERS', 'review');
  }
  if (status === 'unknown') return unknown('STATUS_UNFAMILIAR', 'review');
  if (status !== 'DECLINED') return null;
  const code = declineCode ?? 'DECLINED';
  return declined(code, LIMIT.has(code) ? 'customer' : 'start_again');
}
