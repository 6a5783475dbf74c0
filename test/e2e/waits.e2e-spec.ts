import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../src/tickets/assignment/dispatch-settings';
import { InlineEstimateEngine } from '../../src/tickets/estimates/estimate-engine';
import { PooledEstimateEngine } from '../../src/tickets/estimates/pooled-estimate-engine.service';
import { busyBarber, NOTHING_LEARNED, queueState, ticket } from '../support/queue';
import { ServerProgram } from '../support/server-program';
import { SocketClient } from '../support/socket-client';

// Waits as a shop gets them from the program as it is shipped: by itself, from another thread.

jest.setTimeout(60_000);

const ADMIN_KEY = '7f3b9c1e5d8a2046b1e7c3f9d5a08264e1b7c3d9f5a20846';
const WORKER = join(__dirname, '..', '..', 'dist', 'tickets', 'estimates', 'estimates.worker.js');

interface OpenTicket {
  readonly ticket: { readonly id: string };
  readonly accessToken: string;
}

let folder: string;
let server: ServerProgram;
const clients: SocketClient[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fusion-waits-'));
  server = await ServerProgram.start({ DB_PATH: join(folder, 'shop.db'), ADMIN_KEY });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await server.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T>(method: string, path: string, body?: object, token = ADMIN_KEY): Promise<T> {
  const answer = await fetch(server.address + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

async function listen(namespace: string, token: string): Promise<SocketClient> {
  const client = await SocketClient.live(server.address, namespace, { token });
  clients.push(client);
  return client;
}

it('come by themselves to the board, the customer and the lobby, and the program ends in peace', async () => {
  await ask('POST', '/v1/setup', {
    shop: { name: 'Wait cuts', slug: 'wait', timeZone: 'UTC', currency: 'USD', stopsIntake: false },
    owner: { email: 'olivia@cuts.example', password: 'comb over coffee' },
  });
  const service = await ask<{ id: string }>('POST', '/v1/services', {
    ...{ name: 'Haircut', priceCents: 3500, durationMinutes: 30, skills: [] },
  });
  const barber = await ask<{ id: string }>('POST', '/v1/barbers', {
    ...{ code: 'ANA', name: 'Ana', commissionBasisPoints: 5000 },
  });
  await ask('POST', `/v1/barbers/${barber.id}/clock-in`, {});
  const take = (customerName: string) =>
    ask<OpenTicket>('POST', '/v1/tickets', { serviceIds: [service.id], customerName });
  await take('Al First');
  const waiting = await take('Dan Kowalski');
  const lobbyToken = await ask<{ token: string }>('POST', '/v1/api-tokens', {
    ...{ name: 'Lobby', role: 'lobby' },
  });
  const [customer, lobby] = [
    await listen('/ticket', waiting.accessToken),
    await listen('/lobby', lobbyToken.token),
  ];
  const boardNow = () => ask<{ queue: { estimate: object | null }[] }>('GET', '/v1/board');
  while ((await boardNow()).queue[0]?.estimate === null) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await ask('POST', `/v1/barbers/${barber.id}/start-break`, {});

  const told = ({ events }: SocketClient) =>
    events.filter(({ type }) => type === 'ticket.estimate_changed').map(({ data }) => data);
  const reasons = (client: SocketClient) =>
    told(client).map(
      ({ ticket: of }: { ticket?: { estimate: { reason: object } } }) => of?.estimate.reason,
    );
  const expected = { code: 'barber_break_next', barber: 'Ana' };
  const isTold = (client: SocketClient) =>
    reasons(client).some((reason) => JSON.stringify(reason).includes(expected.code));
  await customer.until(() => isTold(customer));
  await lobby.until(() => isTold(lobby));
  expect(reasons(customer).at(-1)).toMatchObject(expected);
  expect(told(lobby).at(-1)).toMatchObject({ ticket: { customerName: 'Dan K.' } });

  const board = await boardNow();
  expect(board.queue[0]?.estimate).toMatchObject({ reason: expected });
  const waits = await fetch(`${server.address}/v1/public/shops/wait/waits`);
  expect(await waits.json()).toMatchObject({ services: [{ anyone: expect.anything() }] });
  const page = await fetch(`${server.address}/accuracy/`);
  expect(await page.text()).toContain('Were the waits true?');

  const startedAt = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(server.output.logs).not.toContain('estimates.thread_failed');
  expect(server.output.logs).not.toContain('estimates.failed');
});

it('are the same from the other thread', async () => {
  const question = {
    kind: 'queue' as const,
    state: queueState([busyBarber('ann', 90)], [ticket('t1', 91), ticket('t2', 95)]),
    now: 100,
    learned: NOTHING_LEARNED,
    settings: DEFAULT_SETTINGS,
    factors: { below: 1, above: 1.2 },
  };
  const engine = new PooledEstimateEngine(WORKER);

  const answers = [await engine.run(question), await engine.run(question)];

  expect(engine.completed).toBe(2);
  await engine.onApplicationShutdown();
  const inline = await new InlineEstimateEngine().run(question);
  expect(answers).toEqual([inline, inline]);
});
