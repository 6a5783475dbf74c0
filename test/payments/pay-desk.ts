import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PaymentSweep } from '../../src/payments/operations/payment-sweep.service';
import { MissedEvents } from '../../src/payments/webhooks/missed-events.service';
import { WebhookProcessor } from '../../src/payments/webhooks/webhook-processor.service';
import { Database, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { DATABASE_UNAVAILABLE } from '../../src/platform/errors/platform.problems';
import { CashAppEmulator } from '../emulators/cash-app/cash-app-emulator';
import { PayPalEmulator } from '../emulators/paypal/paypal-emulator';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import { type Answer, TestApp } from '../support/test-app';
import { VirtualClock } from '../support/virtual-clock';

export interface ShownPayment {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly amountCents: number;
  readonly feeCents: number | null;
  readonly refundedCents: number;
  readonly code: string | null;
  readonly attention: string | null;
  readonly isDisputed: boolean;
  readonly action: {
    readonly kind: string;
    readonly url?: string;
    readonly mobileUrl?: string;
  } | null;
  readonly orderState: string;
  readonly dueCents: number;
}

export interface Refusal {
  readonly code: string;
  readonly paymentId: string;
  readonly reason: string;
}

interface Operation {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly code: string | null;
}

const PUBLIC_URL = 'https://shop.test';

/** A till with the whole server behind it and both emulators at the other end of the line. */
export class PayDesk {
  readonly totalCents = 3500;

  private constructor(
    readonly clock: VirtualClock,
    readonly paypal: PayPalEmulator,
    readonly cashApp: CashAppEmulator,
    private running: TestApp,
    readonly owner: string,
    private readonly serviceId: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  get server(): TestApp {
    return this.running;
  }

  get databasePath(): string {
    return this.environment['DB_PATH'] ?? '';
  }

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<PayDesk> {
    const clock = new VirtualClock();
    const webhooks = `${PUBLIC_URL}/v1/webhooks/`;
    const paypal = await PayPalEmulator.start({ clock });
    const cashApp = await CashAppEmulator.start({ clock, webhookUrl: `${webhooks}cash-app` });
    const settings = {
      ...{ PUBLIC_URL, PROVIDER_DEADLINE_MS: '1000', ...paypal.settings },
      ...cashApp.settings,
      // The emulator signs with a certificate of an authority of its own.
      OUTBOUND_CA: authorityFile(paypal),
      DB_PATH: join(mkdtempSync(join(tmpdir(), 'fusion-desk-')), 'shop.db'),
      ...environment,
    };
    const server = await TestApp.start(settings, clock);
    const owner = await setUp(server);
    const { body } = await server.request<{ id: string }>('POST', '/v1/services', {
      token: owner,
      body: { name: 'Haircut', priceCents: 3500, durationMinutes: 30, skills: [] },
    });
    return new PayDesk(clock, paypal, cashApp, server, owner, body.id, settings);
  }

  /** Stops the server and starts it anew on the same database. */
  async restart(): Promise<void> {
    await this.server.stop();
    this.running = await TestApp.start(this.environment, this.clock);
  }

  async close(): Promise<void> {
    await this.server.stop();
    await Promise.all([this.paypal.stop(), this.cashApp.stop()]);
    rmSync(dirname(this.databasePath), { recursive: true, force: true });
  }

  /** Lets a test begin with working providers, closed circuits and nobody's webhooks. */
  calmDown(): void {
    this.paypal.faults.clear();
    this.cashApp.faults.clear();
    this.paypal.webhooks.take();
    this.cashApp.webhooks.take();
    this.clock.advanceMinutes(2);
  }

  ask<T = ShownPayment>(
    method: string,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
  ): Promise<Answer<T>> {
    const headers = { 'idempotency-key': key };
    return this.server.request<T>(method, path, { token: this.owner, body, headers });
  }

  /** A bill of 35.00. */
  async openOrder(): Promise<string> {
    const { body } = await this.ask<{ id: string }>('POST', '/v1/orders', {
      lines: [{ kind: 'product', catalogId: await this.wax(), quantity: 1 }],
    });
    return body.id;
  }

  /** Somebody in the queue who holds the ticket's link. */
  async waitingCustomer(): Promise<{ token: string; ticketId: string }> {
    const { body } = await this.ask<{ ticket: { id: string }; accessToken: string }>(
      'POST',
      '/v1/tickets',
      { customerName: 'Dan', serviceIds: [this.serviceId] },
    );
    return { token: body.accessToken, ticketId: body.ticket.id };
  }

  /** A customer who has been served and holds the ticket's link; nobody has opened the bill. */
  async servedCustomer(): Promise<{ token: string; ticketId: string }> {
    await this.barber();
    const { token, ticketId } = await this.waitingCustomer();
    await this.ask('POST', `/v1/tickets/${ticketId}/start`, {});
    this.clock.advanceMinutes(20);
    await this.ask('POST', `/v1/tickets/${ticketId}/complete`, {});
    return { token, ticketId };
  }

  /** The same with a bill of 35.00. */
  async customerWithBill(): Promise<{ token: string; orderId: string }> {
    const { token, ticketId } = await this.servedCustomer();
    const order = await this.ask<{ id: string }>('POST', '/v1/orders', { ticketId });
    return { token, orderId: order.body.id };
  }

  /** Begins a payment that must be taken by the provider. */
  async start(orderId: string, tender: string, more: object = {}): Promise<ShownPayment> {
    const answer = await this.pay(orderId, { tender, ...more });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  pay<T = ShownPayment>(orderId: string, body: object, key?: string): Promise<Answer<T>> {
    return this.ask<T>('POST', `/v1/orders/${orderId}/payments`, body, key);
  }

  async show({ orderId, id }: Pick<ShownPayment, 'orderId' | 'id'>): Promise<ShownPayment> {
    return (await this.ask('GET', `/v1/orders/${orderId}/payments/${id}`)).body;
  }

  /** A payment by PayPal that the customer has approved, while the shop has not looked yet. */
  async approvedByPayPal(more: object = {}): Promise<ShownPayment> {
    const payment = await this.start(await this.openOrder(), 'paypal', more);
    this.paypal.books.approve(this.paypalOrder(payment).id);
    this.later();
    return payment;
  }

  async approvedByCashApp(): Promise<ShownPayment> {
    const payment = await this.start(await this.openOrder(), 'cash_app');
    this.cashApp.books.approve(this.cashAppRequest(payment).id);
    this.later();
    return payment;
  }

  paypalOrder({ id }: Pick<ShownPayment, 'id'>) {
    const found = [...this.paypal.books.orders.values()].find(({ customId }) => customId === id);
    if (found === undefined) throw new Error('PayPal has no such order');
    return found;
  }

  cashAppRequest({ id }: Pick<ShownPayment, 'id'>) {
    const { requests } = this.cashApp.books;
    const found = [...requests.values()].find(({ referenceId }) => referenceId === id);
    if (found === undefined) throw new Error('Cash App has no such request');
    return found;
  }

  /** What PayPal's books say was taken for a payment. */
  capturesOf(payment: Pick<ShownPayment, 'id'>) {
    return this.paypalOrder(payment).captures;
  }

  /** What Cash App's books say was taken for a payment. */
  chargesOf({ id }: Pick<ShownPayment, 'id'>) {
    const { payments } = this.cashApp.books;
    return [...payments.values()].filter(({ referenceId }) => referenceId === id);
  }

  /** Two seconds pass: long enough to ask again. */
  later(seconds = 2): void {
    this.clock.advanceMinutes(seconds / 60);
  }

  sweep(): Promise<void> {
    return this.server.app.get(PaymentSweep).sweep();
  }

  /** Sweeps until nothing is in doubt, as minutes pass. */
  async settle(payment: ShownPayment, rounds = 12): Promise<ShownPayment> {
    let shown = await this.show(payment);
    for (let round = 0; round < rounds && /processing|approved|draft/.test(shown.state); round++) {
      this.later(40);
      await this.sweep();
      shown = await this.show(payment);
    }
    return shown;
  }

  /** Delivers as the provider would, and waits until it is worked on. */
  async deliver(
    tender: 'paypal' | 'cash-app' | `paypal/${string}`,
    { headers, body }: Pick<Delivery, 'headers' | 'body'>,
    changed: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const answer = await this.post(tender, { headers: { ...headers, ...changed }, body });
    await this.server.app.get(WebhookProcessor).settled();
    return answer.status;
  }

  async post(
    tender: 'paypal' | 'cash-app' | `paypal/${string}`,
    { headers, body }: Pick<Delivery, 'headers' | 'body'>,
  ): Promise<Response> {
    const url = `${this.server.address}/v1/webhooks/${tender}`;
    return fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  }

  get reader() {
    return this.server.app.get(Database).reader;
  }

  operations({ id }: Pick<ShownPayment, 'id'>): Promise<Operation[]> {
    return this.reader.query<Operation>(
      `SELECT id, kind, state, attempts, code FROM payment_operations
       WHERE payment_id = ? ORDER BY id`,
      [id],
    );
  }

  /** Kinds of the entries that stand in the journal for an order, with what they move. */
  async entries(orderId: string): Promise<string[]> {
    const rows = await this.reader.query<{ kind: string; account: string; amount: number }>(
      `SELECT e.kind, p.account_code AS account, p.amount_cents AS amount
       FROM journal_entries e JOIN postings p
         ON p.shop_id = e.shop_id AND p.entry_number = e.number
       WHERE e.order_id = ? ORDER BY e.number, p.line`,
      [orderId],
    );
    return rows.map(({ kind, account, amount }) => `${kind} ${account} ${amount}`);
  }

  async attention(): Promise<ShownPayment[]> {
    const path = '/v1/payments/attention?limit=100';
    return (await this.ask<{ items: ShownPayment[] }>('GET', path)).body.items;
  }

  /** The newest event of a type, as it was recorded. */
  async lastEvent(type: string): Promise<{ actor: unknown; data: unknown }> {
    const [row] = await this.reader.query<{ actor: string; data: string }>(
      'SELECT actor, data FROM events WHERE type = ? ORDER BY sequence DESC LIMIT 1',
      [type],
    );
    return { actor: JSON.parse(row?.actor ?? '{}'), data: JSON.parse(row?.data ?? '{}') };
  }

  /** Request ids that came with calls of an operation about one resource. */
  keysOf(operation: string, resource: string): string[] {
    return this.paypal.server.calls
      .filter((entry) => entry.operation === operation && entry.call.path.includes(resource))
      .map(({ call }) => call.headers['paypal-request-id'] ?? '');
  }

  /** The next delivery of a type, as soon as PayPal has it. */
  async nextDelivery(type: string): Promise<Delivery> {
    for (let wait = 0; wait < 200; wait += 1) {
      const [delivery] = this.paypal.webhooks.take(type);
      if (delivery !== undefined) return delivery;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`PayPal tells of no ${type}`);
  }

  eventOf({ body }: Pick<Delivery, 'body'>): Record<string, unknown> {
    return JSON.parse(body.toString()) as Record<string, unknown>;
  }

  /** Other bytes, signed by PayPal all the same. */
  signed(told: Delivery, body: Buffer): Pick<Delivery, 'headers' | 'body'> {
    const headers = this.paypal.signer.headers({
      body,
      webhookId: this.paypal.webhookId,
      certificateUrl: this.paypal.events.certificateUrl,
      atIso: told.headers['paypal-transmission-time'] ?? '',
    });
    return { headers, body };
  }

  settleWebhooks(): Promise<void> {
    return this.server.app.get(WebhookProcessor).settled();
  }

  catchUp(): Promise<number> {
    return this.server.app.get(MissedEvents).catchUp();
  }

  /** Makes every write fail as on a full disk, until the returned function is called. */
  breakDatabase(): () => void {
    const unitOfWork = this.server.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    unitOfWork.run = () => Promise.reject(DATABASE_UNAVAILABLE.error({ reason: 'SQLITE_FULL' }));
    return () => {
      unitOfWork.run = run;
    };
  }

  /** Delivers everything that waits, each once. */
  async deliverAll(tender: 'paypal' | 'cash-app'): Promise<number[]> {
    const { webhooks } = tender === 'paypal' ? this.paypal : this.cashApp;
    const statuses: number[] = [];
    for (const delivery of webhooks.take()) statuses.push(await this.deliver(tender, delivery));
    return statuses;
  }

  /** How often the server has called an operation of a provider. */
  callsOf(operation: string, emulator: 'paypal' | 'cashApp' = 'paypal'): number {
    return this[emulator].server.calls.filter((call) => call.operation === operation).length;
  }

  private waxId?: Promise<string>;
  private barberId?: Promise<string>;

  private barber(): Promise<string> {
    const body = { code: 'AA', name: 'Ana', commissionBasisPoints: 5000 };
    this.barberId ??= this.ask<{ id: string }>('POST', '/v1/barbers', body).then(async (made) => {
      await this.ask('POST', `/v1/barbers/${made.body.id}/clock-in`);
      return made.body.id;
    });
    return this.barberId;
  }

  private wax(): Promise<string> {
    this.waxId ??= this.ask<{ id: string }>('POST', '/v1/products', {
      name: 'Wax',
      priceCents: this.totalCents,
      isTaxable: false,
    }).then(({ body }) => body.id);
    return this.waxId;
  }
}

function authorityFile(paypal: PayPalEmulator): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fusion-authority-')), 'authority.pem');
  writeFileSync(file, paypal.signer.authority.pem);
  return file;
}

async function setUp(server: TestApp): Promise<string> {
  const { headers, status, body } = await server.request('POST', '/v1/setup', {
    body: {
      token: await server.setupToken(),
      shop: { name: 'Fade & Co', timeZone: 'America/New_York', currency: 'USD' },
      owner: { email: 'olivia@cuts.example', password: 'comb over coffee' },
    },
  });
  const [, token] = /fusion=([^;]+)/.exec(headers.get('set-cookie') ?? '') ?? [];
  if (status !== 201 || token === undefined) throw new Error(JSON.stringify(body));
  // Sessions end within a day; doubts may last longer.
  const made = await server.request<{ token: string }>('POST', '/v1/api-tokens', {
    ...{ token, body: { name: 'Till', role: 'owner' } },
  });
  return made.body.token;
}
