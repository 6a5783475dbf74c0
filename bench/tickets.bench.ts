import autocannon from 'autocannon';
import { RunningServer } from './support/running-server';
import { openSmallShop, type SmallShop } from './support/small-shop';
import { median } from './support/statistics';
import { milliseconds, perSecond, printTable, ratio } from './support/table';
import { TicketFloor } from './support/ticket-floor';

const CONNECTIONS = [1, 16, 64] as const;
const ROUNDS = 3;
const SECONDS = 5;

interface Measure {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
}

/**
 * Durable tickets a second by real HTTP, beside the same rows inserted by bare better-sqlite3 with
 * the same pragmas: one commit each, and in groups of 64. Rounds alternate, so that a machine that
 * slows down slows all of them.
 */
export async function benchTickets(): Promise<void> {
  const server = await RunningServer.start();
  const floor = new TicketFloor(server.databasePath);
  const measures = new Map<number, Measure[]>(CONNECTIONS.map((count) => [count, []]));
  const floors = { single: [] as number[], batch: [] as number[] };
  try {
    const shop = await openSmallShop(server);
    await loadTickets(server, shop, 16, 2);
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.single.push(floor.insertsPerSecond(1, 2_000));
      floors.batch.push(floor.insertsPerSecond(64, 20_000));
      for (const count of CONNECTIONS) {
        measures.get(count)?.push(await loadTickets(server, shop, count, SECONDS));
      }
    }
  } finally {
    floor.close();
    await server.stop();
  }

  const single = median(floors.single);
  const rows = CONNECTIONS.map((count) => {
    const rounds = measures.get(count) ?? [];
    const tickets = median(rounds.map((round) => round.perSecond));
    return {
      'durable tickets': `HTTP, ${count} connection${count === 1 ? '' : 's'}`,
      'per second': perSecond(tickets),
      p50: milliseconds(median(rounds.map((round) => round.p50Ms))),
      p99: milliseconds(median(rounds.map((round) => round.p99Ms))),
      'server CPU each': milliseconds(median(rounds.map((round) => round.cpuMs))),
      'to one commit each': ratio(tickets / single),
    };
  });
  const batch = median(floors.batch);
  printTable(`Tickets (median of ${ROUNDS} rounds of ${SECONDS} s)`, [
    row('floor: one commit each', single, single),
    row('floor: 64 in a commit', batch, single),
    ...rows,
  ]);
}

function row(name: string, value: number, single: number) {
  return {
    'durable tickets': name,
    'per second': perSecond(value),
    p50: '',
    p99: '',
    'server CPU each': '',
    'to one commit each': ratio(value / single),
  };
}

async function loadTickets(
  server: RunningServer,
  shop: SmallShop,
  connections: number,
  seconds: number,
): Promise<Measure> {
  const cpuBefore = server.cpuMs();
  const result = await autocannon({
    url: `${server.address}/v1/tickets`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${shop.kioskToken}`,
    },
    body: JSON.stringify({ customerName: 'Dan Kowalski', serviceIds: [shop.serviceId] }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors under load`);
  }
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMs: (server.cpuMs() - cpuBefore) / result['2xx'],
  };
}
