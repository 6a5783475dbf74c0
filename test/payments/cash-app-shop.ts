import { randomUUID } from 'node:crypto';
import type { CashAppClient } from '../../src/payments/tenders/cash-app/cash-app.client';
import {
  type CashAppConnection,
  connectCashApp,
} from '../../src/payments/tenders/cash-app/cash-app.connection';
import { cashAppKey } from '../../src/payments/tenders/cash-app/cash-app-key.rules';
import { loadSettings } from '../../src/platform/config/load-settings';
import type { OutboundTuning } from '../../src/platform/http/outbound/outbound-client';
import { CashAppEmulator } from '../emulators/cash-app/cash-app-emulator';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import { VirtualClock } from '../support/virtual-clock';
import { value } from './paypal-shop';

const PATIENCE = { deadlineMs: 800, breaker: { failuresMax: 1_000, pauseMs: 1 } };

export type PaymentWish = Parameters<CashAppClient['createPayment']>[0];

/** A shop's end of Cash App Pay with an emulator at the other, both by one virtual clock. */
export class CashAppShop {
  readonly currency = 'USD';
  private connection: CashAppConnection;

  private constructor(
    readonly clock: VirtualClock,
    readonly cashApp: CashAppEmulator,
    private settings: Record<string, string>,
  ) {
    this.connection = this.connect();
  }

  static async open(settings: Record<string, string> = {}): Promise<CashAppShop> {
    const clock = new VirtualClock();
    const cashApp = await CashAppEmulator.start({ clock });
    return new CashAppShop(clock, cashApp, { ...cashApp.settings, ...settings });
  }

  get client(): CashAppClient {
    return this.connection.client;
  }

  /** Starts again with other settings, as after a rotation of keys. */
  async restart(settings: Record<string, string>, tuning: OutboundTuning = {}): Promise<void> {
    await this.connection.close();
    this.settings = { ...this.settings, ...settings };
    this.connection = this.connect({ ...PATIENCE, ...tuning });
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.cashApp.stop();
  }

  verify({ headers, body }: Delivery, changed: Record<string, string | string[]> = {}) {
    return this.connection.verifyWebhook({
      headers: { ...headers, host: 'inner-host-behind-a-proxy', ...changed },
      rawBody: body,
      publicHost: 'shop.test',
      path: '/webhooks/cash-app',
    });
  }

  newKey(operationId: string = randomUUID()) {
    return cashAppKey(operationId, this.connection.region);
  }

  /** A request that the customer has approved, and the wish to be paid by its grant. */
  async approved({ amountCents = 7941, isCaptured = true } = {}): Promise<PaymentWish> {
    const wish = { amountCents, currency: this.currency, referenceId: `pay_${randomUUID()}` };
    const request = value(
      await this.client.createCustomerRequest({
        ...wish,
        key: this.newKey(),
        channel: 'IN_PERSON',
      }),
    );
    this.cashApp.books.approve(request.requestId);
    const [grant] = value(await this.client.getCustomerRequest(request.requestId)).grants;
    return { ...wish, key: this.newKey(), grantId: grant!.grantId, isCaptured };
  }

  private connect(tuning: OutboundTuning = PATIENCE): CashAppConnection {
    const all = loadSettings({ NODE_ENV: 'test', ...this.settings });
    const connection = connectCashApp(all, this.clock, tuning);
    if (!connection.isAvailable) throw new Error(`missing: ${connection.missing.join()}`);
    return connection.provider;
  }
}
