import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal, Unreached } from '../api/problem';
import { Outbox, type Outgoing } from './outbox';

const memory = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
  removeItem: (key: string) => memory.delete(key),
});

const call = { path: '/call', body: {}, subject: { ticketId: 't', action: 'call' } };
const start = { path: '/start', body: {}, subject: { ticketId: 't', action: 'start' } };
const refusal = new Refusal({
  type: '',
  title: 'No.',
  status: 409,
  detail: '',
  code: 'TICKET_TRANSITION_ILLEGAL',
  traceId: '',
});

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('the outbox', () => {
  beforeEach(() => memory.clear());

  it('sends what was given in its order', async () => {
    const sent: string[] = [];
    const outbox = new Outbox('o', async ({ path }) => void sent.push(path));

    outbox.put(call);
    outbox.put(start);
    await settled();

    expect(sent).toEqual(['/call', '/start']);
    expect(outbox.getWaiting()).toEqual([]);
  });

  it('sends the same key again after a lost answer, also from a new page', async () => {
    const keys: string[] = [];
    const dead = new Outbox('o', async ({ key }) => {
      keys.push(key);
      throw new Unreached('lost');
    });
    dead.put(call);
    await settled();
    expect(dead.getWaiting()).toHaveLength(1);

    const reloaded = new Outbox('o', async ({ key }) => void keys.push(key));
    await reloaded.flush();

    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    expect(reloaded.getWaiting()).toEqual([]);
  });

  it('lets nothing overtake what did not get through', async () => {
    const send = vi.fn(async (_command: Outgoing) => {
      throw new Unreached('away');
    });
    const outbox = new Outbox('o', send);

    outbox.put(call);
    outbox.put(start);
    await settled();

    expect(send.mock.calls.every(([{ path }]) => path === '/call')).toBe(true);
    expect(outbox.getWaiting().map(({ path }) => path)).toEqual(['/call', '/start']);
  });

  it('tells of a refusal, drops it and goes on', async () => {
    const sent: string[] = [];
    const outbox = new Outbox('o', async ({ path }) => {
      sent.push(path);
      if (path === '/call') throw refusal;
    });
    const refused: string[] = [];
    outbox.onRefused(({ command }) => refused.push(command.path));

    outbox.put(call);
    outbox.put(start);
    await settled();

    expect(refused).toEqual(['/call']);
    expect(sent).toEqual(['/call', '/start']);
    expect(outbox.getWaiting()).toEqual([]);
  });
});
