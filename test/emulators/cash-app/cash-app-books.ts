import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import { refuse } from './cash-app-errors';

export interface EmulatedGrant {
  readonly id: string;
  readonly requestId: string;
  readonly customerId: string;
  status: 'ACTIVE' | 'CONSUMED' | 'REVOKED' | 'EXPIRED';
  readonly createdAtMs: number;
}

export interface EmulatedRequest {
  readonly id: string;
  status: 'PENDING' | 'PROCESSING' | 'APPROVED' | 'DECLINED';
  readonly amount: number;
  readonly currency: string;
  readonly merchantId: string;
  readonly channel: string;
  readonly referenceId?: string;
  readonly redirectUrl?: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
  grant: EmulatedGrant | null;
}

export interface EmulatedPayment {
  readonly id: string;
  status: 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'DECLINED';
  readonly amount: number;
  captured: number;
  refunded: number;
  readonly currency: string;
  readonly customerId: string;
  readonly merchantId: string;
  readonly grantId: string;
  readonly region: string;
  readonly referenceId?: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** After any attempt to capture, a void is refused. */
  isCaptureTried: boolean;
  declineCode: string | null;
}

export interface EmulatedRefund {
  readonly id: string;
  status: 'CAPTURED' | 'DECLINED';
  readonly amount: number;
  readonly currency: string;
  readonly paymentId: string;
  readonly customerId: string;
  readonly merchantId: string;
  readonly referenceId?: string;
  readonly createdAtMs: number;
}

const REQUEST_MS = 3_600_000;
export const CAPTURE_MS = 7 * 24 * 3_600_000;

/** Amounts that the sandbox declines; source: Cash App's guide to its sandbox. 7776 is a guess. */
const DECLINES: ReadonlyMap<number, string> = new Map([
  [7770, 'PAYMENT_DECLINED_COMPLIANCE'],
  [7771, 'PAYMENT_DECLINED_INSUFFICIENT_FUNDS'],
  [7772, 'PAYMENT_DECLINED_OTHER'],
  [7773, 'PAYMENT_DECLINED_RISK'],
  [7774, 'PAYMENT_INVALID_TOO_LARGE'],
  [7775, 'PAYMENT_INVALID_TOO_SMALL'],
  [7776, 'PAYMENT_DECLINED_OTHER'],
]);

/** The amount whose payment is made while its answer is lost. */
export const LOST_AMOUNT = 6670;

type Resource = EmulatedRequest | EmulatedGrant | EmulatedPayment | EmulatedRefund;

/** Cash App's truth: what was asked for, granted, paid and given back, whatever its answers said. */
export class CashAppBooks {
  readonly requests = new Map<string, EmulatedRequest>();
  readonly grants = new Map<string, EmulatedGrant>();
  readonly payments = new Map<string, EmulatedPayment>();
  readonly refunds = new Map<string, EmulatedRefund>();
  /** Codes that decline the next payments, in this order. */
  readonly declines: string[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly tell: (type: string, resource: Resource) => void,
  ) {}

  createRequest(
    fields: Pick<
      EmulatedRequest,
      'amount' | 'currency' | 'merchantId' | 'channel' | 'referenceId' | 'redirectUrl'
    >,
  ): EmulatedRequest {
    const now = this.clock.now();
    const request: EmulatedRequest = {
      ...fields,
      id: `GRR_${id()}`,
      status: 'PENDING',
      createdAtMs: now,
      updatedAtMs: now,
      grant: null,
    };
    this.requests.set(request.id, request);
    return request;
  }

  request(requestId: string): EmulatedRequest {
    const request = this.requests.get(requestId);
    if (request === undefined) throw refuse(404, 'NOT_FOUND');
    const isOver = this.clock.now() - request.createdAtMs >= REQUEST_MS;
    if (isOver && request.status === 'PENDING') this.decide(request, 'DECLINED');
    return request;
  }

  /** The customer approves in the app. */
  approve(requestId: string): EmulatedGrant {
    const request = this.request(requestId);
    if (request.grant !== null) return request.grant;
    const grant: EmulatedGrant = {
      id: `GRG_${id()}`,
      requestId,
      customerId: 'CST_EMULATOR',
      status: 'ACTIVE',
      createdAtMs: this.clock.now(),
    };
    request.grant = grant;
    this.grants.set(grant.id, grant);
    this.decide(request, 'APPROVED');
    this.tell('grant.created', grant);
    return grant;
  }

  decline(requestId: string): void {
    this.decide(this.request(requestId), 'DECLINED');
  }

  createPayment(fields: {
    amount: number;
    currency: string;
    merchantId: string;
    grantId: string;
    region: string;
    referenceId?: string;
    isCaptured: boolean;
  }): EmulatedPayment {
    const { isCaptured, ...facts } = fields;
    if (facts.merchantId === 'MMI_sandbox:disabled') throw refuse(400, 'MERCHANT_DISABLED');
    const grant = this.activeGrant(facts.grantId);
    const asked = this.request(grant.requestId);
    if (asked.amount !== facts.amount) throw refuse(400, 'PAYMENT_INVALID_AMOUNT_MISMATCH');
    if (asked.currency !== facts.currency) throw refuse(400, 'PAYMENT_INVALID_CURRENCY_MISMATCH');
    grant.status = 'CONSUMED';
    const now = this.clock.now();
    const declineCode = this.declines.shift() ?? DECLINES.get(facts.amount) ?? null;
    const status = isCaptured ? 'CAPTURED' : 'AUTHORIZED';
    const payment: EmulatedPayment = {
      ...facts,
      id: `PWC_${id()}`,
      status: declineCode === null ? status : 'DECLINED',
      captured: declineCode === null && isCaptured ? facts.amount : 0,
      refunded: 0,
      customerId: grant.customerId,
      createdAtMs: now,
      updatedAtMs: now,
      isCaptureTried: isCaptured,
      declineCode,
    };
    this.payments.set(payment.id, payment);
    this.tell('payment.status.updated', payment);
    return payment;
  }

  payment(paymentId: string): EmulatedPayment {
    const payment = this.payments.get(paymentId);
    if (payment === undefined) throw refuse(404, 'NOT_FOUND');
    const isOver = this.clock.now() - payment.createdAtMs >= CAPTURE_MS;
    if (isOver && payment.status === 'AUTHORIZED') this.move(payment, 'VOIDED');
    return payment;
  }

  capture(paymentId: string, amount: number): EmulatedPayment {
    const payment = this.payment(paymentId);
    if (payment.status !== 'AUTHORIZED') throw refuse(400, 'INVALID_STATE_TRANSITION');
    payment.isCaptureTried = true;
    if (amount > payment.amount) throw refuse(400, 'PAYMENT_INVALID_TOO_LARGE');
    payment.captured = amount;
    this.move(payment, 'CAPTURED');
    return payment;
  }

  void(paymentId: string): EmulatedPayment {
    const payment = this.payment(paymentId);
    if (payment.status === 'VOIDED') return payment;
    const isOpen = payment.status === 'AUTHORIZED' && !payment.isCaptureTried;
    if (!isOpen) throw refuse(400, 'INVALID_STATE_TRANSITION');
    this.move(payment, 'VOIDED');
    return payment;
  }

  refund(fields: {
    amount: number;
    currency: string;
    paymentId: string;
    referenceId?: string;
  }): EmulatedRefund {
    const payment = this.payment(fields.paymentId);
    if (payment.status !== 'CAPTURED') throw refuse(400, 'REFUND_INVALID_PAYMENT_UNCAPTURED');
    if (payment.currency !== fields.currency) throw refuse(400, 'REFUND_INVALID_CURRENCY_MISMATCH');
    if (fields.amount > payment.captured - payment.refunded) {
      throw refuse(400, 'REFUND_INVALID_TOO_LARGE');
    }
    payment.refunded += fields.amount;
    const { customerId, merchantId } = payment;
    const refund: EmulatedRefund = {
      ...fields,
      id: `RFD_${id()}`,
      status: 'CAPTURED',
      customerId,
      merchantId,
      createdAtMs: this.clock.now(),
    };
    this.refunds.set(refund.id, refund);
    this.tell('refund.status.updated', refund);
    return refund;
  }

  refundById(refundId: string): EmulatedRefund {
    const refund = this.refunds.get(refundId);
    if (refund === undefined) throw refuse(404, 'NOT_FOUND');
    return refund;
  }

  private activeGrant(grantId: string): EmulatedGrant {
    const grant = this.grants.get(grantId);
    if (grant === undefined) throw refuse(400, 'GRANT_NOT_FOUND');
    if (grant.status !== 'ACTIVE') throw refuse(400, `GRANT_${grant.status}`);
    return grant;
  }

  private decide(request: EmulatedRequest, status: EmulatedRequest['status']): void {
    request.status = status;
    request.updatedAtMs = this.clock.now();
    this.tell('customer_request.state.updated', request);
  }

  private move(payment: EmulatedPayment, status: EmulatedPayment['status']): void {
    payment.status = status;
    payment.updatedAtMs = this.clock.now();
    this.tell('payment.status.updated', payment);
  }
}

function id(): string {
  return randomBytes(12).toString('hex');
}
