import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/platform/time/clock';
import type { EmulatedAnswer, EmulatedCall } from '../shared/emulated-call';
import { EmulatorServer } from '../shared/emulator-server';
import { FaultPlan } from '../shared/faults';
import { type Delivery, WebhookOutbox } from '../shared/webhook-outbox';
import { cashAppApprovalRoutes } from './cash-app-approval';
import { CashAppBooks } from './cash-app-books';
import { CashAppJson } from './cash-app-json';
import { EmulatedKeys } from './cash-app-keys';
import { cashAppRoutes, FAULT_ANSWERS } from './cash-app-routes';

export interface CashAppEmulatorOptions {
  readonly clock: Clock;
  readonly port?: number;
  /** Where the shop wants its webhooks, as its public address; deliveries are signed for it. */
  readonly webhookUrl?: string;
  /** Deliver by itself after every call; else a test says when, by `webhooks.flush()`. */
  readonly isDelivering?: boolean;
}

const RETRIED_MS = 72 * 3_600_000;

/** A Cash App of one's own: its APIs, its pages, its webhooks, and its bad days. */
export class CashAppEmulator {
  readonly merchantId = 'MMI_emulator';
  readonly faults = new FaultPlan();
  readonly webhooks: WebhookOutbox;
  readonly keys: EmulatedKeys;
  readonly books: CashAppBooks;
  readonly server: EmulatorServer;
  /** The address that answers name; a proxy in between may have another. */
  publicUrl = '';
  /** Hosts beside its own that requests may be signed for, such as a proxy's in between. */
  readonly otherHosts: string[] = [];
  private readonly events = new Map<string, { atMs: number; event: Record<string, unknown> }>();

  private constructor(private readonly options: CashAppEmulatorOptions) {
    const { clock } = options;
    this.webhooks = new WebhookOutbox(options.webhookUrl ?? null);
    this.keys = new EmulatedKeys(clock);
    const json = new CashAppJson(
      () => this.publicUrl,
      () => this.books,
      () => clock.now(),
    );
    this.books = new CashAppBooks(clock, (type, resource) => {
      const { type: kind, object } = json.wrapped(resource);
      this.tell(type, { id: resource.id, type: kind, object: { [kind]: object } });
    });
    this.server = new EmulatorServer(this.faults, FAULT_ANSWERS, () => {
      if (options.isDelivering) void this.webhooks.flush();
    });
    const { books, keys } = this;
    const hosts = () => [new URL(this.url).host, ...this.otherHosts];
    const routes = [
      ...cashAppRoutes({ books, json, keys, clock, hosts }),
      ...cashAppApprovalRoutes(books),
      {
        method: 'GET' as const,
        path: '/management/v1/webhook-events',
        operation: 'list_events',
        handle: (call: EmulatedCall) => {
          keys.assertSigned(call, hosts());
          return this.listEvents(call);
        },
      },
    ];
    for (const route of routes) this.server.add(route);
  }

  static async start(options: CashAppEmulatorOptions): Promise<CashAppEmulator> {
    const emulator = new CashAppEmulator(options);
    await emulator.server.start(options.port);
    emulator.publicUrl = emulator.server.url;
    return emulator;
  }

  get url(): string {
    return this.server.url;
  }

  /** Settings that lead a shop here instead of to Cash App. */
  get settings(): Record<string, string> {
    const { keyId, secret } = this.keys.current;
    return {
      CASH_APP_CLIENT_ID: this.keys.clientId,
      CASH_APP_MERCHANT_ID: this.merchantId,
      CASH_APP_KEY_ID: keyId,
      CASH_APP_SECRET: secret,
      CASH_APP_ENVIRONMENT: 'sandbox',
      CASH_APP_BASE_URL: this.url,
    };
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  private tell(type: string, data: Record<string, unknown>): void {
    const atMs = this.options.clock.now();
    const eventId = randomUUID();
    const event = { type, event_id: eventId, created_at: new Date(atMs).toISOString(), data };
    this.events.set(eventId, { atMs, event });
    this.webhooks.put(this.sign(event));
  }

  /** The delivery of an event, signed anew with the newest key, or with another. */
  sign(
    event: Record<string, unknown>,
    key: Parameters<EmulatedKeys['deliveryHeaders']>[2] = this.keys.current,
  ): Delivery {
    const body = Buffer.from(JSON.stringify(event));
    const address = this.options.webhookUrl ?? 'https://shop.test/webhooks/cash-app';
    const headers = this.keys.deliveryHeaders(body, address, key);
    return { eventId: String(event.event_id), type: String(event.type), headers, body };
  }

  private listEvents(call: EmulatedCall): EmulatedAnswer {
    const now = this.options.clock.now();
    const waiting = new Set(this.webhooks.waiting.map(({ eventId }) => eventId));
    const statusOf = (eventId: string, atMs: number): string => {
      if (!waiting.has(eventId)) return 'SUCCESS';
      return now - atMs >= RETRIED_MS ? 'FAILED' : 'PENDING';
    };
    const webhook_events = [...this.events.entries()]
      .map(([eventId, { atMs, event }]) => ({
        id: eventId,
        webhook_endpoint_id: 'WBE_emulator',
        event_type: event.type,
        status: statusOf(eventId, atMs),
        created_at: event.created_at,
        updated_at: event.created_at,
        expires_at: new Date(atMs + RETRIED_MS).toISOString(),
        event_data: event,
        api_version: 'v1',
      }))
      .filter(({ status }) => call.query.status === undefined || status === call.query.status);
    return { status: 200, body: { webhook_events } };
  }
}
