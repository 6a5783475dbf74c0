import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../platform/config/settings';
import { assert } from '../../../platform/errors/problem';
import { Clock } from '../../../platform/time/clock';
import type {
  MovedMoney,
  OperationKind,
  PaymentAtProvider,
  ProviderKey,
  ProviderOperation,
  ProviderTender,
  ProviderView,
  StartedPayment,
  TenderAvailability,
} from '../provider-tender';
import type { Connection } from '../providers/provider-connection';
import { ProviderHealth } from '../providers/provider-health';
import { andThen, ok, type ProviderOutcome } from '../providers/provider-outcome';
import type { TenderCapabilities } from '../tender-handler';
import { connectPayPal, type PayPalConnection } from './paypal.connection';
import type { PayPalCapture, PayPalOrder } from './paypal.schemas';
import { PAYPAL_CURRENCIES, toPayPalMoney } from './paypal-amount.rules';
import { captureOf, type ExpectedAmount, judgeRefund } from './paypal-outcome.rules';
import { PAYPAL_KEY_LIFETIME_MS } from './paypal-requests.rules';

/** Until the customer is led there; PayPal gives three hours more for the rest. */
const APPROVAL_MS = 3 * 3_600_000;

const LIFETIMES: Readonly<Record<OperationKind, number>> = {
  create: PAYPAL_KEY_LIFETIME_MS.createOrder,
  capture: PAYPAL_KEY_LIFETIME_MS.captureOrder,
  refund: PAYPAL_KEY_LIFETIME_MS.refundCapture,
};

const APPROVALS: Readonly<Record<PayPalOrder['status'], ProviderView['approval']>> = {
  CREATED: 'waiting',
  SAVED: 'waiting',
  PAYER_ACTION_REQUIRED: 'waiting',
  APPROVED: 'approved',
  COMPLETED: 'approved',
  VOIDED: 'expired',
  unknown: 'unfamiliar',
};

/** PayPal: the customer approves on PayPal's page, and then the order is captured. */
@Injectable()
export class PayPalTender implements ProviderTender {
  readonly tender = 'paypal';
  readonly capabilities: TenderCapabilities = {
    tipAfter: false,
    refund: true,
    partial: true,
    offline: false,
  };
  readonly region = null;
  readonly merchantAccount: string | null;
  private readonly connection: Connection<PayPalConnection>;
  private readonly health: ProviderHealth | null;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly clock: Clock,
  ) {
    const tuning = { deadlineMs: settings.PROVIDER_DEADLINE_MS };
    this.connection = connectPayPal(settings, clock, tuning);
    this.merchantAccount = settings.PAYPAL_CLIENT_ID ?? null;
    this.health = this.connection.isAvailable
      ? new ProviderHealth(this.connection.provider.breaker, clock)
      : null;
  }

  /** PayPal's end of the line, for webhooks; null without its settings. */
  get provider(): PayPalConnection | null {
    return this.connection.isAvailable ? this.connection.provider : null;
  }

  availability(currency?: string): TenderAvailability {
    if (!this.connection.isAvailable) {
      return { isAvailable: false, reason: 'settings_missing', details: this.connection.missing };
    }
    if (currency !== undefined && !PAYPAL_CURRENCIES.has(currency)) {
      return { isAvailable: false, reason: 'currency', details: [currency] };
    }
    return this.health?.availability ?? { isAvailable: true };
  }

  newKey(operationId: string): ProviderKey {
    return { providerKey: operationId, region: null };
  }

  keyLifetimeMs(kind: OperationKind): number {
    return LIFETIMES[kind];
  }

  assertPayable(amountCents: number, currency: string): void {
    toPayPalMoney(amountCents, currency);
  }

  async start(operation: ProviderOperation): Promise<ProviderOutcome<StartedPayment>> {
    const { returnUrl, cancelUrl } = operation.request;
    assert(returnUrl && cancelUrl, 'PayPal leads the customer back');
    const outcome = await this.ask((client) =>
      client.createOrder({
        requestId: operation.providerKey,
        ...referencesOf(operation),
        ...{ returnUrl, cancelUrl },
      }),
    );
    return andThen(outcome, ({ orderId, approvalUrl }) =>
      ok({
        providerRef: orderId,
        action: approvalUrl === null ? null : { kind: 'redirect', url: approvalUrl },
        expiresAt: this.clock.now() + APPROVAL_MS,
      }),
    );
  }

  async capture(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { targetRef } = operation.request;
    assert(targetRef, 'a capture names its order');
    const { customId, amountCents, currency } = referencesOf(operation);
    const outcome = await this.ask((client) =>
      client.captureOrder({
        requestId: operation.providerKey,
        orderId: targetRef,
        ...{ customId, amountCents, currency },
      }),
    );
    return andThen(outcome, (capture) => ok(toMoney(capture)));
  }

  async refund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { targetRef } = operation.request;
    assert(targetRef, 'a refund names its capture');
    const { id, amountCents, currency, providerKey } = operation;
    const outcome = await this.ask((client) =>
      client.refundCapture({
        requestId: providerKey,
        captureId: targetRef,
        ...{ customId: id, invoiceId: id, amountCents, currency },
      }),
    );
    return andThen(outcome, toRefundedMoney);
  }

  /** Without PayPal's id of the refund nothing can be found out: only its key can be repeated. */
  async queryRefund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { id, providerRef, amountCents, currency } = operation;
    if (providerRef === null) return { kind: 'UNKNOWN', code: 'REFUND_UNFINDABLE', after: 'query' };
    const found = await this.ask((client) => client.getRefund(providerRef));
    const expected = { customId: id, amountCents, currency };
    const judged = andThen(found, (refund) => judgeRefund(refund, expected));
    return andThen(judged, toRefundedMoney);
  }

  async read(payment: PaymentAtProvider): Promise<ProviderOutcome<ProviderView>> {
    const outcome = await this.ask((client) => client.getOrder(payment.providerRef));
    return andThen(outcome, (order) => ok(toView(order, payment)));
  }

  /** Whether PayPal has been told to let the customer choose other means for the same order. */
  isApprovedAnew(code: string): boolean {
    return CHOOSES_ANEW.has(code);
  }

  /** Asks PayPal whether it takes the credentials, with a call that moves nothing. */
  checkCredentials(): Promise<ProviderOutcome<unknown>> {
    const { provider } = this;
    assert(provider !== null, 'PayPal is set up');
    return provider.checkCredentials();
  }

  async close(): Promise<void> {
    await this.provider?.close();
  }

  private async ask<T>(
    call: (client: PayPalConnection['client']) => Promise<ProviderOutcome<T>>,
  ): Promise<ProviderOutcome<T>> {
    assert(this.provider !== null && this.health !== null, 'PayPal is set up');
    return this.health.note(await call(this.provider.client));
  }
}

const CHOOSES_ANEW: ReadonlySet<string> = new Set([
  'INSTRUMENT_DECLINED',
  'PAYER_ACTION_REQUIRED',
  'ORDER_NOT_APPROVED',
  'REDIRECT_PAYER_FOR_ALTERNATE_FUNDING',
]);

/** Our id of the payment names the order in PayPal's reports, events and invoices. */
function referencesOf({ paymentId, amountCents, currency }: ProviderOperation) {
  return { customId: paymentId, invoiceId: paymentId, amountCents, currency };
}

function toView(order: PayPalOrder, payment: PaymentAtProvider): ProviderView {
  const expected: ExpectedAmount = { ...payment, customId: payment.id };
  const approval = APPROVALS[order.status];
  return {
    approval,
    captureTarget: approval === 'approved' ? order.orderId : null,
    action: order.approvalUrl === null ? null : { kind: 'redirect', url: order.approvalUrl },
    expiresAt: null,
    capture:
      order.captures.length === 0
        ? null
        : andThen(captureOf(order, expected), (capture) => ok(toMoney(capture))),
  };
}

function toMoney(capture: PayPalCapture): MovedMoney {
  return {
    ref: capture.captureId,
    isPending: capture.status === 'PENDING',
    feeCents: capture.feeCents,
    isRefunded: capture.status === 'REFUNDED' || capture.status === 'PARTIALLY_REFUNDED',
  };
}

function toRefundedMoney(refund: { refundId: string; status: string }) {
  const isPending = refund.status === 'PENDING';
  return ok<MovedMoney>({ ref: refund.refundId, isPending, feeCents: null, isRefunded: true });
}
