import { randomUUID } from 'node:crypto';
import type { PayPalClient } from '../../src/payments/tenders/paypal/paypal.client';
import {
  connectPayPal,
  type PayPalConnection,
} from '../../src/payments/tenders/paypal/paypal.connection';
import type { PayPalOrder } from '../../src/payments/tenders/paypal/paypal.schemas';
import type { PayPalWebhookVerifier } from '../../src/payments/tenders/paypal/paypal-webhook.verifier';
import type { ProviderOutcome } from '../../src/payments/tenders/providers/provider-outcome';
import { loadSettings } from '../../src/platform/config/load-settings';
import type { OutboundTuning } from '../../src/platform/http/outbound/outbound-client';
import { PayPalEmulator } from '../emulators/paypal/paypal-emulator';
import { VirtualClock } from '../support/virtual-clock';

/** Long enough for a busy machine, short enough for a suite of timeouts. */
const PATIENCE = { deadlineMs: 800, breaker: { failuresMax: 1_000, pauseMs: 1 } };

/** A shop's end of PayPal with an emulator at the other, both by one virtual clock. */
export class PayPalShop {
  readonly amountCents = 7941;
  readonly currency = 'USD';

  private constructor(
    readonly clock: VirtualClock,
    readonly paypal: PayPalEmulator,
    private readonly connection: PayPalConnection,
  ) {}

  static async open(
    settings: Record<string, string> = {},
    tuning: OutboundTuning = PATIENCE,
  ): Promise<PayPalShop> {
    const clock = new VirtualClock();
    const paypal = await PayPalEmulator.start({ clock });
    const all = loadSettings({ NODE_ENV: 'test', ...paypal.settings, ...settings });
    const connection = connectPayPal(all, clock, tuning);
    if (!connection.isAvailable) throw new Error(`missing: ${connection.missing.join()}`);
    return new PayPalShop(clock, paypal, connection.provider);
  }

  /** The same shop and emulator with somebody in between, who is patient. */
  static async through(shop: PayPalShop, url: string): Promise<PayPalShop> {
    await shop.connection.close();
    const settings = { ...shop.paypal.settings, PAYPAL_BASE_URL: url };
    const all = loadSettings({ NODE_ENV: 'test', ...settings });
    const connection = connectPayPal(all, shop.clock, { ...PATIENCE, deadlineMs: 10_000 });
    if (!connection.isAvailable) throw new Error(`missing: ${connection.missing.join()}`);
    return new PayPalShop(shop.clock, shop.paypal, connection.provider);
  }

  get client(): PayPalClient {
    return this.connection.client;
  }

  get webhooks(): PayPalWebhookVerifier {
    return this.connection.webhooks!;
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.paypal.stop();
  }

  /** What the shop asks for, under one key. */
  wish(requestId: string = randomUUID()) {
    const { amountCents, currency } = this;
    return {
      requestId,
      customId: 'pay_01HZX',
      invoiceId: 'INV-1001-1',
      amountCents,
      currency,
      returnUrl: 'https://shop.test/paid',
      cancelUrl: 'https://shop.test/cancelled',
    };
  }

  /** An order that the customer has approved, and the wish to capture it. */
  async approved(): Promise<CaptureWish> {
    const order = value(await this.client.createOrder(this.wish()));
    this.paypal.books.approve(order.orderId);
    return this.captureWish(order);
  }

  captureWish(order: Pick<PayPalOrder, 'orderId'>, requestId: string = randomUUID()): CaptureWish {
    const { customId, amountCents, currency } = this.wish();
    return { requestId, orderId: order.orderId, customId, amountCents, currency };
  }

  /** Keys that came with an operation, refused ones included. */
  keysOf(operation: string): (string | undefined)[] {
    return this.paypal.server.calls
      .filter((entry) => entry.operation === operation)
      .map(({ call }) => call.headers['paypal-request-id']);
  }
}

export type CaptureWish = Parameters<PayPalClient['captureOrder']>[0];

/** The value of an outcome that has to be OK. */
export function value<T>(outcome: ProviderOutcome<T>): T {
  if (outcome.kind !== 'OK') throw new Error(`not OK: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
