import { randomUUID } from 'node:crypto';
import { PaymentSweep } from '../../src/payments/operations/payment-sweep.service';
import { WebhookProcessor } from '../../src/payments/webhooks/webhook-processor.service';
import { Database } from '../../src/platform/database/unit-of-work';
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
    readonly server: TestApp,
    readonly owner: string,
    private readonly serviceId: string,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<PayDesk> {
    const clock = new VirtualClock();
    const webhooks = `${PUBLIC_URL}/v1/webhooks/`;
    const paypal = await PayPalEmulator.start({ clock });
    const cashApp = await CashAppEmulator.start({ clock, webhookUrl: `${webhooks}cash-app` });
    const settings = { PUBLIC_URL, PROVIDER_DEADLINE_MS: '400', ...paypal.settings };
    const server = await TestApp.start({ ...settings, ...cashApp.settings, ...environment }, clock);
    const owner = await setUp(server);
    const { body } = await server.request<{ id: string }>('POST', '/v1/services', {
      token: owner,
      body: { name: 'Haircut', priceCents: 3500, durationMinutes: 30, skills: [] },
    });
    return new PayDesk(clock, paypal, cashApp, server, owner, body.id);
  }

  async close(): Promise<void> {
    await this.server.stop();
    await Promise.all([this.paypal.stop(), this.cashApp.stop()]);
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

  /** A bill of 35.00 with as much tip as said. */
  async openOrder(tipCents = 0): Promise<string> {
    const { body } = await this.ask<{ id: string }>('POST', '/v1/orders', {
      lines: [{ kind: 'product', catalogId: await this.wax(), quantity: 1 }],
      ...(tipCents > 0 && { tip: { kind: 'none' } }),
    });
    return body.id;
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

  /** How often the server has called an operation of a provider. */
  callsOf(operation: string, emulator: 'paypal' | 'cashApp' = 'paypal'): number {
    return this[emulator].server.calls.filter((call) => call.operation === operation).length;
  }

  private waxId?: Promise<string>;

  private wax(): Promise<string> {
    this.waxId ??= this.ask<{ id: string }>('POST', '/v1/products', {
      name: 'Wax',
      priceCents: this.totalCents,
      isTaxable: false,
    }).then(({ body }) => body.id);
    return this.waxId;
  }
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
  return token;
}
