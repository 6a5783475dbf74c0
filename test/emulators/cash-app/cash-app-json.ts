import type {
  EmulatedGrant,
  EmulatedPayment,
  EmulatedRefund,
  EmulatedRequest,
} from './cash-app-books';
import { CAPTURE_MS, type CashAppBooks } from './cash-app-books';
import { errorOf } from './cash-app-errors';

type Json = Record<string, unknown>;

/** Cash App's fee, roughly: 2.75 %. */
const feeOf = (amount: number): number => Math.round(amount * 0.0275);

/** The books in Cash App's form; `url` is where this Cash App lives. */
export class CashAppJson {
  constructor(
    private readonly url: () => string,
    private readonly books: () => CashAppBooks,
    private readonly now: () => number,
  ) {}

  request(request: EmulatedRequest): Json {
    const page = `${this.url()}/approve/${request.id}`;
    return {
      id: request.id,
      status: request.status,
      actions: [action(request)],
      channel: request.channel,
      origin: { type: 'DIRECT' },
      redirect_url: request.redirectUrl ?? page,
      ...reference(request),
      created_at: iso(request.createdAtMs),
      updated_at: iso(request.updatedAtMs),
      expires_at: iso(request.createdAtMs + 3_600_000),
      requester_profile: { name: 'The shop', logo_url: `${this.url()}/logo.svg` },
      ...(request.grant !== null && { grants: [this.grant(request.grant)] }),
      ...(request.status === 'PENDING' && {
        auth_flow_triggers: {
          qr_code_image_url: `${this.url()}/qr/${request.id}.png`,
          qr_code_svg_url: `${this.url()}/qr/${request.id}.svg`,
          mobile_url: page,
          desktop_url: page,
          refreshes_at: iso(this.now() + 30_000),
        },
      }),
    };
  }

  grant(grant: EmulatedGrant): Json {
    const request = this.books().request(grant.requestId);
    return {
      id: grant.id,
      customer_id: grant.customerId,
      request_id: grant.requestId,
      action: action(request),
      status: grant.status,
      type: 'ONE_TIME',
      channel: request.channel,
      created_at: iso(grant.createdAtMs),
      updated_at: iso(grant.createdAtMs),
      expires_at: iso(grant.createdAtMs + 3_600_000),
    };
  }

  payment(payment: EmulatedPayment): Json {
    const refunds = [...this.books().refunds.values()];
    return {
      id: payment.id,
      status: payment.status,
      amount: payment.amount,
      net_amount: payment.amount - payment.refunded,
      captured_amount: payment.captured,
      voided_amount: payment.status === 'VOIDED' ? payment.amount : 0,
      refunded_amount: payment.refunded,
      currency: payment.currency,
      customer_id: payment.customerId,
      merchant_id: payment.merchantId,
      grant_id: payment.grantId,
      ...reference(payment),
      created_at: iso(payment.createdAtMs),
      updated_at: iso(payment.updatedAtMs),
      refund_ids: refunds.flatMap((refund) => (refund.paymentId === payment.id ? refund.id : [])),
      ...(payment.status === 'AUTHORIZED' && {
        capture_before: iso(payment.createdAtMs + CAPTURE_MS),
      }),
      ...(payment.status === 'CAPTURED' && { fee_amount: feeOf(payment.captured) }),
      ...(payment.declineCode !== null && { decline_errors: [errorOf(payment.declineCode)] }),
    };
  }

  refund(refund: EmulatedRefund): Json {
    return {
      id: refund.id,
      status: refund.status,
      amount: refund.amount,
      currency: refund.currency,
      customer_id: refund.customerId,
      merchant_id: refund.merchantId,
      payment_id: refund.paymentId,
      ...reference(refund),
      created_at: iso(refund.createdAtMs),
      updated_at: iso(refund.createdAtMs),
    };
  }

  /** The kind of a resource and its form, as events carry it. */
  wrapped(resource: EmulatedRequest | EmulatedGrant | EmulatedPayment | EmulatedRefund): {
    type: string;
    object: Json;
  } {
    if ('captured' in resource) return { type: 'payment', object: this.payment(resource) };
    if ('paymentId' in resource) return { type: 'refund', object: this.refund(resource) };
    if ('requestId' in resource) return { type: 'grant', object: this.grant(resource) };
    return { type: 'request', object: this.request(resource) };
  }
}

function action(request: EmulatedRequest): Json {
  const { amount, currency, merchantId } = request;
  return { type: 'ONE_TIME_PAYMENT', amount, currency, scope_id: merchantId };
}

function reference({ referenceId }: { referenceId?: string }): Json {
  return referenceId === undefined ? {} : { reference_id: referenceId };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
