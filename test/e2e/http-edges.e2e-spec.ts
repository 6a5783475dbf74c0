import { connect } from 'node:net';
import { TestApp } from '../support/test-app';

// What never reaches a controller is answered like everything else: a problem with a stable code.

let shop: TestApp;

beforeAll(async () => {
  shop = await TestApp.start();
});
afterAll(() => shop.stop());

/** Sends bytes as they are, and reads until the server hangs up. */
function send(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(shop.address).port), '127.0.0.1', () => {
      socket.write(bytes);
    });
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

function signIn(body: Buffer | string, contentType = 'application/json'): Promise<string> {
  const head = [
    'POST /v1/auth/sign-in HTTP/1.1',
    'Host: shop',
    'Connection: close',
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return send(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]));
}

function expectProblem(answer: string, status: number, code: string): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain('x-content-type-options: nosniff');
  expect(answer).toContain(`"code":"${code}"`);
  expect(answer).toMatch(/"traceId":"[0-9a-f]{32}"/);
}

describe('the description of the API', () => {
  it('says of every write, and of no read, that the shop may be busy or its disk full', async () => {
    const { body } = await shop.request<{
      paths: Record<string, Record<string, { responses: Record<string, object> }>>;
    }>('GET', '/docs-json');

    for (const [path, operations] of Object.entries(body.paths)) {
      for (const [method, { responses }] of Object.entries(operations)) {
        const unavailable = JSON.stringify(responses['503'] ?? '');
        const codes = ['SERVICE_BUSY', 'DATABASE_UNAVAILABLE'];
        const told = codes.filter((code) => unavailable.includes(code));
        expect({ path, method, told }).toEqual({
          path,
          method,
          told: method === 'get' ? [] : codes,
        });
      }
    }
  });
});

describe('a request that could be read in two ways', () => {
  it('is refused when it has two Host headers', async () => {
    const answer = await send(
      'GET /health/live HTTP/1.1\r\nHost: one\r\nhOST: two\r\nConnection: close\r\n\r\n',
    );

    expectProblem(answer, 400, 'HOST_AMBIGUOUS');
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['an overlong encoding', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ])('is refused when its body has %s', async (_title, body) => {
    expectProblem(await signIn(body), 400, 'JSON_MALFORMED');
  });

  it('is refused when its body says another charset than UTF-8', async () => {
    const body = '{"email":"a@b.example","password":"x"}';

    expectProblem(
      await signIn(body, 'application/json; charset=latin1'),
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    );
    expect(await signIn(body, 'application/json; Charset="UTF-8"')).toMatch(/^HTTP\/1.1 401 /);
  });

  it('is refused when a line of text ends in half a character', async () => {
    const { status, body } = await shop.request('POST', '/v1/setup', {
      body: `{"shop":{"name":"Cuts \\ud83d","timeZone":"UTC","currency":"USD"},
        "owner":{"email":"o@cuts.example","password":"comb over coffee"}}`,
    });

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('/shop/name');
  });
});

describe('what the framework refuses by itself', () => {
  it('answers an address that cannot be decoded', async () => {
    const answer = await send('GET /%zz HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n');

    expectProblem(answer, 400, 'URL_MALFORMED');
  });

  it('finds nothing under an id that is far too long', async () => {
    const { status, body } = await shop.request('GET', `/problems/${'x'.repeat(2_000)}`);

    expect(status).toBe(404);
    expect(body.code).toBe('ROUTE_NOT_FOUND');
  });

  it('answers headers that are too large', async () => {
    const answer = await send(
      `GET / HTTP/1.1\r\nHost: shop\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
    );

    expectProblem(answer, 431, 'HEADERS_TOO_LARGE');
  });

  it('answers a sender that is too slow', async () => {
    const server = shop.app.getHttpServer();
    const { headersTimeout } = server;
    server.headersTimeout = 50;
    try {
      expectProblem(await send('GET / HTTP/1.1\r\nHost: shop\r\n'), 408, 'REQUEST_TIMEOUT');
    } finally {
      server.headersTimeout = headersTimeout;
    }
  });

  it('answers bytes that are no HTTP', async () => {
    expectProblem(await send('hello\r\n\r\n'), 400, 'HTTP_MALFORMED');
  });
});

describe('the addresses a person types', () => {
  it.each([['/docs/asyncapi/', '/docs/asyncapi']])('leads %s on to %s', async (from, to) => {
    const answer = await fetch(shop.address + from, { redirect: 'manual' });

    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(to);
  });

  it.each([
    '/',
    '/s/northgate',
    '/s/northgate/ticket',
    '/barber',
    '/admin',
    '/admin/money',
    '/kiosk',
    '/lobby',
    '/setup/',
  ])('finds a page at %s that runs no script but its own', async (address) => {
    const answer = await fetch(shop.address + address);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src="\/)/);
  });
});
