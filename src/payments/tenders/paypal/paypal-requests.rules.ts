import { assert } from '../../../platform/errors/problem';
import { toPayPalMoney } from './paypal-amount.rules';
import type { SignatureHeaders } from './paypal-signature.rules';

/** PayPal's limit for `PayPal-Request-Id` on Orders. */
const REQUEST_ID_LENGTH_MAX = 108;
const REFERENCE_LENGTH_MAX = 127;
const HOUR_MS = 3_600_000;

/** How long PayPal remembers a request id, by what it was sent with. Milliseconds. */
export const PAYPAL_KEY_LIFETIME_MS = {
  createOrder: 6 * HOUR_MS,
  captureOrder: 6 * HOUR_MS,
  refundCapture: 45 * 24 * HOUR_MS,
} as const;

export interface CreateOrder {
  /** Sent as `PayPal-Request-Id`; derived from the operation's id and never changed. */
  readonly requestId: string;
  /** Our id of the payment, by which reports and webhooks are matched. */
  readonly customId: string;
  /** Unique for the merchant account; what the customer sees. */
  readonly invoiceId: string;
  /** Total with tip and tax: it cannot grow after the approval. */
  readonly amountCents: number;
  readonly currency: string;
  /** Where the browser returns to, having approved or not. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
}

export interface CaptureOrder {
  readonly requestId: string;
  readonly orderId: string;
  readonly customId: string;
  readonly amountCents: number;
  readonly currency: string;
}

export interface RefundCapture {
  readonly requestId: string;
  readonly captureId: string;
  /** Our id of the refund. */
  readonly customId: string;
  readonly invoiceId: string;
  /** Always sent: without an amount PayPal refunds all that is left. */
  readonly amountCents: number;
  readonly currency: string;
}

export function createOrderBody(order: CreateOrder): unknown {
  assertReference(order.customId);
  assertReference(order.invoiceId);
  return {
    intent: 'CAPTURE',
    purchase_units: [
      {
        reference_id: 'default',
        custom_id: order.customId,
        invoice_id: order.invoiceId,
        amount: toPayPalMoney(order.amountCents, order.currency),
      },
    ],
    payment_source: {
      paypal: {
        experience_context: {
          user_action: 'PAY_NOW',
          shipping_preference: 'NO_SHIPPING',
          return_url: order.returnUrl,
          cancel_url: order.cancelUrl,
        },
      },
    },
  };
}

export function refundBody(refund: RefundCapture): unknown {
  assertReference(refund.customId);
  assertReference(refund.invoiceId);
  return {
    amount: toPayPalMoney(refund.amountCents, refund.currency),
    custom_id: refund.customId,
    invoice_id: refund.invoiceId,
  };
}

/** The event goes in byte for byte: read and written anew, a number may lose its last digit. */
export function verificationBody(delivery: {
  headers: SignatureHeaders;
  webhookId: string;
  rawBody: Buffer;
}): Buffer {
  const { headers, webhookId, rawBody } = delivery;
  const facts = JSON.stringify({
    auth_algo: headers.authAlgorithm,
    cert_url: headers.certificateUrl,
    transmission_id: headers.transmissionId,
    transmission_sig: headers.signature,
    transmission_time: headers.transmissionTime,
    webhook_id: webhookId,
  });
  const opening = Buffer.from(`${facts.slice(0, -1)},"webhook_event":`);
  return Buffer.concat([opening, rawBody, Buffer.from('}')]);
}

export function assertRequestId(requestId: string): void {
  const isSound = /^[\w.-]+$/.test(requestId) && requestId.length <= REQUEST_ID_LENGTH_MAX;
  assert(isSound, 'a request id has 1 to 108 plain characters');
}

/** The id as a segment of a path: PayPal's ids are letters, digits and dashes. */
export function pathSegment(id: string): string {
  assert(/^[A-Za-z0-9-]{1,64}$/.test(id), 'an id of PayPal has 1 to 64 plain characters');
  return id;
}

function assertReference(reference: string): void {
  // The narrower of PayPal's patterns for it: that of a refund's `custom_id`.
  const isSound = /^[A-Za-z0-9\-_.,]+$/.test(reference) && reference.length <= REFERENCE_LENGTH_MAX;
  assert(isSound, 'a reference for PayPal has 1 to 127 plain characters');
}
