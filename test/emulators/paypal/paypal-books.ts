import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedAnswer } from '../shared/emulated-call';
import { Refusal } from '../shared/emulated-call';

export interface Money {
  readonly currency_code: string;
  readonly value: string;
}

export type CaptureStatus =
  | 'COMPLETED'
  | 'PENDING'
  | 'DECLINED'
  | 'FAILED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

export interface EmulatedCapture {
  readonly id: string;
  readonly orderId: string;
  status: CaptureStatus;
  pendingReason: string | null;
  readonly amount: Money;
  refundedCents: number;
  isDisputed: boolean;
  readonly customId?: string;
  readonly invoiceId?: string;
  readonly createdAt: string;
}

export interface EmulatedRefund {
  readonly id: string;
  readonly captureId: string;
  status: 'PENDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  readonly amount: Money;
  readonly customId?: string;
  readonly invoiceId?: string;
  readonly createdAt: string;
}

export interface EmulatedOrder {
  readonly id: string;
  /** The merchant whose order it is; nobody else sees it. */
  readonly clientId: string;
  status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED';
  readonly amount: Money;
  readonly customId?: string;
  readonly invoiceId?: string;
  readonly returnUrl?: string;
  readonly cancelUrl?: string;
  readonly hasPaymentSource: boolean;
  readonly createdAt: string;
  approvedAtMs: number | null;
  readonly captures: EmulatedCapture[];
}

/** What happens to the next capture instead of success. */
export type CaptureDecision =
  | { readonly status: 'PENDING' | 'DECLINED'; readonly reason?: string }
  | { readonly issue: string };

/** How long an approval holds before PayPal gives it back. */
const APPROVAL_MS = 3 * 3_600_000;

/** PayPal's truth: what was ordered, paid and given back, whatever its answers said. */
export class PayPalBooks {
  readonly orders = new Map<string, EmulatedOrder>();
  readonly captures = new Map<string, EmulatedCapture>();
  readonly refunds = new Map<string, EmulatedRefund>();
  /** Decide the next captures, in this order. */
  readonly captureDecisions: CaptureDecision[] = [];
  /** Issues that refuse the next refunds, in this order. */
  readonly refundIssues: string[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly tell: (
      type: string,
      resource: EmulatedOrder | EmulatedCapture | EmulatedRefund,
    ) => void,
  ) {}

  get now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  createOrder(
    fields: Omit<EmulatedOrder, 'id' | 'status' | 'createdAt' | 'approvedAtMs' | 'captures'>,
  ): EmulatedOrder {
    const order: EmulatedOrder = {
      ...fields,
      id: paypalId(),
      status: fields.hasPaymentSource ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
      createdAt: this.now,
      approvedAtMs: null,
      captures: [],
    };
    this.orders.set(order.id, order);
    return order;
  }

  /** The customer approves on PayPal's page. */
  approve(orderId: string): EmulatedOrder {
    const order = this.order(orderId);
    if (order.status === 'CREATED' || order.status === 'PAYER_ACTION_REQUIRED') {
      order.status = 'APPROVED';
      order.approvedAtMs = this.clock.now();
      this.tell('CHECKOUT.ORDER.APPROVED', order);
    }
    return order;
  }

  order(id: string): EmulatedOrder {
    const order = this.orders.get(id);
    if (order === undefined) throw new Refusal(notFound());
    this.expireApproval(order);
    return order;
  }

  capture(orderId: string): EmulatedOrder {
    const order = this.order(orderId);
    if (order.status === 'COMPLETED') throw new Refusal(unprocessable('ORDER_ALREADY_CAPTURED'));
    if (order.status !== 'APPROVED') throw new Refusal(unprocessable('ORDER_NOT_APPROVED'));
    const decision = this.captureDecisions.shift();
    if (decision !== undefined && 'issue' in decision) {
      // The customer goes back and chooses other means, with the same order.
      if (decision.issue === 'INSTRUMENT_DECLINED') order.status = 'PAYER_ACTION_REQUIRED';
      throw new Refusal(unprocessable(decision.issue));
    }
    const capture: EmulatedCapture = {
      id: paypalId(),
      orderId,
      status: decision?.status ?? 'COMPLETED',
      pendingReason: decision?.status === 'PENDING' ? (decision.reason ?? 'PENDING_REVIEW') : null,
      amount: order.amount,
      refundedCents: 0,
      isDisputed: false,
      customId: order.customId,
      invoiceId: order.invoiceId,
      createdAt: this.now,
    };
    order.captures.push(capture);
    order.status = 'COMPLETED';
    this.captures.set(capture.id, capture);
    this.tell(`PAYMENT.CAPTURE.${capture.status}`, capture);
    return order;
  }

  /** A pending capture comes to an end, hours or days later. */
  settlePending(captureId: string, status: 'COMPLETED' | 'DECLINED'): void {
    const capture = this.captureById(captureId);
    capture.status = status;
    capture.pendingReason = null;
    this.tell(
      status === 'COMPLETED' ? 'PAYMENT.CAPTURE.COMPLETED' : 'PAYMENT.CAPTURE.DENIED',
      capture,
    );
  }

  captureById(id: string): EmulatedCapture {
    const capture = this.captures.get(id);
    if (capture === undefined) throw new Refusal(notFound());
    return capture;
  }

  /** @param amount absent refunds all that is left, as PayPal does */
  refund(
    captureId: string,
    fields: { amount?: Money; customId?: string; invoiceId?: string },
  ): EmulatedRefund {
    const capture = this.captureById(captureId);
    const issue = this.refundIssues.shift() ?? refundIssue(capture, fields.amount);
    if (issue !== null) throw new Refusal(unprocessable(issue));
    const leftCents = centsOf(capture.amount) - capture.refundedCents;
    const amountCents = fields.amount === undefined ? leftCents : centsOf(fields.amount);
    capture.refundedCents += amountCents;
    capture.status = amountCents === leftCents ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
    const refund: EmulatedRefund = {
      id: paypalId(),
      captureId,
      status: 'COMPLETED',
      amount: fields.amount ?? moneyOf(amountCents, capture.amount.currency_code),
      customId: fields.customId,
      invoiceId: fields.invoiceId,
      createdAt: this.now,
    };
    this.refunds.set(refund.id, refund);
    this.tell('PAYMENT.CAPTURE.REFUNDED', refund);
    return refund;
  }

  /** A refund that was promised comes to nothing: the capture has its money again. */
  failRefund(id: string): void {
    const refund = this.refundById(id);
    const capture = this.captureById(refund.captureId);
    refund.status = 'FAILED';
    capture.refundedCents -= centsOf(refund.amount);
    capture.status = capture.refundedCents === 0 ? 'COMPLETED' : 'PARTIALLY_REFUNDED';
  }

  refundById(id: string): EmulatedRefund {
    const refund = this.refunds.get(id);
    if (refund === undefined) throw new Refusal(notFound());
    return refund;
  }

  private expireApproval(order: EmulatedOrder): void {
    if (order.status !== 'APPROVED' || order.approvedAtMs === null) return;
    if (this.clock.now() - order.approvedAtMs < APPROVAL_MS) return;
    order.status = 'VOIDED';
    this.tell('CHECKOUT.PAYMENT-APPROVAL.REVERSED', order);
  }
}

function refundIssue(capture: EmulatedCapture, amount: Money | undefined): string | null {
  if (capture.status === 'PENDING') return 'PENDING_CAPTURE';
  if (capture.status === 'REFUNDED') return 'CAPTURE_FULLY_REFUNDED';
  if (capture.isDisputed) return 'TRANSACTION_DISPUTED';
  if (amount === undefined) return null;
  if (amount.currency_code !== capture.amount.currency_code)
    return 'REFUND_CAPTURE_CURRENCY_MISMATCH';
  const leftCents = centsOf(capture.amount) - capture.refundedCents;
  return centsOf(amount) > leftCents ? 'REFUND_AMOUNT_EXCEEDED' : null;
}

const WITHOUT_DECIMALS = new Set(['JPY', 'HUF', 'TWD']);

/** Hundredths, or whole units where PayPal takes no decimals. */
export function centsOf(money: Money): number {
  const [whole = '0', fraction = ''] = money.value.split('.');
  if (WITHOUT_DECIMALS.has(money.currency_code)) return Number(whole);
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
}

export function moneyOf(cents: number, currency: string): Money {
  if (WITHOUT_DECIMALS.has(currency)) return { currency_code: currency, value: String(cents) };
  const text = String(cents).padStart(3, '0');
  return { currency_code: currency, value: `${text.slice(0, -2)}.${text.slice(-2)}` };
}

export function unprocessable(issue: string): EmulatedAnswer {
  return refusal(422, 'UNPROCESSABLE_ENTITY', issue);
}

export function notFound(): EmulatedAnswer {
  return refusal(404, 'RESOURCE_NOT_FOUND', 'INVALID_RESOURCE_ID');
}

/** An error in PayPal's form. Those about the request itself have fixed texts, which nobody reads. */
export function refusal(status: number, name: string, ...issues: string[]): EmulatedAnswer {
  const isAboutRequest = status === 400 || status === 422;
  const text = isAboutRequest ? {} : { message: `The emulator refuses with ${name}.` };
  const details = issues.map((issue) => ({ issue }));
  return { status, body: { name, ...text, debug_id: randomBytes(6).toString('hex'), details } };
}

/** 17 capital letters and digits, like PayPal's. */
function paypalId(): string {
  const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...randomBytes(17)].map((byte) => signs[byte % signs.length]).join('');
}
