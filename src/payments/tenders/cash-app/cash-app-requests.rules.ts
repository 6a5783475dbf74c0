import { assert } from '../../../platform/errors/problem';
import { assertNotNegative } from '../../../platform/money/money';
import type { CashAppKey } from './cash-app-key.rules';

export interface CreateCustomerRequest {
  /** Names the request in all its repetitions; the Customer Request API knows no regions. */
  readonly key: CashAppKey;
  /** `IN_PERSON` shows a code at the desk, `ONLINE` leads the browser there and back. */
  readonly channel: 'IN_PERSON' | 'ONLINE';
  /** Where the customer's browser returns to; not for `IN_PERSON`. */
  readonly redirectUrl?: string;
  /** Total with tip and tax: the payment has to be of the same amount. */
  readonly amountCents: number;
  readonly currency: string;
  readonly referenceId: string;
}

export interface CreatePayment {
  readonly key: CashAppKey;
  readonly grantId: string;
  readonly amountCents: number;
  readonly currency: string;
  readonly referenceId: string;
  /** False only authorises: capture within seven days, or it is void. */
  readonly isCaptured: boolean;
}

export interface CapturePayment {
  readonly key: CashAppKey;
  readonly paymentId: string;
  readonly amountCents: number;
  readonly currency: string;
  readonly referenceId: string;
}

export interface CreateRefund {
  readonly key: CashAppKey;
  readonly paymentId: string;
  readonly amountCents: number;
  readonly currency: string;
  readonly referenceId: string;
}

export function customerRequestBody(request: CreateCustomerRequest, merchantId: string): unknown {
  return {
    idempotency_key: request.key.idempotencyKey,
    request: {
      channel: request.channel,
      actions: [
        {
          type: 'ONE_TIME_PAYMENT',
          amount: payable(request.amountCents),
          currency: request.currency,
          scope_id: merchantId,
        },
      ],
      reference_id: reference(request.referenceId),
      ...(request.redirectUrl !== undefined && { redirect_url: request.redirectUrl }),
    },
  };
}

export function paymentBody(payment: CreatePayment, merchantId: string): unknown {
  return {
    idempotency_key: payment.key.idempotencyKey,
    payment: {
      amount: payable(payment.amountCents),
      currency: payment.currency,
      merchant_id: merchantId,
      grant_id: payment.grantId,
      capture: payment.isCaptured,
      reference_id: reference(payment.referenceId),
    },
  };
}

export function captureBody(capture: CapturePayment): unknown {
  return {
    idempotency_key: capture.key.idempotencyKey,
    amount: payable(capture.amountCents),
  };
}

export function refundBody(refund: CreateRefund, merchantId: string): unknown {
  return {
    idempotency_key: refund.key.idempotencyKey,
    refund: {
      amount: payable(refund.amountCents),
      currency: refund.currency,
      merchant_id: merchantId,
      payment_id: refund.paymentId,
      reference_id: reference(refund.referenceId),
    },
  };
}

/** An id, or our reference, as part of a path: letters, digits and a few signs. */
export function pathSegment(id: string): string {
  assert(/^[\w.-]{1,128}$/.test(id), 'an id of Cash App has 1 to 128 plain characters');
  return id;
}

function reference(id: string): string {
  return pathSegment(id);
}

/** @throws AMOUNT_INVALID */
function payable(amountCents: number): number {
  assertNotNegative(amountCents, 'amountCents');
  assert(amountCents > 0, 'nobody is asked for nothing');
  return amountCents;
}
