import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '../../src/platform/time/clock';
import { PayPalEmulator } from '../emulators/paypal/paypal-emulator';
import type { Fault } from '../emulators/shared/faults';
import { ServerProgram } from '../support/server-program';
import type { ShownPayment } from './pay-desk';

// The program as it is shipped, killed at the worst moments; at the end everything is as if
// nothing had happened. One story, since each start of the program costs seconds.

const CRASH_AT = join(__dirname, '..', 'support', 'crash-at.cjs');
const SETTLED_MS_MAX = 45_000;

let paypal: PayPalEmulator;
let folder: string;
let server: ServerProgram;
let owner: string;
const payments: Record<string, ShownPayment> = {};
const exits: Record<string, number | null> = {};

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await ServerProgram.start({
    ...paypal.settings,
    DB_PATH: join(folder, 'shop.db'),
    PROVIDER_DEADLINE_MS: '10000',
    ...environment,
  });
}

const crashingAt = (point: string) =>
  start({ NODE_OPTIONS: `--require ${CRASH_AT}`, CRASH_AT: point });

async function ask<T = ShownPayment>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(server.address + path, {
    method,
    headers: {
      authorization: `Bearer ${owner}`,
      'idempotency-key': randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}

async function setUp(): Promise<void> {
  const [, token] = /setup\/#(\S+)/.exec(server.output.words) ?? [];
  const answer = await fetch(`${server.address}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      shop: { name: 'Fade & Co', timeZone: 'America/New_York', currency: 'USD' },
      owner: { email: 'olivia@cuts.example', password: 'comb over coffee' },
    }),
  });
  owner = /fusion=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
}

/** A payment that the customer has approved; whoever looks at it makes the server capture it. */
async function approved(): Promise<ShownPayment> {
  const wax = { name: 'Wax', priceCents: 3500, isTaxable: false };
  const { id: catalogId } = await ask<{ id: string }>('POST', '/v1/products', wax);
  const lines = [{ kind: 'product', catalogId, quantity: 1 }];
  const order = await ask<{ id: string }>('POST', '/v1/orders', { lines });
  const payment = await ask('POST', `/v1/orders/${order.id}/payments`, { tender: 'paypal' });
  paypal.books.approve(orderOf(payment).id);
  return payment;
}

const orderOf = ({ id }: Pick<ShownPayment, 'id'>) =>
  [...paypal.books.orders.values()].find(({ customId }) => customId === id)!;

const look = (payment: ShownPayment) =>
  ask('GET', `/v1/orders/${payment.orderId}/payments/${payment.id}`);

/** Kills the server as soon as PayPal has seen a call that takes the money of this payment. */
async function killDuringCapture(payment: ShownPayment, signal: 'SIGKILL' | 'SIGTERM') {
  const looking = look(payment).catch(() => undefined);
  const isSeen = () =>
    paypal.server.calls.some(
      ({ operation, call }) => operation === 'capture' && call.path.includes(orderOf(payment).id),
    );
  while (!isSeen()) await new Promise((resolve) => setTimeout(resolve, 5));
  const code = await server.stop(signal);
  await looking;
  return code;
}

async function crashDuringCapture(name: string, fault: Fault): Promise<void> {
  await start();
  const payment = await approved();
  payments[name] = payment;
  paypal.faults.script('capture', fault);
  const signal = fault.kind === 'slow' ? 'SIGTERM' : 'SIGKILL';
  exits[name] = await killDuringCapture(payment, signal);
}

beforeAll(async () => {
  paypal = await PayPalEmulator.start({ clock: new SystemClock() });
  folder = mkdtempSync(join(tmpdir(), 'fusion-crash-'));

  await crashingAt('prepared');
  await setUp();
  payments.prepared = await approved();
  await look(payments.prepared).catch(() => undefined);
  exits.prepared = await server.exit();

  await crashDuringCapture('sent', { kind: 'timeout_before' });
  await crashDuringCapture('captured', { kind: 'timeout_after' });

  await crashingAt('committed');
  payments.committed = await approved();
  await look(payments.committed).catch(() => undefined);
  exits.committed = await server.exit();

  await crashDuringCapture('stopped', { kind: 'slow', delayMs: 700 });
  await start();
}, 150_000);

afterAll(async () => {
  await server.stop();
  await paypal.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('A server that dies in the middle of a payment', () => {
  it.each([
    ['49 crash after "prepared"', 'prepared'],
    ['50 crash after send, before the response', 'sent'],
    ['51 crash after the capture, before the commit', 'captured'],
    ['52 crash after the commit, before anybody is told', 'committed'],
    ['55 shutdown in the middle of a capture', 'stopped'],
  ])(
    '%s: one charge, booked once, and told',
    async (_title, name) => {
      const payment = payments[name]!;
      const deadline = performance.now() + SETTLED_MS_MAX;
      let shown = await look(payment);
      while (shown.state !== 'captured' && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        shown = await look(payment);
      }

      expect(exits[name]).toBe(name === 'stopped' ? 0 : null);
      expect(shown).toMatchObject({ state: 'captured', orderState: 'paid' });
      expect(orderOf(payment).captures).toHaveLength(1);
      const { items } = await ask<{ items: { orderId: string; kind: string }[] }>(
        'GET',
        '/v1/ledger/entries?limit=100',
      );
      const kinds = items.filter(({ orderId }) => orderId === payment.orderId);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual(['provider_fee', 'sale']);
      const keys = paypal.server.calls
        .filter(
          ({ operation, call }) =>
            operation === 'capture' && call.path.includes(orderOf(payment).id),
        )
        .map(({ call }) => call.headers['paypal-request-id']);
      expect(new Set(keys).size).toBe(1);
    },
    SETTLED_MS_MAX + 15_000,
  );
});
