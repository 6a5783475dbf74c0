import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../test/support/socket-client';
import { numbers, StreamLab, stopReading } from '../../test/support/stream-lab';
import type { RealtimeLimits } from './realtime.limits';

let lab: StreamLab;
const open = async (limits: Partial<RealtimeLimits> = {}) => {
  lab = await StreamLab.open(limits);
  return lab;
};

afterEach(async () => {
  await lab.close();
});

describe('following the stream', () => {
  it('begins with what happens next when nothing is said', async () => {
    const { stream } = await open();
    stream.happen(3);

    const client = await lab.live();
    stream.happen(2);
    await client.until(() => client.events.length === 2);

    expect(client.messages.map(({ name }) => name)).toEqual(['ready', 'event', 'event']);
    expect(client.named('ready')[0]).toMatchObject({ sequence: 3 });
    expect(client.sequences).toEqual([4, 5]);
  });

  it('sends what was missed before it is live', async () => {
    const { stream } = await open();
    stream.happen(700);

    const client = await lab.live(100);
    stream.happen(1);
    await client.until(() => client.events.length === 601);

    expect(client.sequences).toEqual(numbers(101, 701));
    expect(client.messages.findIndex(({ name }) => name === 'ready')).toBe(600);
    expect(await lab.metric('fusion_ws_resumes_total')).toBe(1);
  });

  it.each([0, 1, 2, 3, 4])(
    'loses and doubles nothing when events come at any point of it (%i)',
    async (variant) => {
      const { stream } = await open();
      stream.happen(300);
      let reads = 0;
      stream.whileReading = async () => {
        reads += 1;
        if (reads > 40) return;
        // Committed and delivered; committed only, and delivered in a later turn or microtask.
        stream.commit();
        if (variant === 0) stream.ring();
        if (variant === 1) await pause(1);
        if (variant === 2) queueMicrotask(() => stream.ring());
        if (variant === 3) setImmediate(() => stream.happen(3));
        if (variant === 4) void Promise.resolve().then(async () => stream.ring());
      };

      const following = [0, 100, 299, 300].map((after) => ({ after, client: lab.open(after) }));
      await pause(30);
      stream.whileReading = () => undefined;
      await pause(5);
      stream.happen(50);
      const last = stream.delivered;

      for (const { after, client } of following) {
        await client.until(() => client.sequences.at(-1) === last);
        expect(client.sequences).toEqual(numbers(after + 1, last));
      }
    },
  );

  it('asks for a snapshot when more was missed than is sent again', async () => {
    const { stream } = await open({ missedEventsMax: 10 });
    stream.happen(21);

    const behind = await lab.live(10);
    const near = await lab.live(11);

    expect(behind.messages.map(({ name }) => name)).toEqual(['resync', 'ready']);
    expect(behind.named('resync')).toEqual([{ sequence: 21, reason: 'too_old' }]);
    expect(near.sequences).toEqual(numbers(12, 21));
  });

  it('asks for a snapshot when what was missed is gone', async () => {
    const { stream } = await open();
    stream.happen(20);
    stream.committed.splice(0, 10);

    const client = await lab.live(5);

    expect(client.named('resync')).toEqual([{ sequence: 20, reason: 'pruned' }]);
    expect(client.events).toEqual([]);
  });

  it('asks for a snapshot when the sequence is not of this history', async () => {
    const { stream } = await open();
    stream.happen(20);

    const client = await lab.live(21);

    expect(client.named('resync')).toEqual([{ sequence: 20, reason: 'ahead' }]);
  });

  it('waits for the relay when the client has seen more of the history', async () => {
    const { stream } = await open();
    stream.happen(5);
    stream.commit();
    stream.commit();

    const client = lab.open(7);
    await pause(50);
    expect(client.messages).toEqual([]);
    stream.happen(2);
    await client.until(() => client.events.length === 2);

    expect(client.sequences).toEqual([8, 9]);
  });

  it('begins anew at the client’s word, the last one counting', async () => {
    const { stream } = await open();
    stream.happen(10);
    const client = await lab.live(10);

    client.socket.emit('sync', { after: 2 });
    client.socket.emit('sync', { after: 8 });
    await client.until(() => client.sequences.includes(10));
    stream.happen(1);
    await client.until(() => client.sequences.includes(11));

    expect(client.sequences.slice(-3)).toEqual([9, 10, 11]);
    expect(client.sequences.filter((sequence) => sequence === 11)).toHaveLength(1);
  });
});

describe('the fan-out', () => {
  it('serialises an event once, however many sockets there are', async () => {
    const { stream } = await open();
    let calls = 0;
    const data = { toJSON: () => ({ calls: ++calls }) };
    const first = await lab.live();
    stream.happen(1, data);
    await first.until(() => first.events.length === 1);
    const callsForOne = calls;

    const others = await Promise.all(numbers(1, 40).map(() => lab.live()));
    stream.happen(1, data);
    for (const client of others) await client.until(() => client.events.length === 1);

    expect(calls - callsForOne).toBe(callsForOne);
    expect(await lab.metric('fusion_ws_events_sent_total')).toBe(42);
  });

  it('sends nothing but heartbeats from an idle shop', async () => {
    const { stream } = await open({ headEveryMs: 20 });
    stream.happen(4);

    const client = await lab.live();
    await client.until(() => client.messages.length > 4);

    expect(new Set(client.messages.slice(1).map((message) => JSON.stringify(message)))).toEqual(
      new Set([JSON.stringify({ name: 'head', payload: { sequence: 4 } })]),
    );
  });
});

describe('a client that does not read', () => {
  const big = { text: 'x'.repeat(50_000) };

  it('is cut off, and costs neither memory nor the others anything', async () => {
    const { stream } = await open({ backlogCheckMs: 10 });
    const stalled = await lab.live();
    const lively = await lab.live();
    stopReading(stalled);

    let sent = 0;
    while (lab.connections.size === 2 && sent < 2_000) {
      stream.happen(5, big);
      sent += 5;
      await pause(5);
    }

    expect(lab.connections.size).toBe(1);
    expect(await lab.metric('fusion_ws_slow_consumers_total')).toBe(1);
    await lively.until(() => lively.events.length === sent);
    expect(lively.sequences).toEqual(numbers(1, sent));
  });

  it('is cut off while it resumes, too', async () => {
    const { stream } = await open({ drainMsMax: 100, backlogBytesMax: 1e9 });
    stream.happen(1_000, big);
    const client = lab.open(0);
    client.socket.once('event', () => stopReading(client));

    await until(() => lab.connections.size === 1);
    await until(() => lab.connections.size === 0);

    expect(await lab.metric('fusion_ws_slow_consumers_total')).toBe(1);
    expect(client.events.length).toBeLessThan(1_000);
  });
});

describe('a connection', () => {
  it('ends when its credential runs out', async () => {
    await open({ expiryCheckMs: 10 });
    lab.identity = { ...lab.identity, expiresAt: lab.clock.now() + 60_000 };
    const client = await lab.live();

    lab.clock.advanceMinutes(1);
    await client.until(() => client.disconnectReason !== undefined);

    expect(client.named('error')).toEqual([expect.objectContaining({ code: 'CREDENTIAL_ENDED' })]);
  });

  it('is closed when it is one too many, though it was let in', async () => {
    await open({ connectionsPerCredential: 3 });

    const clients = numbers(1, 6).map(() => lab.open());
    await until(() => clients.filter(({ disconnectReason }) => disconnectReason).length === 3);

    expect(lab.connections.size).toBe(3);
    expect(await lab.metric('fusion_ws_refusals_total')).toBe(3);
  });

  it('is in the log when it comes and when it goes', async () => {
    await open();
    const tabs = [await lab.live(), await lab.live()];
    const ids = tabs.map((client) => client.named<{ connectionId: string }>('ready')[0]);

    tabs[0]?.close();
    await until(() => lab.log.length === 3);

    const who = { namespace: '/admin', role: 'owner', actorId: 'owner-1', shopId: 'shop-1' };
    expect(lab.log).toEqual([
      { event: 'ws_connected', ...ids[0], sequence: undefined, ...who, address: '127.0.0.1' },
      { event: 'ws_connected', ...ids[1], sequence: undefined, ...who, address: '127.0.0.1' },
      {
        event: 'ws_disconnected',
        ...ids[0],
        sequence: undefined,
        ...who,
        reason: 'client_namespace_disconnect',
        code: undefined,
        durationMs: expect.any(Number),
      },
    ]);
    expect(ids[0]?.connectionId).not.toBe(ids[1]?.connectionId);
  });

  it('leaves no trace when its client dies', async () => {
    await open();
    const clients = await Promise.all(numbers(1, 30).map(() => lab.live()));

    for (const client of clients) {
      const { transport } = client.socket.io.engine as unknown as {
        transport: { ws: { terminate(): void } };
      };
      transport.ws.terminate();
    }
    await until(() => lab.connections.size === 0);

    expect(await lab.metric('fusion_ws_connections')).toBe(0);
    expect(await lab.metric('fusion_ws_disconnects_total')).toBe(30);
    expect(lab.log.at(-1)).toMatchObject({ reason: 'transport_close', code: 1006 });
  });
});
