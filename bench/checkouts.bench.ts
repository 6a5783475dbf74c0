import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { CheckoutFloor } from './support/checkout-floor';
import { RunningServer } from './support/running-server';
import { openSmallShop } from './support/small-shop';
import { median } from './support/statistics';
import { milliseconds, perSecond, printTable, ratio } from './support/table';

const CONNECTIONS = [1, 16, 64] as const;
const ROUNDS = 3;
const SECONDS = 3;

interface Measure {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Checkouts a second by real HTTP: a cut with tax and tip, paid in cash, with its receipt and its
 * entries; beside the same rows inserted by bare better-sqlite3 with the same pragmas. Rounds
 * alternate, so that a machine that slows down slows all of them.
 */
export async function benchCheckouts(): Promise<void> {
  const server = await RunningServer.start();
  const measures = new Map<number, Measure[]>(CONNECTIONS.map((count) => [count, []]));
  const floors = { single: [] as number[], batch: [] as number[] };
  let floor: CheckoutFloor | undefined;
  try {
    const shop = await openSmallShop(server);
    const barber = await server.post<{ id: string }>('/v1/barbers', {
      ...{ code: 'JB', name: 'John Barber', skills: ['cut'], commissionBasisPoints: 5_000 },
    });
    const body = {
      lines: [{ kind: 'service', catalogId: shop.serviceId, barberId: barber.id }],
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [{ tender: 'cash', tenderedCents: 10_000 }],
    };
    const load = (count: number, seconds: number) =>
      loadCheckouts(server, { token: shop.ownerToken, body, count, seconds });
    await load(16, 2);
    floor = await CheckoutFloor.of(server.databasePath, () => server.post('/v1/checkout', body));
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.single.push(floor.checkoutsPerSecond(1, 400));
      floors.batch.push(floor.checkoutsPerSecond(64, 1_920));
      for (const count of CONNECTIONS) measures.get(count)?.push(await load(count, SECONDS));
    }
  } finally {
    floor?.close();
    await server.stop();
  }

  const single = median(floors.single);
  const row = (name: string, value: number, p50 = '', p99 = '') => ({
    checkouts: name,
    'per second': perSecond(value),
    ...{ p50, p99, 'to one commit each': ratio(value / single) },
  });
  printTable(`Checkouts (${floor.rows} rows each, median of ${ROUNDS} rounds of ${SECONDS} s)`, [
    row('floor: one commit each', single),
    row('floor: 64 in a commit', median(floors.batch)),
    ...CONNECTIONS.map((count) => {
      const rounds = measures.get(count) ?? [];
      return row(
        `HTTP, ${count} connection${count === 1 ? '' : 's'}`,
        median(rounds.map((round) => round.perSecond)),
        milliseconds(median(rounds.map((round) => round.p50Ms))),
        milliseconds(median(rounds.map((round) => round.p99Ms))),
      );
    }),
  ]);
}

/** Each connection sends its next checkout when the last is answered, with a key of its own. */
async function loadCheckouts(
  server: RunningServer,
  load: { token: string; body: object; count: number; seconds: number },
): Promise<Measure> {
  const pool = new Pool(server.address, { connections: load.count, pipelining: 1 });
  const body = JSON.stringify(load.body);
  const tookMs: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + load.seconds * 1_000;
  const customer = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      const answer = await pool.request({
        path: '/v1/checkout',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${load.token}`,
          'idempotency-key': randomUUID(),
        },
        body,
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 201) throw new Error(`Refused with ${answer.statusCode}: ${text}`);
      tookMs.push(performance.now() - sentAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.count }, customer));
  } finally {
    await pool.close();
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  tookMs.sort((a, b) => a - b);
  const rank = (share: number) => tookMs[Math.ceil(share * tookMs.length) - 1] ?? 0;
  return { perSecond: tookMs.length / seconds, p50Ms: rank(0.5), p99Ms: rank(0.99) };
}
