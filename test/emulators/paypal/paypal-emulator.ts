import type { Clock } from '../../../src/platform/time/clock';
import { EmulatorServer } from '../shared/emulator-server';
import { FaultPlan } from '../shared/faults';
import { WebhookOutbox } from '../shared/webhook-outbox';
import { paypalApprovalRoutes } from './paypal-approval';
import { type Money, PayPalBooks, refusal } from './paypal-books';
import { PayPalEvents } from './paypal-events';
import { PayPalJson } from './paypal-json';
import { paypalRoutes } from './paypal-routes';
import { PayPalSigner } from './paypal-signer';
import { EmulatedTokens, INVALID_TOKEN } from './paypal-tokens';
import { paypalWebhookRoutes } from './paypal-webhook-routes';

export interface PayPalEmulatorOptions {
  readonly clock: Clock;
  readonly port?: number;
  /** Where the shop wants its webhooks; without it they wait in `webhooks`. */
  readonly webhookUrl?: string;
  /** Deliver by itself after every call; else a test says when, by `webhooks.flush()`. */
  readonly isDelivering?: boolean;
}

/** A PayPal of one's own: its API, its pages, its webhooks, and its bad days. */
export class PayPalEmulator {
  readonly account = { clientId: 'emulator-client', secret: 'emulator-only' };
  /** A second merchant, for shops with more than one account. */
  readonly otherAccount = { clientId: 'emulator-barber', secret: 'emulator-only-too' };
  readonly webhookId = '0EMULATOR00000001';
  readonly faults = new FaultPlan();
  readonly webhooks: WebhookOutbox;
  readonly signer = PayPalSigner.shared();
  readonly books: PayPalBooks;
  readonly tokens: EmulatedTokens;
  readonly events: PayPalEvents;
  readonly server: EmulatorServer;
  /** The address that answers name; a proxy in between may have another. */
  publicUrl = '';

  private constructor(options: PayPalEmulatorOptions) {
    const { clock } = options;
    const url = () => this.publicUrl;
    const webhook = () => ({
      id: this.webhookId,
      url: this.webhooks.address ?? 'https://shop.test/',
    });
    this.webhooks = new WebhookOutbox(options.webhookUrl ?? null);
    const json = new PayPalJson(url);
    this.events = new PayPalEvents(clock, json, this.signer, this.webhooks, webhook, url);
    this.books = new PayPalBooks(clock, (type, resource) => this.events.tell(type, resource));
    this.tokens = new EmulatedTokens(clock, [this.account, this.otherAccount]);
    this.server = new EmulatorServer(this.faults, FAULT_ANSWERS, () => {
      if (options.isDelivering) void this.webhooks.flush();
    });
    const { books, tokens, events, signer, webhooks: outbox } = this;
    const routes = [
      {
        method: 'POST' as const,
        path: '/v1/oauth2/token',
        operation: 'token',
        handle: (call: Parameters<EmulatedTokens['issue']>[0]) => tokens.issue(call),
      },
      ...paypalRoutes({ books, json, tokens, clock }),
      ...paypalWebhookRoutes({ events, signer, outbox, tokens, webhook }),
      ...paypalApprovalRoutes(books),
    ];
    for (const route of routes) this.server.add(route);
  }

  static async start(options: PayPalEmulatorOptions): Promise<PayPalEmulator> {
    const emulator = new PayPalEmulator(options);
    await emulator.server.start(options.port);
    emulator.publicUrl = emulator.server.url;
    return emulator;
  }

  get url(): string {
    return this.server.url;
  }

  /** Settings that lead a shop here instead of to PayPal. */
  get settings(): Record<string, string> {
    return {
      PAYPAL_CLIENT_ID: this.account.clientId,
      PAYPAL_SECRET: this.account.secret,
      PAYPAL_ENVIRONMENT: 'sandbox',
      PAYPAL_WEBHOOK_ID: this.webhookId,
      PAYPAL_BASE_URL: this.url,
    };
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}

const FAULT_ANSWERS = {
  rateLimited: () => refusal(429, 'RATE_LIMIT_REACHED'),
  unavailable: () => refusal(503, 'SERVICE_UNAVAILABLE'),
  internalError: () => refusal(500, 'INTERNAL_SERVER_ERROR'),
  gatewayTimeout: () => refusal(504, 'GATEWAY_TIMEOUT'),
  unauthorized: () => INVALID_TOKEN,
  inProgress: () => refusal(409, 'RESOURCE_CONFLICT', 'PREVIOUS_REQUEST_IN_PROGRESS'),
  withWrongAmount: (answer: { status: number; body: unknown }) => ({
    ...answer,
    body: JSON.parse(JSON.stringify(answer.body), (key, value: unknown) =>
      key === 'amount' ? { ...(value as Money), value: '0.01' } : value,
    ) as unknown,
  }),
};
