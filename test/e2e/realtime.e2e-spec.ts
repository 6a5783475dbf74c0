import { handshake, SocketClient, until } from '../support/socket-client';
import { StaffedShop } from '../support/staffed-shop';

jest.setTimeout(30_000);

let shop: StaffedShop;
const clients: SocketClient[] = [];

beforeAll(async () => {
  shop = await StaffedShop.open();
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

afterAll(async () => {
  await shop.close();
});

type Options = Parameters<typeof SocketClient.live>[2];

async function listen(namespace: string, options: Options = {}): Promise<SocketClient> {
  const client = await SocketClient.live(shop.address, namespace, options);
  clients.push(client);
  return client;
}

async function metric(line: string): Promise<number> {
  const answer = await fetch(`${shop.address}/metrics`, {
    headers: { authorization: `Bearer ${shop.owner}` },
  });
  const text = await answer.text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? 0 : Number(found.slice(line.length + 1));
}

describe('the handshake', () => {
  it.each([
    ['nothing', {}, ''],
    ['a wrong token', { authorization: 'Bearer fat_wrong' }, ''],
    ['a wrong cookie', { cookie: 'fusion=fst_wrong' }, ''],
    ['a wrong pass', {}, '&pass=frp_wrong'],
  ])('is answered with 401 and a problem, before any upgrade, to %s', async (_, headers, query) => {
    const answer = await handshake(shop.address, headers, query);

    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect(answer.contentType).toContain('application/problem+json');
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is answered with 401 to a poll as well', async () => {
    const answer = await fetch(`${shop.address}/socket.io/?EIO=4&transport=polling`);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes no token from the address', async () => {
    const answer = await handshake(shop.address, {}, `&token=${shop.owner}&pass=${shop.owner}`);

    expect(answer.status).toBe(401);
  });

  it.each(['__proto__', 'constructor', 'unknown'])('knows no connection %s', async (sid) => {
    expect((await handshake(shop.address, {}, `&sid=${sid}`)).status).toBe(400);
  });

  it('takes a cookie from a page of the server only', async () => {
    const cookie = `fusion=${shop.owner}`;
    const statusFrom = async (origin?: string) =>
      (await handshake(shop.address, { cookie, ...(origin !== undefined && { origin }) })).status;

    expect(await statusFrom(shop.address)).toBe(101);
    expect(await statusFrom('https://evil.example')).toBe(403);
    expect(await statusFrom('null')).toBe(403);
    expect(await statusFrom(`${shop.address}.evil.example`)).toBe(403);
    expect(await statusFrom()).toBe(403);
  });

  it('takes a pass once, for who has issued it', async () => {
    const { pass } = await shop.post<{ pass: string }>('/v1/realtime/passes');

    const client = await listen('/admin', { pass });

    expect(client.named('ready')).toHaveLength(1);
    expect((await handshake(shop.address, {}, `&pass=${pass}`)).status).toBe(401);
  });

  it('opens by polling, too, and goes over to a WebSocket', async () => {
    const client = await listen('/admin', {
      token: shop.owner,
      transports: ['polling', 'websocket'],
    });
    await until(() => client.socket.io.engine.transport.name === 'websocket');

    await shop.join('Over Socket');

    await client.until(() => client.events.length > 0);
  });

  it('ends at 50 connections with one credential', async () => {
    const { id, token } = await shop.apiToken('lobby');
    const open = await Promise.all(Array.from({ length: 50 }, () => listen('/lobby', { token })));

    const answer = await handshake(shop.address, { authorization: `Bearer ${token}` });

    expect(open).toHaveLength(50);
    expect(answer).toMatchObject({ status: 429, body: { code: 'SOCKETS_TOO_MANY' } });
    await shop.ask('DELETE', `/v1/api-tokens/${id}`);
  });
});

describe('namespaces', () => {
  it('let in those who have a right to them, and tell the others why not', async () => {
    const barber = await shop.barber('NSB');
    const lobby = await shop.apiToken('lobby');
    const kiosk = await shop.apiToken('kiosk');
    const customer = await shop.join('Nora Space');
    const tokens = {
      owner: shop.owner,
      barber: barber.token,
      lobby: lobby.token,
      kiosk: kiosk.token,
      customer: customer.token,
    };

    const outcomes: Record<string, string[]> = {};
    for (const [who, token] of Object.entries(tokens)) {
      outcomes[who] = [];
      for (const namespace of ['/admin', '/barber', '/lobby', '/ticket', '/', '/nothing']) {
        const client = SocketClient.open(shop.address, namespace, { token });
        clients.push(client);
        await client.until(() => client.named('ready').length > 0 || !!client.refusal);
        if (!client.refusal) outcomes[who].push(namespace);
        else if (namespace.length > 1 && namespace !== '/nothing') {
          expect(client.refusal.data).toMatchObject({ code: 'NAMESPACE_FORBIDDEN', status: 403 });
        }
      }
    }

    expect(outcomes).toEqual({
      owner: ['/admin', '/lobby'],
      barber: ['/barber'],
      lobby: ['/lobby'],
      kiosk: ['/lobby'],
      customer: ['/ticket'],
    });
  });
});

describe('what is told', () => {
  it('of a visit, from the door to the till, is to each audience its part', async () => {
    const own = await StaffedShop.open();
    const ana = await own.barber('ANA', 'Ana');
    const ben = await own.barber('BEN', 'Ben');
    const lobbyToken = await own.apiToken('lobby');
    const live = async (namespace: string, token: string) => {
      const client = await SocketClient.live(own.address, namespace, { token });
      clients.push(client);
      return client;
    };
    const admin = await live('/admin', own.owner);
    const toAna = await live('/barber', ana.token);
    const toBen = await live('/barber', ben.token);
    const lobby = await live('/lobby', lobbyToken.token);

    const dan = await own.join('Dan Kowalski', 'owes us ten');
    const customer = await live('/ticket', dan.token);
    const { ticket } = await own.ask<{ ticket: { barberId: string } }>(
      'GET',
      '/v1/my-ticket',
      undefined,
      dan.token,
    );
    const his = ticket.barberId === ana.id ? toAna : toBen;
    const others = his === toAna ? toBen : toAna;
    await own.post(`/v1/tickets/${dan.id}/start`);
    await own.post(`/v1/tickets/${dan.id}/complete`);
    await own.post('/v1/checkout', {
      ticketId: dan.id,
      tip: { kind: 'amount', amountCents: 500 },
      tenders: [{ tender: 'cash', tenderedCents: 4000 }],
    });

    const last = 'ticket.paid';
    const all = [admin, toAna, toBen, lobby, customer];
    for (const client of all) {
      await client.until(() => client.events.some(({ type }) => type === last));
    }
    const head = await own.ask<{ lastSequence: number }>('GET', '/v1/telemetry?limit=1');
    await admin.until(() => admin.lastSequence >= head.lastSequence);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const typesOf = (client: SocketClient) => client.events.map(({ type }) => type);
    const visit = ['ticket.opened', 'ticket.assigned', 'ticket.started', 'ticket.completed', last];

    expect(typesOf(admin)).toEqual(
      expect.arrayContaining([...visit, 'order.paid', 'payment.captured', 'earnings.credited']),
    );
    expect(admin.events.every(({ actor }) => actor)).toBe(true);
    expect(typesOf(his).sort()).toEqual([...visit, 'earnings.credited'].sort());
    expect(typesOf(others)).toEqual(visit);
    expect(typesOf(lobby)).toEqual(visit);
    expect(typesOf(customer)).toEqual(visit.slice(2));

    const toldLobby = JSON.stringify(lobby.events);
    expect(toldLobby).toContain('Dan K.');
    expect(toldLobby).not.toMatch(/Kowalski|owes us ten|Cents/);
    expect(JSON.stringify(others.events)).not.toMatch(/owes us ten|tipCents|commission/);
    expect(JSON.stringify(his.events)).toContain('owes us ten');
    expect(JSON.stringify(customer.events)).not.toMatch(/owes us ten|commission/);
    for (const client of all) client.close();
    await own.close();
  });

  it('of another ticket, never reaches a customer', async () => {
    const me = await shop.join('Me First');
    const client = await listen('/ticket', { token: me.token, after: 0 });

    const other = await shop.join('Somebody Else');
    await shop.post(`/v1/tickets/${other.id}/cancel`);
    await shop.post(`/v1/tickets/${me.id}/cancel`);
    await client.until(() => client.events.some(({ type }) => type === 'ticket.cancelled'));

    expect(new Set(client.events.map(({ ticketId }) => ticketId))).toEqual(new Set([me.id]));
  });
});

describe('resuming', () => {
  it('brings every event once and in order, also while more of them come', async () => {
    const { lastSequence: start } = await shop.ask<{ lastSequence: number }>(
      'GET',
      '/v1/telemetry?limit=1',
    );
    let isOver = false;
    const working = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (!isOver) {
          const { id } = await shop.join('Busy Day');
          await shop.post(`/v1/tickets/${id}/cancel`);
        }
      }),
    );

    const seen = Array.from({ length: 6 }, () => [] as number[]);
    await Promise.all(
      seen.map(async (sequences, index) => {
        for (let round = 0; round < 12; round += 1) {
          const client = await listen('/admin', {
            token: shop.owner,
            after: sequences.at(-1) ?? start,
          });
          await new Promise((resolve) => setTimeout(resolve, 10 + 7 * index));
          client.close();
          sequences.push(...client.sequences);
        }
      }),
    );
    isOver = true;
    await working;
    const { lastSequence } = await shop.ask<{ lastSequence: number }>(
      'GET',
      '/v1/telemetry?limit=1',
    );

    for (const sequences of seen) {
      const client = await listen('/admin', { token: shop.owner, after: sequences.at(-1) });
      sequences.push(...client.sequences);
      const expected = Array.from({ length: lastSequence - start }, (_, n) => start + 1 + n);
      expect(sequences).toEqual(expected);
    }
    expect(lastSequence - start).toBeGreaterThan(200);
  });

  it('gives the board’s state when the events are put onto the board', async () => {
    const { token } = await shop.apiToken('lobby');
    const board = await shop.ask<{ sequence: number }>('GET', '/v1/board', undefined, token);
    const { id } = await shop.join('Bea Board');

    const client = await listen('/lobby', { token, after: board.sequence });
    const now = await shop.ask<{ queue: object[]; active: object[] }>(
      'GET',
      '/v1/board',
      undefined,
      token,
    );

    const told = client.events.filter(({ ticketId }) => ticketId === id).at(-1)?.data as unknown;
    expect([...now.queue, ...now.active]).toContainEqual(
      expect.objectContaining((told as { ticket: object }).ticket),
    );
  });

  it('asks for a new snapshot when the sequence is not of this history', async () => {
    const client = await listen('/admin', { token: shop.owner, after: 1_000_000 });

    expect(client.named('resync')).toEqual([{ sequence: client.lastSequence, reason: 'ahead' }]);
    await shop.join('After Resync');
    await client.until(() => client.events.length > 0);
  });

  it.each([['-1'], [-1], [1.5], [{}], ['x']])('refuses %j as a sequence', async (after) => {
    const client = SocketClient.open(shop.address, '/admin', {
      token: shop.owner,
      after: after as never,
    });
    clients.push(client);

    await client.until(() => !!client.refusal);

    expect(client.refusal?.data).toMatchObject({ code: 'MESSAGE_INVALID', status: 400 });
  });

  it('happens again whenever a client is in doubt', async () => {
    const client = await listen('/admin', { token: shop.owner });
    await shop.join('Again Please');
    await client.until(() => client.events.length > 0);
    const [first = 0] = client.sequences;
    const before = client.sequences.length;

    const answer = (await client.socket.emitWithAck('sync', { after: first - 1 })) as {
      sequence: number;
    };

    expect(client.sequences.slice(before, before + 1)).toEqual([first]);
    expect(answer.sequence).toBe(client.lastSequence);
  });
});

describe('messages', () => {
  it('that nobody knows get an error and no echo', async () => {
    const client = await listen('/admin', { token: shop.owner });

    client.socket.emit('shout', { text: 'CANARY' });
    await client.until(() => client.named('error').length > 0);

    expect(client.named('error')).toEqual([
      expect.objectContaining({ code: 'MESSAGE_UNKNOWN', status: 400 }),
    ]);
    expect(JSON.stringify(client.messages)).not.toContain('CANARY');
  });

  it('that are not as agreed are refused', async () => {
    const client = await listen('/admin', { token: shop.owner });

    client.socket.emit('sync', { after: 'yesterday' });
    await client.until(() => client.named('error').length > 0);

    expect(client.named('error')[0]).toMatchObject({ code: 'MESSAGE_INVALID' });
  });

  it('in a flood close the connection', async () => {
    const client = await listen('/admin', { token: shop.owner });

    for (let count = 0; count < 1_000; count += 1) client.socket.emit('sync', { after: 0 });
    await client.until(() => client.disconnectReason !== undefined);

    expect(client.named('error').at(-1)).toMatchObject({ code: 'MESSAGES_TOO_MANY' });
  });

  it('beyond 100 kB close the connection', async () => {
    const client = await listen('/admin', { token: shop.owner });

    client.socket.emit('sync', { after: 0, padding: 'x'.repeat(110_000) });
    await client.until(() => client.disconnectReason !== undefined);

    expect(client.disconnectReason).toBe('transport close');
  });
});

describe('a credential that ends', () => {
  it('closes its sockets at once, and only those', async () => {
    const { id, token } = await shop.apiToken('manager');
    const client = await listen('/admin', { token });
    const other = await listen('/admin', { token: shop.owner });

    await shop.ask('DELETE', `/v1/api-tokens/${id}`);
    await client.until(() => client.disconnectReason !== undefined);

    expect(client.named('error')).toEqual([
      expect.objectContaining({ code: 'CREDENTIAL_ENDED', status: 401 }),
    ]);
    expect(client.disconnectReason).toBe('io server disconnect');
    expect(other.disconnectReason).toBeUndefined();
    expect((await handshake(shop.address, { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('by signing out, too', async () => {
    const barber = await shop.barber('OUT');
    const client = await listen('/barber', { token: barber.token });

    await shop.post('/v1/auth/sign-out', undefined, barber.token);

    await client.until(() => client.disconnectReason !== undefined);
  });
});

describe('the figures', () => {
  it('count who is there, who came and who went', async () => {
    const gauge = 'fusion_ws_connections{namespace="/ticket"}';
    const gone = 'fusion_ws_disconnects_total{namespace="/ticket",reason="transport_close"}';
    const me = await shop.join('Counted');
    const [here, left] = [await metric(gauge), await metric(gone)];

    const client = await listen('/ticket', { token: me.token });
    expect(await metric(gauge)).toBe(here + 1);
    client.socket.io.engine.close();
    await until(() => client.disconnectReason !== undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(await metric(gauge)).toBe(here);
    expect(await metric(gone)).toBe(left + 1);
  });
});

describe('a server that stops', () => {
  it('tells its clients to come back, and waits for no idle connection', async () => {
    const own = await StaffedShop.open();
    const client = await SocketClient.live(own.address, '/admin', { token: own.owner });
    const polling = await SocketClient.live(own.address, '/lobby', {
      token: own.owner,
      transports: ['polling'],
    });
    // Leaves an idle connection open, as browsers do.
    await fetch(`${own.address}/health/live`);

    const stoppedAt = performance.now();
    await own.close();

    // Far below the time after which an idle connection would end by itself.
    expect(performance.now() - stoppedAt).toBeLessThan(15_000);
    await client.until(() => client.disconnectReason !== undefined);
    expect(client.named('moving')).toEqual([{ spreadMs: expect.any(Number) }]);
    expect(client.disconnectReason).toBe('transport close');
    await polling.until(() => polling.disconnectReason !== undefined);
  });
});
