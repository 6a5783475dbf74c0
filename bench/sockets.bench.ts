import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { cpuMsOf } from './support/process-cpu';
import { RunningServer } from './support/running-server';
import { openSmallShop } from './support/small-shop';
import { median, quantile } from './support/statistics';
import { milliseconds, printTable, ratio } from './support/table';

const SOCKETS = 1_000;
const SOCKETS_PER_TOKEN = 40;
const EVENTS = 20;
const TRICKLE = 200;

const wallTime = () => performance.timeOrigin + performance.now();

/** From commit to socket, for one listener under a trickle of tickets. */
export async function benchLatency(): Promise<void> {
  const server = await RunningServer.start({ commits: true });
  try {
    const { kioskToken, ownerToken, serviceId } = await openSmallShop(server);
    const arrivals = new Map<number, number>();
    const socket = connect(server.address, '/admin', ownerToken, '10.1.0.1');
    socket.on('event', ({ sequence }: { sequence: number }) => arrivals.set(sequence, wallTime()));
    await ready(socket);
    const posts: number[] = [];
    for (let i = 0; i < TRICKLE; i += 1) {
      const startedAt = performance.now();
      await server.post('/v1/tickets', { serviceIds: [serviceId] }, kioskToken);
      posts.push(performance.now() - startedAt);
    }
    await until(() => arrivals.size >= TRICKLE);
    socket.close();
    const latencies = [...arrivals].flatMap(([sequence, at]) => {
      const committed = server.committedAt.get(sequence);
      return committed === undefined ? [] : [at - committed];
    });
    printTable(`From commit to socket (${latencies.length} tickets, one after another)`, [
      {
        what: 'commit to socket',
        p50: milliseconds(median(latencies)),
        p99: milliseconds(quantile(latencies, 0.99)),
      },
      {
        what: 'POST /v1/tickets, whole',
        p50: milliseconds(median(posts)),
        p99: milliseconds(quantile(posts, 0.99)),
      },
    ]);
  } finally {
    await server.stop();
  }
}

/** One event to a thousand sockets, beside bare Socket.IO that sends the same to as many. */
export async function benchFanout(): Promise<void> {
  const bare = await bareFanout();
  const ours = await ownFanout();
  const row = (name: string, { last, cpu }: Fanout) => ({
    [`one event to ${SOCKETS} sockets`]: name,
    'to the last socket, p50': milliseconds(median(last)),
    'worst of all': milliseconds(Math.max(...last)),
    'to bare': ratio(median(last) / median(bare.last)),
    'server CPU an event': milliseconds(cpu),
  });
  printTable('Fan-out', [row('bare socket.io', bare), row('Fusion', ours)]);
}

interface Fanout {
  /** Time to the last of all sockets, for each event. */
  readonly last: number[];
  readonly cpu: number;
}

async function ownFanout(): Promise<Fanout> {
  const server = await RunningServer.start({ commits: true });
  const sockets: Socket[] = [];
  const live: Promise<void>[] = [];
  try {
    const { kioskToken, serviceId } = await openSmallShop(server);
    for (let i = 0; i < SOCKETS / SOCKETS_PER_TOKEN; i += 1) {
      const { token } = await server.post<{ token: string }>('/v1/api-tokens', {
        name: `Lobby ${i}`,
        role: 'lobby',
      });
      for (let j = 0; j < SOCKETS_PER_TOKEN; j += 1) {
        const socket = connect(server.address, '/lobby', token, `10.2.0.${i}`);
        sockets.push(socket);
        live.push(ready(socket));
      }
    }
    const counts = new Map<number, { count: number; last: number }>();
    for (const socket of sockets) {
      socket.on('event', ({ sequence }: { sequence: number }) => {
        const seen = counts.get(sequence) ?? { count: 0, last: 0 };
        counts.set(sequence, { count: seen.count + 1, last: wallTime() });
      });
    }
    await Promise.all(live);
    const cpuBefore = server.cpuMs();
    for (let i = 0; i < EVENTS; i += 1) {
      await server.post('/v1/tickets', { serviceIds: [serviceId] }, kioskToken);
      await until(() => [...counts.values()].filter((seen) => seen.count === SOCKETS).length > i);
    }
    const cpu = (server.cpuMs() - cpuBefore) / EVENTS;
    const last = [...counts].map(
      ([sequence, seen]) => seen.last - (server.committedAt.get(sequence) ?? Number.NaN),
    );
    return { last, cpu };
  } finally {
    for (const socket of sockets) socket.close();
    await server.stop();
  }
}

async function bareFanout(): Promise<Fanout> {
  const child = fork(
    join(__dirname, '..', 'tools', 'run-ts.mjs'),
    [join(__dirname, 'support', 'bare-socket-server.ts')],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const sockets: Socket[] = [];
  try {
    const { address } = await message<{ address: string }>(child);
    for (let i = 0; i < SOCKETS; i += 1) {
      sockets.push(io(address, { transports: ['websocket'], forceNew: true }));
    }
    let received = 0;
    let lastAt = 0;
    for (const socket of sockets) {
      socket.on('event', () => {
        received += 1;
        lastAt = wallTime();
      });
    }
    await Promise.all(sockets.map(ready));
    const last: number[] = [];
    const cpuBefore = cpuMsOf(child.pid);
    for (let i = 0; i < EVENTS; i += 1) {
      received = 0;
      const sent = message<{ at: number }>(child);
      child.send('emit');
      const { at } = await sent;
      await until(() => received === SOCKETS);
      last.push(lastAt - at);
    }
    const cpu = (cpuMsOf(child.pid) - cpuBefore) / EVENTS;
    return { last, cpu };
  } finally {
    for (const socket of sockets) socket.close();
    child.kill('SIGTERM');
  }
}

function connect(address: string, namespace: string, token: string, forwardedFor: string): Socket {
  return io(address + namespace, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}`, 'x-forwarded-for': forwardedFor },
  });
}

function ready(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('ready', () => resolve());
    socket.once('connect_error', reject);
  });
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once('message', (m) => resolve(m as T)));
}

async function until(isDone: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!isDone()) {
    if (performance.now() > deadline) throw new Error('Events did not arrive within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
