import type { z } from 'zod';
import type {
  OutboundClient,
  OutboundRequest,
} from '../../../platform/http/outbound/outbound-client';
import type { Clock } from '../../../platform/time/clock';
import { outcomeOf } from '../providers/provider-answer.rules';
import {
  andThen,
  type Failure,
  type ProviderOutcome,
  retryLater,
} from '../providers/provider-outcome';
import {
  type PayPalCapture,
  type PayPalEvent,
  type PayPalOrder,
  type PayPalRefund,
  type PayPalWebhook,
  paypalCaptureSchema,
  paypalEventSchema,
  paypalEventsSchema,
  paypalOrderSchema,
  paypalRefundSchema,
  paypalVerificationSchema,
  paypalWebhooksSchema,
} from './paypal.schemas';
import { captureOf, judgeOrder, judgeRefund, readPayPalRefusal } from './paypal-outcome.rules';
import {
  assertRequestId,
  type CaptureOrder,
  type CreateOrder,
  createOrderBody,
  pathSegment,
  type RefundCapture,
  refundBody,
  verificationBody,
} from './paypal-requests.rules';
import type { SignatureHeaders } from './paypal-signature.rules';
import type { PayPalTokens } from './paypal-tokens';

/** Headers that may go to PayPal. */
export const PAYPAL_SENT_HEADERS = ['authorization', 'paypal-request-id', 'prefer'] as const;

interface Call<T> {
  readonly method: OutboundRequest['method'];
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly body?: unknown;
  readonly requestId?: string;
}

/**
 * PayPal Orders v2, Payments v2 and Webhooks v1, as far as a shop needs them. Each method is one
 * call and tells how it ended; none retries, but for a token that PayPal no longer takes. Commit
 * the operation before calling, and never call within a unit of work.
 */
export class PayPalClient {
  constructor(
    private readonly http: OutboundClient,
    private readonly tokens: PayPalTokens,
    private readonly clock: Clock,
  ) {}

  /** Makes the order that the customer is to approve at its `approvalUrl`. */
  async createOrder(order: CreateOrder): Promise<ProviderOutcome<PayPalOrder>> {
    const outcome = await this.call({
      method: 'POST',
      path: '/v2/checkout/orders',
      schema: paypalOrderSchema,
      body: createOrderBody(order),
      requestId: order.requestId,
    });
    return andThen(outcome, (created) => judgeOrder(created, order));
  }

  /** Takes the money of an approved order. `PENDING` is OK: settled later, by webhook or query. */
  async captureOrder(capture: CaptureOrder): Promise<ProviderOutcome<PayPalCapture>> {
    const outcome = await this.call({
      method: 'POST',
      path: `/v2/checkout/orders/${pathSegment(capture.orderId)}/capture`,
      schema: paypalOrderSchema,
      body: {},
      requestId: capture.requestId,
    });
    return andThen(outcome, (order) => captureOf(order, capture));
  }

  /** Gives back a part of a capture; the amount is always said. */
  async refundCapture(refund: RefundCapture): Promise<ProviderOutcome<PayPalRefund>> {
    const outcome = await this.call({
      method: 'POST',
      path: `/v2/payments/captures/${pathSegment(refund.captureId)}/refund`,
      schema: paypalRefundSchema,
      body: refundBody(refund),
      requestId: refund.requestId,
    });
    return andThen(outcome, (made) => judgeRefund(made, refund));
  }

  /** Reads, and judges nothing: what it means is for `captureOf` and the like. */
  async getOrder(orderId: string): Promise<ProviderOutcome<PayPalOrder>> {
    const path = `/v2/checkout/orders/${pathSegment(orderId)}`;
    return this.call({ method: 'GET', path, schema: paypalOrderSchema });
  }

  async getCapture(captureId: string): Promise<ProviderOutcome<PayPalCapture>> {
    const path = `/v2/payments/captures/${pathSegment(captureId)}`;
    return this.call({ method: 'GET', path, schema: paypalCaptureSchema });
  }

  async getRefund(refundId: string): Promise<ProviderOutcome<PayPalRefund>> {
    const path = `/v2/payments/refunds/${pathSegment(refundId)}`;
    return this.call({ method: 'GET', path, schema: paypalRefundSchema });
  }

  /** The webhooks of the account, with the names of the events that each is told of. */
  async listWebhooks(): Promise<ProviderOutcome<PayPalWebhook[]>> {
    return this.call({
      method: 'GET',
      path: '/v1/notifications/webhooks',
      schema: paypalWebhooksSchema,
    });
  }

  /** Events since a moment, for what was missed while we were away; the newest page. */
  async listEvents(sinceMs: number): Promise<ProviderOutcome<PayPalEvent[]>> {
    const since = new Date(sinceMs).toISOString();
    const path = `/v1/notifications/webhooks-events?page_size=100&start_time=${since}`;
    return this.call({ method: 'GET', path, schema: paypalEventsSchema });
  }

  /** Has one event delivered again to one webhook. */
  async resendEvent(event: {
    eventId: string;
    webhookId: string;
  }): Promise<ProviderOutcome<PayPalEvent>> {
    return this.call({
      method: 'POST',
      path: `/v1/notifications/webhooks-events/${pathSegment(event.eventId)}/resend`,
      schema: paypalEventSchema,
      body: { webhook_ids: [event.webhookId] },
    });
  }

  /**
   * Asks PayPal whether it signed a delivery. Only an OK decides.
   * @param delivery its body has to be JSON: it is passed on as it came
   */
  async verifyWebhook(delivery: {
    headers: SignatureHeaders;
    webhookId: string;
    rawBody: Buffer;
  }): Promise<ProviderOutcome<'SUCCESS' | 'FAILURE' | 'unknown'>> {
    return this.call({
      method: 'POST',
      path: '/v1/notifications/verify-webhook-signature',
      schema: paypalVerificationSchema,
      body: verificationBody(delivery),
    });
  }

  /** With a token; a token that PayPal refuses is renewed once, the request id stays the same. */
  private async call<T>(call: Call<T>): Promise<ProviderOutcome<T>> {
    if (call.requestId !== undefined) assertRequestId(call.requestId);
    const token = await this.tokens.get();
    if (token.kind !== 'OK') return withoutToken(token);
    const first = await this.send(call, token.value);
    if (!isTokenRefused(first)) return first;

    this.tokens.forget(token.value);
    const renewed = await this.tokens.get();
    if (renewed.kind !== 'OK') return retryLater('TOKEN_UNAVAILABLE');
    return this.send(call, renewed.value);
  }

  private async send<T>(call: Call<T>, token: string): Promise<ProviderOutcome<T>> {
    const { method, path, body, requestId, schema } = call;
    const exchange = await this.http.exchange({
      method,
      path,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(requestId !== undefined && {
          'paypal-request-id': requestId,
          // Without it PayPal answers with an id and a status alone, and nothing can be compared.
          prefer: 'return=representation',
        }),
      },
      ...(body !== undefined && { body: toBytes(body) }),
    });
    return outcomeOf(exchange, { schema, readRefusal: readPayPalRefusal, nowMs: this.clock.now() });
  }
}

function toBytes(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

function isTokenRefused(outcome: ProviderOutcome<unknown>): boolean {
  return outcome.kind === 'RETRY_LATER' && outcome.code === 'CREDENTIALS_REFUSED';
}

/** Nothing of the call itself has left: whatever happened to the token, it is NOT_SENT. */
function withoutToken(token: Failure): Failure {
  if (token.kind === 'NOT_SENT') return token;
  return {
    kind: 'NOT_SENT',
    code: token.kind === 'DECLINED' ? 'CREDENTIALS_REFUSED' : 'TOKEN_UNAVAILABLE',
  };
}
