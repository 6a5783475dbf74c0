import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { SystemClock } from '../src/platform/time/clock';
import { CashAppEmulator } from '../test/emulators/cash-app/cash-app-emulator';
import { PayPalEmulator } from '../test/emulators/paypal/paypal-emulator';
import { type Fault, seededChance } from '../test/emulators/shared/faults';
import { RunningServer } from './support/running-server';
import { openSmallShop } from './support/small-shop';
import { median } from './support/statistics';
import { milliseconds, perSecond, printTable } from './support/table';

const PAYMENTS = 600;
const HANDS = 48;
const SEED = 20_260_516;
const UNKNOWN_RATE = 0.005;
const DUPLICATE_RATE = 0.03;
const SETTLED_MS_MAX = 60_000;
const PRICE_CENTS = 3_000;
/** The address that Cash App signs for; deliveries go to where the server listens. */
const PUBLIC_URL = 'https://shop.test';

/** What leaves it open whether the provider has done it. */
const UNKNOWN: readonly Fault[] = [
  ...[{ kind: 'close_after' }, { kind: 'close_before' }, { kind: 'error_500_after' }],
  ...[{ kind: 'error_504_after' }, { kind: 'truncated_after' }],
] as const;

interface Desk {
  readonly server: RunningServer;
  readonly paypal: PayPalEmulator;
  readonly cashApp: CashAppEmulator;
  readonly serviceId: string;
  readonly ownerToken: string;
}

/**
 * A busy day: half at the counter, half by providers, a few given back, with webhooks delivered
 * twice and answers that are lost. At the end our books and those of the providers must be equal.
 */
export async function benchPayday(): Promise<void> {
  const clock = new SystemClock();
  const paypal = await PayPalEmulator.start({ clock });
  const cashApp = await CashAppEmulator.start({
    ...{ clock, webhookUrl: `${PUBLIC_URL}/v1/webhooks/cash-app` },
  });
  const folder = mkdtempSync(join(tmpdir(), 'fusion-payday-'));
  const OUTBOUND_CA = join(folder, 'authority.pem');
  writeFileSync(OUTBOUND_CA, paypal.signer.authority.pem);
  // Not as in production, where emulators are refused.
  const environment = {
    ...{ ...paypal.settings, ...cashApp.settings, NODE_ENV: 'test', PUBLIC_URL, OUTBOUND_CA },
  };
  let server: RunningServer | undefined;
  try {
    server = await RunningServer.start({ environment });
    paypal.webhooks.address = `${server.address}/v1/webhooks/paypal`;
    cashApp.webhooks.address = `${server.address}/v1/webhooks/cash-app`;
    const { serviceId, ownerToken } = await openSmallShop(server);
    const faults = { seed: SEED, rate: UNKNOWN_RATE, choices: UNKNOWN };
    paypal.faults.seed({ ...faults, operations: ['create', 'capture', 'refund'] });
    cashApp.faults.seed({ ...faults, operations: ['create_request', 'create_payment', 'refund'] });
    await runDay({ server, paypal, cashApp, serviceId, ownerToken });
  } finally {
    await server?.stop();
    await Promise.all([paypal.stop(), cashApp.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runDay(desk: Desk): Promise<void> {
  const chance = seededChance(SEED);
  const tenders = Array.from({ length: PAYMENTS }, () => tenderBy(chance()));
  const latencies: number[] = [];
  const delivering = setInterval(() => void flush(desk), 100);
  const startedAt = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tenders.length; index = next++) {
      const began = performance.now();
      await payOne(desk, tenders[index] ?? 'cash', index % 33 === 0);
      latencies.push(performance.now() - began);
    }
  };
  let seconds: number;
  let settledMs: number;
  try {
    await Promise.all(Array.from({ length: HANDS }, work));
    seconds = (performance.now() - startedAt) / 1_000;
    settledMs = await settled(desk);
  } finally {
    clearInterval(delivering);
  }
  const { ours, theirs } = compare(desk);
  printTable(
    `Payday: ${PAYMENTS} payments by ${HANDS} hands, 3 % webhooks doubled, 0.5 % unknown`,
    [
      { measure: 'payments to the paid order', value: `${perSecond(PAYMENTS / seconds)}/s` },
      { measure: 'p50 of one', value: milliseconds(median(latencies)) },
      { measure: 'calls whose answer was lost', value: String(faultsOf(desk)) },
      { measure: 'webhooks delivered, and refused', value: attemptsOf(desk) },
      { measure: 'until nothing was in doubt', value: milliseconds(settledMs) },
      { measure: 'cents with providers, by our books', value: JSON.stringify(ours) },
      { measure: 'cents with providers, by theirs', value: JSON.stringify(theirs) },
    ],
  );
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('The books differ');
}

function tenderBy(chance: number): string {
  if (chance < 0.35) return 'cash';
  if (chance < 0.5) return 'card_terminal';
  return chance < 0.8 ? 'paypal' : 'cash_app';
}

async function payOne(desk: Desk, tender: string, isRefunded: boolean): Promise<void> {
  const { server, serviceId, ownerToken } = desk;
  const lines = [{ kind: 'service', catalogId: serviceId }];
  const { id: orderId } = await server.post<{ id: string }>(
    ...(['/v1/orders', { lines }, ownerToken] as const),
  );
  const path = `/v1/orders/${orderId}/payments`;
  const more =
    tender === 'cash'
      ? { tenderedCents: 10_000 }
      : { ...(tender === 'card_terminal' && { reference: 'A1' }) };
  // A lost answer is no refusal: the payment goes on, and the answer names it.
  const { body } = await server.send<{ id?: string; paymentId?: string }>(
    ...([path, { tender, ...more }, ownerToken] as const),
  );
  const id = body.id ?? body.paymentId;
  if (id === undefined) throw new Error(`No payment: ${JSON.stringify(body)}`);
  if (tender === 'paypal' || tender === 'cash_app') {
    await untilState(desk, `${path}/${id}`, 'action_required');
    approve(desk, tender, id);
    await untilState(desk, `${path}/${id}`, 'captured');
  }
  if (isRefunded) {
    const wish = { amountCents: PRICE_CENTS / 3, reason: 'Not happy' };
    await server.post(`/v1/orders/${orderId}/refunds`, wish, ownerToken);
  }
}

function approve({ paypal, cashApp }: Desk, tender: string, paymentId: string): void {
  const { requests } = cashApp.books;
  const order = [...paypal.books.orders.values()].find(({ customId }) => customId === paymentId);
  const request = [...requests.values()].find(({ referenceId }) => referenceId === paymentId);
  if (tender === 'paypal' && order) paypal.books.approve(order.id);
  if (tender === 'cash_app' && request) cashApp.books.approve(request.id);
}

async function untilState(
  { server, ownerToken }: Desk,
  path: string,
  wanted: string,
): Promise<void> {
  const end = performance.now() + SETTLED_MS_MAX;
  while (performance.now() < end) {
    const { state } = await server.get<{ state: string }>(path, ownerToken);
    if (state === wanted || state === 'captured') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} did not come to ${wanted}`);
}

async function flush({ paypal, cashApp }: Desk): Promise<void> {
  const disorder = { seed: SEED, duplicateRate: DUPLICATE_RATE, isShuffled: true };
  await paypal.webhooks.flush(disorder);
  await cashApp.webhooks.flush(disorder);
}

/** Waits until no call is in doubt, and says how long that took. */
async function settled({ server }: Desk): Promise<number> {
  const startedAt = performance.now();
  const connection = new BetterSqlite3(server.databasePath, { readonly: true });
  const open = connection
    .prepare(`SELECT COUNT(*) FROM payment_operations WHERE state NOT IN ('succeeded', 'declined')`)
    .pluck();
  while (Number(open.get()) > 0 && performance.now() - startedAt < SETTLED_MS_MAX) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  connection.close();
  return performance.now() - startedAt;
}

/** What is left with each provider, fees aside: by our books, and by its own. */
function compare({ server, paypal, cashApp }: Desk) {
  const connection = new BetterSqlite3(server.databasePath, { readonly: true });
  const balance = connection
    .prepare(
      `SELECT COALESCE(SUM(p.amount_cents), 0) FROM postings p JOIN journal_entries e
         ON e.shop_id = p.shop_id AND e.number = p.entry_number
       WHERE p.account_code = ? AND e.kind <> 'provider_fee'`,
    )
    .pluck();
  const ours = { paypal: Number(balance.get('1210')), cashApp: Number(balance.get('1240')) };
  connection.close();
  const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0);
  const theirs = {
    paypal: sum(
      [...paypal.books.captures.values()].map(
        ({ amount, refundedCents }) => Math.round(Number(amount.value) * 100) - refundedCents,
      ),
    ),
    cashApp: sum(
      [...cashApp.books.payments.values()].map(({ captured, refunded }) => captured - refunded),
    ),
  };
  return { ours, theirs };
}

function faultsOf({ paypal, cashApp }: Desk): number {
  return [...paypal.server.calls, ...cashApp.server.calls].filter(({ fault }) => fault !== null)
    .length;
}

function attemptsOf({ paypal, cashApp }: Desk): string {
  const attempts = [...paypal.webhooks.attempts, ...cashApp.webhooks.attempts];
  const refused = attempts.filter(({ status }) => status < 200 || status > 299);
  return `${attempts.length}, ${refused.length}`;
}
