import {
  declined,
  type Failure,
  ok,
  type ProviderOutcome,
  retryLater,
  unknown,
} from '../providers/provider-outcome';
import {
  type PayPalCapture,
  type PayPalOrder,
  type PayPalRefund,
  paypalRefusalSchema,
} from './paypal.schemas';

/** What we asked for: the answer has to be about the same money. */
export interface ExpectedAmount {
  readonly amountCents: number;
  readonly currency: string;
  /** Our id of the payment or refund, sent as `custom_id`. */
  readonly customId: string;
}

/** PayPal says that it has happened before: read the resource, and take over what is there. */
const DONE_BEFORE: ReadonlySet<string> = new Set([
  'ORDER_ALREADY_CAPTURED',
  'CAPTURE_FULLY_REFUNDED',
  'DUPLICATE_INVOICE_ID',
]);

const CUSTOMER_ACTS: ReadonlySet<string> = new Set([
  'INSTRUMENT_DECLINED',
  'PAYER_ACTION_REQUIRED',
  'ORDER_NOT_APPROVED',
  'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING',
]);

const LATER: ReadonlySet<string> = new Set([
  'PREVIOUS_REQUEST_IN_PROGRESS',
  'ORDER_COMPLETION_IN_PROGRESS',
  'PENDING_CAPTURE',
]);

const OPERATOR_ACTS: ReadonlySet<string> = new Set([
  'REFUND_FAILED_INSUFFICIENT_FUNDS',
  'PAYEE_ACCOUNT_RESTRICTED',
  'PERMISSION_DENIED',
  'NOT_AUTHORIZED',
]);

const DEVELOPER_ACTS: ReadonlySet<string> = new Set([
  'PAYPAL_REQUEST_ID_REQUIRED',
  'AMOUNT_MISMATCH',
  'ITEM_TOTAL_MISMATCH',
  'DECIMAL_PRECISION',
  'CANNOT_BE_ZERO_OR_NEGATIVE',
  'INVALID_CURRENCY_CODE',
  'REFUND_CAPTURE_CURRENCY_MISMATCH',
  'INVALID_REQUEST',
]);

/**
 * What an answer from 400 to 499 means. A status whose body is not PayPal's own is UNKNOWN: it may
 * come from anybody in between.
 */
export function readPayPalRefusal(status: number, body: unknown): Failure {
  const parsed = paypalRefusalSchema.safeParse(body);
  if (status === 401) return retryLater('CREDENTIALS_REFUSED');
  if (!parsed.success || status === 408) return unknown(`HTTP_${status}`);
  const issues = (parsed.data.details ?? []).flatMap(({ issue }) => issue ?? []);
  const codes = [...issues, ...(parsed.data.name === undefined ? [] : [parsed.data.name])];
  const [code] = codes;
  if (code === undefined) return unknown(`HTTP_${status}`);

  // The most cautious reading wins: money that may have moved before any kind of refusal.
  const found = (set: ReadonlySet<string>) => codes.find((candidate) => set.has(candidate));
  const doneBefore = found(DONE_BEFORE);
  if (doneBefore !== undefined) return unknown(doneBefore, 'adopt');
  const later = found(LATER);
  if (later !== undefined) return retryLater(later);
  if (status === 409) return retryLater(code);
  const customer = found(CUSTOMER_ACTS);
  if (customer !== undefined) return declined(customer, 'customer');
  const operator = found(OPERATOR_ACTS);
  if (operator !== undefined) return declined(operator, 'operator');
  const developer = found(DEVELOPER_ACTS);
  if (developer !== undefined) return declined(developer, 'developer');
  return declined(code, 'start_again');
}

/** Whether a created order is the one that we asked for. */
export function judgeOrder(
  order: PayPalOrder,
  expected: ExpectedAmount,
): ProviderOutcome<PayPalOrder> {
  const { amount } = order;
  if (amount !== null && !isSameMoney(amount, expected)) return unknown('AMOUNT_DIFFERS', 'review');
  if (order.customId !== null && order.customId !== expected.customId) {
    return unknown('REFERENCE_DIFFERS', 'review');
  }
  if (order.status === 'unknown') return unknown('STATUS_UNFAMILIAR', 'review');
  return ok(order);
}

/**
 * What became of the money of an order. Decided by its capture: an order may be COMPLETED while
 * its capture is pending or declined.
 */
export function captureOf(
  order: PayPalOrder,
  expected: ExpectedAmount,
): ProviderOutcome<PayPalCapture> {
  const live = order.captures.filter(({ status }) => status !== 'DECLINED' && status !== 'FAILED');
  if (live.length > 1) return unknown('SEVERAL_CAPTURES', 'review');
  const capture = live[0] ?? order.captures.at(-1);
  return capture === undefined ? unknown('CAPTURE_MISSING') : judgeCapture(capture, expected);
}

/** Whether a capture is ours, and took place. `PENDING` is OK: done, with its money still to come. */
export function judgeCapture(
  capture: PayPalCapture,
  expected: ExpectedAmount,
): ProviderOutcome<PayPalCapture> {
  if (!isSameMoney(capture, expected)) return unknown('AMOUNT_DIFFERS', 'review');
  if (capture.customId !== null && capture.customId !== expected.customId) {
    return unknown('REFERENCE_DIFFERS', 'review');
  }
  switch (capture.status) {
    case 'COMPLETED':
    case 'PENDING':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return ok(capture);
    case 'DECLINED':
    case 'FAILED':
      return declined(`CAPTURE_${capture.status}`, 'customer');
    case 'unknown':
      return unknown('STATUS_UNFAMILIAR', 'review');
  }
}

/** Whether a refund is ours, and took place or will. */
export function judgeRefund(
  refund: PayPalRefund,
  expected: ExpectedAmount,
): ProviderOutcome<PayPalRefund> {
  if (!isSameMoney(refund, expected)) return unknown('AMOUNT_DIFFERS', 'review');
  if (refund.customId !== null && refund.customId !== expected.customId) {
    return unknown('REFERENCE_DIFFERS', 'review');
  }
  switch (refund.status) {
    case 'COMPLETED':
    case 'PENDING':
      return ok(refund);
    case 'FAILED':
    case 'CANCELLED':
      return declined(`REFUND_${refund.status}`, 'operator');
    case 'unknown':
      return unknown('STATUS_UNFAMILIAR', 'review');
  }
}

function isSameMoney(
  one: { amountCents: number; currency: string },
  other: { amountCents: number; currency: string },
): boolean {
  return one.amountCents === other.amountCents && one.currency === other.currency;
}
