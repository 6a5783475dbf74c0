import { makeCertificate } from '../../../../test/support/certificates';
import { ConnectProxy } from '../../../../test/support/servers/connect-proxy';
import { answer, RawServer } from '../../../../test/support/servers/raw-server';
import { VirtualClock } from '../../../../test/support/virtual-clock';
import { OutboundClient, type OutboundClientOptions } from './outbound-client';
import { DIRECT_ROUTE } from './outbound-dispatcher';

const clock = new VirtualClock();
const authority = makeCertificate({ name: 'Test authority', isAuthority: true });
const certificate = makeCertificate({
  name: 'provider.test',
  hosts: ['provider.test'],
  issuer: authority,
});
const cleanUps: (() => Promise<void>)[] = [];

function client(options: Partial<OutboundClientOptions>): OutboundClient {
  const made = new OutboundClient({
    name: 'test',
    baseUrl: 'https://provider.test',
    route: DIRECT_ROUTE,
    clock,
    sentHeaders: ['authorization'],
    isInsideAllowed: true,
    ...options,
  });
  cleanUps.push(() => made.close());
  return made;
}

async function rawServer(...parameters: Parameters<typeof RawServer.start>): Promise<RawServer> {
  const server = await RawServer.start(...parameters);
  cleanUps.push(() => server.stop());
  return server;
}

/** A provider behind TLS that is only reachable through a proxy. */
async function behindProxy(): Promise<{ provider: RawServer; proxy: ConnectProxy }> {
  const provider = await rawServer(answer(200, '{}'), certificate);
  const proxy = await ConnectProxy.start(provider.port);
  cleanUps.push(() => proxy.stop());
  return { provider, proxy };
}

const route = (proxy: ConnectProxy, credentials = '') => ({
  ...DIRECT_ROUTE,
  httpsProxy: `http://${credentials}${proxy.address}`,
  extraAuthority: authority.pem,
});

const get = { method: 'GET', path: '/thing', deadlineMs: 2_000 } as const;
const short = { ...get, deadlineMs: 60 };

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

describe('OutboundClient', () => {
  it('returns status, kept headers and the exact body', async () => {
    const server = await rawServer(answer(418, 'Zoë', { 'retry-after': '3', 'set-cookie': 'a=b' }));

    const exchange = await client({ baseUrl: server.url }).exchange(get);

    expect(exchange).toEqual({
      kind: 'answered',
      status: 418,
      headers: { 'retry-after': '3' },
      body: Buffer.from('Zoë'),
    });
  });

  it('sends the body byte for byte, its own name, and only listed headers', async () => {
    const server = await rawServer(answer(200, ''));
    const made = client({ baseUrl: server.url });

    await made.exchange({ ...get, method: 'POST', headers: { Authorization: 'x' } });

    expect(server.heads[0]).toMatch(/^POST \/thing HTTP\/1.1\r\n/);
    expect(server.heads[0]).toMatch(/\r\nauthorization: x/);
    expect(server.heads[0]).toMatch(/\r\nuser-agent: BarbershopFusion\//);
    await expect(made.exchange({ ...get, headers: { Cookie: 'a=b' } })).rejects.toThrow(/cookie/);
  });

  it('does not follow a redirect', async () => {
    const target = await rawServer(answer(200, 'wrong'));
    const server = await rawServer(answer(302, '', { location: target.url }));

    const exchange = await client({ baseUrl: server.url }).exchange(get);

    expect(exchange).toMatchObject({ kind: 'answered', status: 302 });
    expect(target.heads).toEqual([]);
  });

  it.each([
    '//evil.test/',
    '/\\evil.test',
    'thing',
    '/a/../b',
    '/a/%2e%2E/b',
    '/a b',
    '/a\r\nx: y',
  ])('refuses the path %j, which could leave its origin', async (path) => {
    await expect(client({}).exchange({ ...get, path })).rejects.toThrow(/origin/);
  });

  it.each([
    ['http://provider.test', 'TLS'],
    ['https://user:pass@provider.test', 'credentials'],
    ['https://127.0.0.1', 'inside'],
    ['https://169.254.169.254', 'inside'],
    ['https://[::ffff:8.8.8.8]', 'inside'],
    ['https://2130706433', 'inside'],
    ['https://localhost', 'inside'],
  ])('refuses %s as another server', (baseUrl, reason) => {
    expect(() => client({ baseUrl, isInsideAllowed: false })).toThrow(reason);
  });

  it('refuses a name that leads inside, at the moment of connecting', async () => {
    // Resolves to 127.0.0.1 by the hosts file, as a rebound name would.
    const made = client({ baseUrl: 'https://localhost.', isInsideAllowed: false });

    const exchange = await made.exchange(get);

    expect(exchange.kind).toBe('not_sent');
  });
});

describe('OutboundClient, when the exchange fails', () => {
  it('10 is NOT_SENT when nobody listens', async () => {
    const server = await RawServer.start(answer(200, ''));
    const baseUrl = server.url;
    await server.stop();

    await expect(client({ baseUrl }).exchange(get)).resolves.toEqual({
      kind: 'not_sent',
      reason: 'CONNECTION_REFUSED',
    });
  });

  it('is NOT_SENT when the certificate is not trusted, with no fallback', async () => {
    const { provider, proxy } = await behindProxy();
    const made = client({ route: { ...route(proxy), extraAuthority: undefined } });

    await expect(made.exchange(get)).resolves.toEqual({ kind: 'not_sent', reason: 'TLS_FAILED' });
    expect(provider.heads).toEqual([]);
  });

  it('is NOT_SENT when the certificate is for another name', async () => {
    const { proxy } = await behindProxy();
    const made = client({ baseUrl: 'https://other.test', route: route(proxy) });

    await expect(made.exchange(get)).resolves.toEqual({ kind: 'not_sent', reason: 'TLS_FAILED' });
  });

  it('is UNKNOWN when no answer comes within the deadline', async () => {
    const server = await rawServer(() => undefined);

    await expect(client({ baseUrl: server.url }).exchange(short)).resolves.toEqual({
      kind: 'unknown',
      reason: 'DEADLINE',
    });
  });

  it('is UNKNOWN when the connection closes after the request was written', async () => {
    const server = await rawServer((socket) => socket.destroy());

    await expect(client({ baseUrl: server.url }).exchange(get)).resolves.toEqual({
      kind: 'unknown',
      reason: 'CONNECTION_LOST',
    });
  });

  it('15 is UNKNOWN when a 201 ends in the middle of its body', async () => {
    const server = await rawServer((socket) => {
      socket.end('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"id":"5O1');
    });

    await expect(client({ baseUrl: server.url }).exchange(get)).resolves.toEqual({
      kind: 'unknown',
      reason: 'BODY_INCOMPLETE',
    });
  });

  it('is UNKNOWN when the body is larger than allowed', async () => {
    const server = await rawServer(answer(200, 'x'.repeat(2_000)));

    await expect(
      client({ baseUrl: server.url, bodyBytesMax: 1_000 }).exchange(get),
    ).resolves.toEqual({ kind: 'unknown', reason: 'BODY_TOO_LARGE' });
  });
});

describe('OutboundClient behind a proxy', () => {
  it('tunnels, and shows its credentials to the proxy alone', async () => {
    const { provider, proxy } = await behindProxy();

    const exchange = await client({ route: route(proxy, 'me:p%40ss@') }).exchange(get);

    expect(exchange).toMatchObject({ kind: 'answered', status: 200 });
    expect(proxy.tunnels).toEqual([
      { target: 'provider.test:443', authorization: 'Basic bWU6cEBzcw==' },
    ]);
    expect(provider.heads.join()).not.toMatch(/proxy-authorization/i);
  });

  it('18 is NOT_SENT when the proxy answers 407, long before the deadline', async () => {
    const { provider, proxy } = await behindProxy();
    proxy.status = 407;
    const patient = { ...get, deadlineMs: 3_600_000 };

    const exchange = await client({ route: route(proxy) }).exchange(patient);

    expect(exchange).toEqual({ kind: 'not_sent', reason: 'PROXY_AUTH_REQUIRED' });
    expect(provider.heads).toEqual([]);
  });

  it('names every 407, however many there were, instead of an open circuit', async () => {
    const { proxy } = await behindProxy();
    proxy.status = 407;
    const made = client({ route: route(proxy), breaker: { failuresMax: 2, pauseMs: 1_000 } });

    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await made.exchange(get)).toMatchObject({ reason: 'PROXY_AUTH_REQUIRED' });
    }
  });

  it('is NOT_SENT when the proxy refuses for another reason', async () => {
    const { proxy } = await behindProxy();
    proxy.status = 502;

    const exchange = await client({ route: route(proxy) }).exchange(get);

    expect(exchange).toEqual({ kind: 'not_sent', reason: 'PROXY_REFUSED' });
  });

  it('is NOT_SENT when the proxy never answers, and recovers when it does again', async () => {
    const { proxy, provider } = await behindProxy();
    const made = client({ route: { ...route(proxy), connectTimeoutMs: 50 } });
    proxy.status = null;

    expect(await made.exchange(short)).toEqual({ kind: 'not_sent', reason: 'CONNECT_TIMEOUT' });
    expect(provider.heads).toEqual([]);

    proxy.status = 200;
    expect(await made.exchange({ ...get, deadlineMs: 5_000 })).toMatchObject({ status: 200 });
    expect(provider.heads).toHaveLength(1);
  });

  it('goes past the proxy to a host of NO_PROXY', async () => {
    const { proxy } = await behindProxy();
    const made = client({ route: { ...route(proxy), noProxy: '.test' } });

    const exchange = await made.exchange(get);

    // Nobody has that name (RFC 6761), so what matters is that the proxy was not asked.
    expect(exchange.kind).toBe('not_sent');
    expect(proxy.tunnels).toEqual([]);
  });

  it('goes past the proxy to an emulator on this machine', async () => {
    const { proxy } = await behindProxy();
    const server = await rawServer(answer(200, '{}'));
    const made = client({
      baseUrl: server.url,
      route: { ...DIRECT_ROUTE, httpProxy: `http://${proxy.address}` },
    });

    expect(await made.exchange(get)).toMatchObject({ status: 200 });
    expect(proxy.tunnels).toEqual([]);
  });
});

describe('OutboundClient with a server that keeps failing', () => {
  it('stops trying, probes once after the pause, and goes on when that works', async () => {
    const server = await rawServer(answer(503, ''));
    const made = client({ baseUrl: server.url, breaker: { failuresMax: 2, pauseMs: 60_000 } });
    await made.exchange(get);
    await made.exchange(get);

    expect(await made.exchange(get)).toEqual({ kind: 'not_sent', reason: 'CIRCUIT_OPEN' });
    expect(server.heads).toHaveLength(2);

    clock.advanceMinutes(1);
    server.react(answer(200, ''));
    const both = await Promise.all([made.exchange(get), made.exchange(get)]);

    expect(both.map(({ kind }) => kind).sort()).toEqual(['answered', 'not_sent']);
    expect(await made.exchange(get)).toMatchObject({ status: 200 });
  });
});
