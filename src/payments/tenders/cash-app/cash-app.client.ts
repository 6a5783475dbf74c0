import type { z } from 'zod';
import type { OutboundClient } from '../../../platform/http/outbound/outbound-client';
import type { Clock } from '../../../platform/time/clock';
import { outcomeOf } from '../providers/provider-answer.rules';
import { andThen, type ProviderOutcome } from '../providers/provider-outcome';
import {
  type CashAppEvent,
  type CashAppPayment,
  type CashAppRefund,
  type CustomerRequest,
  cashAppEventsSchema,
  customerRequestSchema,
  paymentSchema,
  paymentsSchema,
  refundSchema,
  refundsSchema,
} from './cash-app.schemas';
import { assertRegionOfKey, type CashAppKey } from './cash-app-key.rules';
import {
  judgePayment,
  judgeRefund,
  judgeRequest,
  readCashAppRefusal,
} from './cash-app-outcome.rules';
import {
  type CapturePayment,
  type CreateCustomerRequest,
  type CreatePayment,
  type CreateRefund,
  captureBody,
  customerRequestBody,
  pathSegment,
  paymentBody,
  refundBody,
} from './cash-app-requests.rules';
import {
  type SignatureVariant,
  type SigningKey,
  SKIP_SIGNATURE,
  signRequest,
} from './cash-app-signature.rules';

/** Headers that may go to Cash App. */
export const CASH_APP_SENT_HEADERS = ['authorization', 'x-region', 'x-signature'] as const;

export interface CashAppAccount {
  readonly clientId: string;
  readonly merchantId: string;
  /** The key that signs; asked for at each call, so that a new one is taken at once. */
  readonly currentKey: () => SigningKey;
  readonly signature: SignatureVariant | 'skip';
}

interface Call<T> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly body?: unknown;
  /** Absent for the Customer Request API, which is neither signed nor regional. */
  readonly region?: string;
}

const JSON_TYPE = 'application/json';

/**
 * Cash App Pay: Customer Request, Network and Management API, as far as a shop needs them. Each
 * method is one call and tells how it ended; none retries. Commit the operation before calling,
 * and never call within a unit of work.
 */
export class CashAppClient {
  constructor(
    private readonly http: OutboundClient,
    private readonly clock: Clock,
    private readonly account: CashAppAccount,
  ) {}

  /** Asks the customer for an amount: a code to scan at the desk, a link on a phone. */
  async createCustomerRequest(
    request: CreateCustomerRequest,
  ): Promise<ProviderOutcome<CustomerRequest>> {
    const outcome = await this.call({
      method: 'POST',
      path: '/customer-request/v1/requests',
      schema: customerRequestSchema,
      body: customerRequestBody(request, this.account.merchantId),
    });
    return andThen(outcome, (made) => judgeRequest(made, request));
  }

  /** For polling, about once a second while the customer looks at the code. */
  async getCustomerRequest(requestId: string): Promise<ProviderOutcome<CustomerRequest>> {
    const path = `/customer-request/v1/requests/${pathSegment(requestId)}`;
    return this.call({ method: 'GET', path, schema: customerRequestSchema });
  }

  /**
   * Pays with a grant, at exactly its amount.
   * @throws CASH_APP_REGION_CHANGED
   */
  async createPayment(payment: CreatePayment): Promise<ProviderOutcome<CashAppPayment>> {
    assertRegionOfKey(payment.key);
    const outcome = await this.call({
      method: 'POST',
      path: '/network/v1/payments',
      schema: paymentSchema,
      body: paymentBody(payment, this.account.merchantId),
      region: payment.key.region,
    });
    return andThen(outcome, (made) => judgePayment(made, payment));
  }

  /**
   * Takes the money of an authorised payment, within seven days.
   * @throws CASH_APP_REGION_CHANGED
   */
  async capturePayment(capture: CapturePayment): Promise<ProviderOutcome<CashAppPayment>> {
    assertRegionOfKey(capture.key);
    const outcome = await this.call({
      method: 'POST',
      path: `/network/v1/payments/${pathSegment(capture.paymentId)}/capture`,
      schema: paymentSchema,
      body: captureBody(capture),
      region: capture.key.region,
    });
    return andThen(outcome, (made) => judgePayment(made, capture));
  }

  /** Gives an authorised payment up; refused by Cash App after any attempt to capture it. */
  async voidPayment(payment: {
    paymentId: string;
    region: string;
  }): Promise<ProviderOutcome<CashAppPayment>> {
    const path = `/network/v1/payments/${pathSegment(payment.paymentId)}/void`;
    return this.call({ method: 'POST', path, schema: paymentSchema, region: payment.region });
  }

  /**
   * Gives up a payment whose id we never learnt, by the key it was created with.
   * @throws CASH_APP_REGION_CHANGED
   */
  async voidByKey(key: CashAppKey): Promise<ProviderOutcome<CashAppPayment>> {
    assertRegionOfKey(key);
    return this.call({
      method: 'POST',
      path: '/network/v1/payments/void-by-idempotency-key',
      schema: paymentSchema,
      body: { idempotency_key: key.idempotencyKey },
      region: key.region,
    });
  }

  /**
   * Gives back a part of a captured payment. Cash App keeps its fee.
   * @throws CASH_APP_REGION_CHANGED
   */
  async createRefund(refund: CreateRefund): Promise<ProviderOutcome<CashAppRefund>> {
    assertRegionOfKey(refund.key);
    const outcome = await this.call({
      method: 'POST',
      path: '/network/v1/refunds',
      schema: refundSchema,
      body: refundBody(refund, this.account.merchantId),
      region: refund.key.region,
    });
    return andThen(outcome, (made) => judgeRefund(made, refund));
  }

  /** Reads, and judges nothing: what it means is for `judgePayment`. */
  async getPayment(paymentId: string, region: string): Promise<ProviderOutcome<CashAppPayment>> {
    const path = `/network/v1/payments/${pathSegment(paymentId)}`;
    return this.call({ method: 'GET', path, schema: paymentSchema, region });
  }

  async getRefund(refundId: string, region: string): Promise<ProviderOutcome<CashAppRefund>> {
    const path = `/network/v1/refunds/${pathSegment(refundId)}`;
    return this.call({ method: 'GET', path, schema: refundSchema, region });
  }

  /** Finds payments whose answer was lost, by our own id. */
  async listPayments(query: {
    referenceId: string;
    region: string;
  }): Promise<ProviderOutcome<CashAppPayment[]>> {
    const path = `/network/v1/payments?reference_id=${pathSegment(query.referenceId)}`;
    return this.call({ method: 'GET', path, schema: paymentsSchema, region: query.region });
  }

  async listRefunds(query: {
    referenceId: string;
    region: string;
  }): Promise<ProviderOutcome<CashAppRefund[]>> {
    const path = `/network/v1/refunds?reference_id=${pathSegment(query.referenceId)}`;
    return this.call({ method: 'GET', path, schema: refundsSchema, region: query.region });
  }

  /** Deliveries that failed for three days are only found here. */
  async listFailedEvents(region: string): Promise<ProviderOutcome<CashAppEvent[]>> {
    const path = '/management/v1/webhook-events?status=FAILED';
    return this.call({ method: 'GET', path, schema: cashAppEventsSchema, region });
  }

  private async call<T>(call: Call<T>): Promise<ProviderOutcome<T>> {
    const { method, path, schema, region } = call;
    // Serialised once: the signature covers these very bytes.
    const body = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
    const headers = region === undefined ? this.openHeaders() : this.signedHeaders(call, body);
    const exchange = await this.http.exchange({ method, path, headers, body });
    return outcomeOf(exchange, {
      schema,
      readRefusal: readCashAppRefusal,
      nowMs: this.clock.now(),
    });
  }

  private openHeaders(): Record<string, string> {
    return {
      accept: JSON_TYPE,
      'content-type': JSON_TYPE,
      authorization: `Client ${this.account.clientId}`,
    };
  }

  private signedHeaders(
    { method, path, region = '' }: Call<unknown>,
    body: Buffer = Buffer.alloc(0),
  ): Record<string, string> {
    const { clientId, currentKey, signature } = this.account;
    const key = currentKey();
    const signed = {
      accept: JSON_TYPE,
      authorization: `Client ${clientId} ${key.keyId}`,
      'content-type': JSON_TYPE,
    };
    const request = {
      method,
      path,
      accept: signed.accept,
      authorization: signed.authorization,
      contentType: signed['content-type'],
      host: this.http.host,
      body,
    };
    const value =
      signature === 'skip' ? SKIP_SIGNATURE : signRequest(request, key.secret, signature);
    return { ...signed, 'x-region': region, 'x-signature': value };
  }
}
