import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../../platform/config/settings';
import { assert } from '../../../platform/errors/problem';
import { Clock } from '../../../platform/time/clock';
import type {
  MovedMoney,
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
import { type CashAppConnection, connectCashApp } from './cash-app.connection';
import type { CashAppPayment } from './cash-app.schemas';
import { CASH_APP_KEY_LIFETIME_MS, type CashAppKey, cashAppKey } from './cash-app-key.rules';
import { judgePayment, judgeRefund } from './cash-app-outcome.rules';
import { actionOf, viewOf } from './cash-app-view.rules';

/** Cash App Pay is for dollars. */
const CURRENCY = 'USD';

/** Cash App Pay: the customer scans a code or follows a link, and then the grant is charged. */
@Injectable()
export class CashAppTender implements ProviderTender {
  readonly tender = 'cash_app';
  readonly capabilities: TenderCapabilities = {
    tipAfter: false,
    refund: true,
    partial: true,
    offline: false,
  };
  readonly merchantAccount: string | null;
  private readonly connection: Connection<CashAppConnection>;
  private readonly health: ProviderHealth | null;
  readonly region: string;

  constructor(@Inject(SETTINGS) settings: Settings, clock: Clock) {
    const tuning = { deadlineMs: settings.PROVIDER_DEADLINE_MS };
    this.connection = connectCashApp(settings, clock, tuning);
    this.merchantAccount = settings.CASH_APP_MERCHANT_ID ?? null;
    this.region = settings.CASH_APP_REGION;
    this.health = this.connection.isAvailable
      ? new ProviderHealth(this.connection.provider.breaker, clock)
      : null;
  }

  /** Cash App's end of the line, for webhooks; null without its settings. */
  get provider(): CashAppConnection | null {
    return this.connection.isAvailable ? this.connection.provider : null;
  }

  availability(currency: string = CURRENCY): TenderAvailability {
    if (!this.connection.isAvailable) {
      return { isAvailable: false, reason: 'settings_missing', details: this.connection.missing };
    }
    if (currency !== CURRENCY) {
      return { isAvailable: false, reason: 'currency', details: [currency] };
    }
    return this.health?.availability ?? { isAvailable: true };
  }

  newKey(operationId: string): ProviderKey {
    const { idempotencyKey, region } = cashAppKey(operationId, this.region);
    return { providerKey: idempotencyKey, region };
  }

  keyLifetimeMs(): number {
    return CASH_APP_KEY_LIFETIME_MS;
  }

  /** Any amount from 1 may be asked for; limits are the customer's own. */
  assertPayable(): void {}

  async start(operation: ProviderOperation): Promise<ProviderOutcome<StartedPayment>> {
    const { channel, returnUrl } = operation.request;
    const isOwnDevice = channel === 'browser';
    const { amountCents, currency, paymentId: referenceId } = operation;
    const outcome = await this.ask((client) =>
      client.createCustomerRequest({
        key: keyOf(operation),
        ...{ amountCents, currency, referenceId },
        channel: isOwnDevice ? 'ONLINE' : 'IN_PERSON',
        ...(isOwnDevice && returnUrl !== undefined && { redirectUrl: returnUrl }),
      }),
    );
    return andThen(outcome, (request) =>
      ok({
        providerRef: request.requestId,
        action: actionOf(request),
        expiresAt: request.expiresAtMs,
      }),
    );
  }

  async capture(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { targetRef } = operation.request;
    assert(targetRef, 'a payment names its grant');
    const { amountCents, currency, paymentId: referenceId } = operation;
    const outcome = await this.ask((client) =>
      client.createPayment({
        key: keyOf(operation),
        grantId: targetRef,
        ...{ amountCents, currency, referenceId, isCaptured: true },
      }),
    );
    return andThen(outcome, (payment) => ok(toMoney(payment)));
  }

  async refund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { targetRef } = operation.request;
    assert(targetRef, 'a refund names its payment');
    const { id: referenceId, amountCents, currency } = operation;
    const outcome = await this.ask((client) =>
      client.createRefund({
        key: keyOf(operation),
        paymentId: targetRef,
        ...{ amountCents, currency, referenceId },
      }),
    );
    return andThen(outcome, toRefundedMoney);
  }

  async queryRefund(operation: ProviderOperation): Promise<ProviderOutcome<MovedMoney>> {
    const { id: referenceId, amountCents, currency, region } = operation;
    assert(region, 'an operation of Cash App has a region');
    const found = await this.ask((client) => client.listRefunds({ referenceId, region }));
    const judged = andThen(found, ([refund]) =>
      refund === undefined
        ? { kind: 'UNKNOWN' as const, code: 'REFUND_UNFINDABLE', after: 'query' as const }
        : judgeRefund(refund, { referenceId, amountCents, currency }),
    );
    return andThen(judged, toRefundedMoney);
  }

  async read(payment: PaymentAtProvider): Promise<ProviderOutcome<ProviderView>> {
    const request = await this.ask((client) => client.getCustomerRequest(payment.providerRef));
    if (request.kind !== 'OK') return request;
    const found = await this.findPayments(payment);
    const expected = { ...payment, referenceId: payment.id };
    return andThen(found, (payments) =>
      ok(
        viewOf(
          request.value,
          payments.map((each) =>
            andThen(judgePayment(each, expected), (judged) => ok(toMoney(judged))),
          ),
        ),
      ),
    );
  }

  /** A grant that was refused is spent: the customer begins anew. */
  isApprovedAnew(): boolean {
    return false;
  }

  /** Asks Cash App whether it takes the credentials, with a call that moves nothing. */
  checkCredentials(): Promise<ProviderOutcome<unknown>> {
    const { provider } = this;
    assert(provider !== null, 'Cash App is set up');
    return provider.client.listPayments({ referenceId: 'check', region: this.region });
  }

  async close(): Promise<void> {
    await this.provider?.close();
  }

  /** Payments that bear our id; a payment that we know is read itself, the list may lag behind. */
  private async findPayments({
    id: referenceId,
    captureRef,
    region,
  }: PaymentAtProvider): Promise<ProviderOutcome<CashAppPayment[]>> {
    if (region === null) return ok([]);
    if (captureRef === null) {
      return this.ask((client) => client.listPayments({ referenceId, region }));
    }
    const found = await this.ask((client) => client.getPayment(captureRef, region));
    return andThen(found, (payment) => ok([payment]));
  }

  private async ask<T>(
    call: (client: CashAppConnection['client']) => Promise<ProviderOutcome<T>>,
  ): Promise<ProviderOutcome<T>> {
    assert(this.provider !== null && this.health !== null, 'Cash App is set up');
    return this.health.note(await call(this.provider.client));
  }
}

function keyOf({ providerKey, region }: ProviderOperation): CashAppKey {
  assert(region, 'an operation of Cash App has a region');
  return { idempotencyKey: providerKey, region };
}

function toMoney(payment: CashAppPayment): MovedMoney {
  return {
    ref: payment.paymentId,
    // Authorised only: we ask for capture at once, so the money is on its way.
    isPending: payment.status === 'AUTHORIZED',
    feeCents: payment.feeCents,
    isRefunded: payment.refundedCents > 0,
  };
}

function toRefundedMoney(refund: { refundId: string; status: string }) {
  const isPending = refund.status === 'AUTHORIZED';
  return ok<MovedMoney>({ ref: refund.refundId, isPending, feeCents: null, isRefunded: true });
}
