import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { OperationOutcomes } from '../../src/payments/operations/operation-outcomes.service';
import { ALL_FAULTS, seededChance } from '../emulators/shared/faults';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import type { PayDesk, ShownPayment } from '../payments/pay-desk';

const FIRST_DAY = Date.parse('2026-05-16T13:00:00Z');
const DAY_MS = 24 * 3_600_000;
// Silence costs the whole deadline each time; what it teaches is in the tests of single faults.
const FAULTS = ALL_FAULTS.filter(({ kind }) => !kind.startsWith('timeout'));
/** Calls that move or promise money, by either provider. */
const WRITES = new Set(['create', 'capture', 'refund', 'create_request', 'create_payment']);

/** What was begun; what became of it is for the books to say. */
export class ProviderModel {
  day = 0;
  readonly payments: { payment: ShownPayment; tender: 'paypal' | 'cash_app' }[] = [];
  readonly orders: string[] = [];
  readonly told: { tender: 'paypal' | 'cash-app'; delivery: Delivery }[] = [];
}

/** Watches every call that comes to a provider: its intention must be committed by then. */
export function watchCalls(desk: PayDesk): { readonly unannounced: string[] } {
  const unannounced: string[] = [];
  const committed = new Database(desk.databasePath, { readonly: true });
  const announced = committed.prepare(
    `SELECT 1 FROM payment_operations WHERE provider_key = ? AND state <> 'prepared'`,
  );
  for (const { calls } of [desk.paypal.server, desk.cashApp.server]) {
    calls.push = (...items) => {
      for (const { operation, call } of items) {
        if (WRITES.has(operation) && announced.get(keyOf(call)) === undefined) {
          unannounced.push(`${operation} ${keyOf(call)}`);
        }
      }
      return Array.prototype.push.apply(calls, items);
    };
  }
  return { unannounced };
}

function keyOf({ headers, body }: { headers: Readonly<Record<string, string>>; body: unknown }) {
  const { idempotency_key: key } = (body ?? {}) as { idempotency_key?: string };
  return key ?? headers['paypal-request-id'] ?? '';
}

/** 21: one key was never said with two requests, nor in two regions. */
export function wordsOfKeys(desk: PayDesk): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { calls } of [desk.paypal.server, desk.cashApp.server]) {
    for (const { operation, call } of calls) {
      if (!WRITES.has(operation)) continue;
      const said = JSON.stringify([call.path, call.headers['x-region'] ?? null, call.body]);
      const before = words.get(keyOf(call)) ?? new Set();
      words.set(keyOf(call), before.add(said));
    }
  }
  return words;
}

type Step = fc.AsyncCommand<ProviderModel, PayDesk>;

const step = (
  name: string,
  run: (model: ProviderModel, desk: PayDesk) => Promise<unknown>,
): Step => ({
  check: () => true,
  run: async (model, desk) => {
    await run(model, desk);
  },
  toString: () => name,
});

const pick = <Item>(items: readonly Item[], which: number): Item | undefined =>
  items[which % Math.max(1, items.length)];

/** A bill of 35.00, perhaps in part by cash, and the rest begun by a provider. */
export async function begin(
  model: ProviderModel,
  desk: PayDesk,
  tender: 'paypal' | 'cash_app',
  part: number,
) {
  const orderId = await desk.openOrder();
  model.orders.push(orderId);
  if (part > 0) {
    await desk.pay(orderId, { tender: 'cash', amountCents: part, tenderedCents: part });
  }
  const { status, body: payment } = await desk.pay(orderId, { tender });
  // A bad day may refuse it; then the bill waits for another payment.
  if (status === 201) model.payments.push({ payment, tender });
  return status === 201;
}

/** The customer says yes or no at the provider's; of PayPal only yes is told. */
export function decide(
  desk: PayDesk,
  payment: ShownPayment,
  tender: string,
  isApproved: boolean,
): void {
  try {
    if (tender === 'paypal') {
      if (isApproved) desk.paypal.books.approve(desk.paypalOrder(payment).id);
    } else if (isApproved) desk.cashApp.books.approve(desk.cashAppRequest(payment).id);
    else desk.cashApp.books.decline(desk.cashAppRequest(payment).id);
  } catch {
    // The request never reached the provider, or the customer has decided already.
  }
}

/** Delivers what waits, doubled and in any order, and keeps it to be told again at the end. */
async function deliver(model: ProviderModel, desk: PayDesk, seed: number): Promise<void> {
  const chance = seededChance(seed);
  const waiting = [
    ...desk.paypal.webhooks.take().map((delivery) => ({ tender: 'paypal' as const, delivery })),
    ...desk.cashApp.webhooks.take().map((delivery) => ({ tender: 'cash-app' as const, delivery })),
  ];
  model.told.push(...waiting);
  const doubled = waiting.flatMap((one) => (chance() < 0.3 ? [one, one] : [one]));
  await tellShuffled(desk, doubled, chance);
}

export async function tellShuffled(
  desk: PayDesk,
  told: ProviderModel['told'],
  chance: () => number,
): Promise<void> {
  const shuffled = told
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  for (const { tender, delivery } of shuffled) await desk.deliver(tender, delivery);
}

/** The power fails after the provider has done it, and before we have written it down. */
async function crashAfterCall(model: ProviderModel, desk: PayDesk, which: number): Promise<void> {
  const outcomes = desk.server.app.get(OperationOutcomes);
  const powerCut = jest.spyOn(outcomes, 'record').mockRejectedValueOnce(new Error('power cut'));
  const chosen = pick(model.payments, which);
  if (chosen) await desk.show(chosen.payment);
  powerCut.mockRestore();
  await desk.restart();
}

async function closeDay(model: ProviderModel, desk: PayDesk): Promise<void> {
  const day = new Date(FIRST_DAY + model.day * DAY_MS).toISOString().slice(0, 10);
  const path = `/v1/days/${day}`;
  type Items = { blocking: { kind: string; id: string }[] };
  const { body } = await desk.ask<Items>('GET', `${path}/readiness`);
  const leftOpen = body.blocking
    .filter(({ kind }) => kind === 'open_order')
    .map(({ kind, id }) => ({ kind, id, reason: 'Until tomorrow' }));
  const closed = await desk.ask('POST', `${path}/close`, { leftOpen });
  expect([closed.status, closed.body]).toMatchObject([200, {}]);
  model.day += 1;
  desk.clock.set(Math.max(desk.clock.now(), FIRST_DAY + model.day * DAY_MS));
}

const refund = (which: number, part: number, isCredit: boolean) =>
  step(`refund ${part} of order ${which}${isCredit ? ' as credit' : ''}`, (model, desk) =>
    desk.ask('POST', `/v1/orders/${pick(model.orders, which) ?? 'none'}/refunds`, {
      ...{ amountCents: part, reason: 'Not happy' },
      ...(isCredit && { destination: 'store_credit' }),
    }),
  );

const which = fc.nat({ max: 20 });
const tenders = fc.constantFrom('paypal', 'cash_app');
const begins = fc.tuple(tenders, fc.constantFrom(0, 0, 1000));

const begun = begins.map(([tender, part]) =>
  step(`begin ${tender} beside ${part} in cash`, (model, desk) => begin(model, desk, tender, part)),
);

const approved = begins.map(([tender, part]) =>
  step(`begin ${tender} beside ${part} in cash, approved`, async (model, desk) => {
    if (!(await begin(model, desk, tender, part))) return;
    const { payment } = model.payments.at(-1) ?? {};
    if (payment) decide(desk, payment, tender, true);
    desk.later(3);
  }),
);

const decided = fc.tuple(which, fc.boolean()).map(([at, isApproved]) =>
  step(`customer ${at} ${isApproved ? 'approves' : 'declines'}`, async (model, desk) => {
    const chosen = pick(model.payments, at);
    if (chosen) decide(desk, chosen.payment, chosen.tender, isApproved);
    desk.later(3);
  }),
);

const looked = which.map((at) =>
  step(`look at payment ${at}`, async (model, desk) => {
    const chosen = pick(model.payments, at);
    if (chosen) await desk.show(chosen.payment);
  }),
);

const cancelled = which.map((at) =>
  step(`cancel payment ${at}`, async (model, desk) => {
    const { orderId, id } = pick(model.payments, at)?.payment ?? { orderId: '', id: '' };
    await desk.ask('POST', `/v1/orders/${orderId}/payments/${id}/cancel`);
  }),
);

const swept = fc.constant(
  step('sweep', (_model, desk) => {
    desk.later(40);
    return desk.sweep();
  }),
);

const delivered = fc
  .integer()
  .map((seed) => step(`deliver by ${seed}`, (model, desk) => deliver(model, desk, seed)));

const badDay = fc.tuple(fc.integer(), fc.constantFrom(0, 0.2, 0.5)).map(([seed, rate]) =>
  step(`faults ${rate} by ${seed}`, async (_model, desk) => {
    desk.paypal.faults.seed({ seed, rate, choices: FAULTS });
    desk.cashApp.faults.seed({ seed: seed + 1, rate, choices: FAULTS });
  }),
);

const refunded = fc
  .tuple(which, fc.constantFrom(1, 700, 2500, 3500), fc.boolean())
  .map(([at, part, isCredit]) => refund(at, part, isCredit));

const crashed = which.map((at) =>
  step(`crash at ${at}`, (model, desk) => crashAfterCall(model, desk, at)),
);

/** Anything that may happen between a till, its customers and two providers on bad days. */
export const anyProviderSteps = fc.commands<ProviderModel, PayDesk, false>(
  [
    // What is named more than once happens more often.
    ...[approved, approved, approved, begun, decided, cancelled],
    ...[looked, looked, swept, swept, delivered, delivered],
    ...[refunded, refunded, refunded, badDay, crashed],
    fc.constant(step('close the day', closeDay)),
  ],
  { maxCommands: 60, size: 'max' },
);
