import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { io, type Socket } from 'socket.io-client';
import { MESSAGES, type MessageKey } from '../../src/realtime/asyncapi';
import { until } from '../support/socket-client';
import { StaffedShop } from '../support/staffed-shop';

jest.setTimeout(20_000);

interface Board {
  sequence: number;
  queue: { id: string; customerName: string }[];
  active: { id: string; customerName: string }[];
}

const page = readFileSync(join(__dirname, '../../docs/realtime.md'), 'utf8');
const blocks = [...page.matchAll(/```(\w+) ?(\w*)\n([\s\S]*?)```/g)].map(
  ([, language, name, text = '']) => ({ language, name, text }),
);
const programs = blocks.filter(({ language }) => language === 'js').map(({ text }) => text);
const messages = blocks.filter(({ language }) => language === 'json');

let shop: StaffedShop;
let token: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  shop = await StaffedShop.open();
  ({ token } = await shop.apiToken('lobby'));
});

afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await shop.close();
});

/** Runs an example as it stands on the page, and gives some of its variables. */
async function run<T>(program: string | undefined, variables: string): Promise<T> {
  const body = `${program?.replace(/^import .*$/gm, '')}\nreturn { ${variables} };`;
  const log = { log: jest.fn(), error: jest.fn() };
  const text = `(async (io, fetch, address, token, console) => {${body}})`;
  const example = runInThisContext(text) as (
    ...values: unknown[]
  ) => Promise<T & { socket: Socket }>;
  const result = await example(io, fetch, shop.address, token, log);
  sockets.push(result.socket);
  return result;
}

describe('the examples of docs/realtime.md', () => {
  it('are the ones that are run here', () => {
    expect(programs).toHaveLength(3);
  });

  it('keep a board true, across a lost connection, too', async () => {
    await shop.join('Anna Before');
    const { current, socket } = await run<{ current: () => Board; socket: Socket }>(
      programs[0],
      'current: () => board, socket',
    );
    const names = () =>
      [...current().queue, ...current().active].map(({ customerName }) => customerName);

    await shop.join('Bert Live');
    await until(() => names().includes('Bert L.'));
    socket.io.engine.close();
    await shop.join('Carl Missed');
    await until(() => names().includes('Carl M.'));

    expect(names()).toEqual(['Anna B.', 'Bert L.', 'Carl M.']);
    const answer = await shop.ask<{ queue: { id: string }[] }>('GET', '/v1/board');
    expect(current().queue.map(({ id }) => id)).toEqual(answer.queue.map(({ id }) => id));
  });

  it('connect with a pass', async () => {
    const { socket } = await run<{ socket: Socket }>(programs[1], 'socket');

    await until(() => socket.connected);
  });

  it('ask for everything again', async () => {
    const { sequence } = await run<{ sequence: number }>(programs[2], 'sequence, socket');

    const head = await shop.ask<{ lastSequence: number }>('GET', '/v1/telemetry?limit=1');
    expect(sequence).toBe(head.lastSequence);
  });

  it.each(messages.map(({ name, text }) => [name, text]))('show %s as it is', (name, text = '') => {
    const { payload } = MESSAGES[name as MessageKey];

    expect(payload.parse(JSON.parse(text))).toEqual(JSON.parse(text));
  });
});
