import { Controller, Get, Module } from '@nestjs/common';
import { AuthShop } from '../../test/support/auth-shop';
import { CredentialsService } from './credentials.service';
import { newToken } from './token.rules';

@Controller('forgotten')
class ForgottenController {
  @Get()
  show(): string {
    return 'open to all';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('the guard', () => {
  let shop: AuthShop;

  beforeAll(async () => {
    shop = await AuthShop.withOwner({}, [ForgottenModule]);
  });

  afterAll(() => shop.stop());

  it.each([
    ['nothing', {}],
    ['an unknown session', { token: newToken('fst_') }],
    ['an unknown API token', { token: newToken('fat_') }],
    ['a kind of token that nobody answers for', { token: newToken('ftk_') }],
    ['no token at all', { headers: { authorization: 'Bearer' } }],
    ['another scheme', { headers: { authorization: 'Basic b3duZXI6cGFzc3dvcmQ=' } }],
    ['an API token as cookie', { cookie: `fusion=${newToken('fat_')}` }],
    ['a cookie of another name', { cookie: `session=${newToken('fst_')}` }],
  ])('refuses %s', async (_title, request) => {
    const answer = await shop.send('GET /v1/me', { cookie: null, ...request });

    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('answers nobody where a route names no role', async () => {
    const answer = await shop.send('GET /forgotten');

    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'ROUTE_NOT_OPEN' });
  });

  it.each([
    ['HEAD /v1/me', 401],
    ['GET /V1/ME', 404],
    ['GET //v1/me', 404],
    ['GET /v1/me/', 404],
    ['GET /v1/me;role=owner', 404],
    ['GET /v1/%6de', 401],
  ])('is not led astray by %s', async (route, status) => {
    expect((await shop.send(route, { cookie: null })).status).toBe(status);
  });

  it('takes no token from the address', async () => {
    const [, token] = (shop.ownerCookie ?? '').split('=');

    for (const name of ['token', 'key', 'access_token']) {
      const answer = await shop.send(`GET /v1/me?${name}=${token}`, { cookie: null });
      expect(answer.status).toBe(401);
    }
  });

  it.each(['https://evil.example', 'null', 'http://shop.example.evil.example'])(
    'refuses a change that %s asks for with a cookie',
    async (origin) => {
      const answer = await shop.send('PATCH /v1/shop', {
        body: { name: 'Mine' },
        headers: { origin },
      });

      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'ORIGIN_FOREIGN' });
    },
  );

  it('lets a session token change things from anywhere when it is no cookie', async () => {
    const [, token] = (shop.ownerCookie ?? '').split('=');

    const answer = await shop.send('PATCH /v1/shop', {
      token,
      body: { name: 'Fade & Co' },
      headers: { origin: 'https://evil.example' },
    });

    expect(answer.status).toBe(200);
  });

  it('refuses a role that the route does not name', async () => {
    await shop.hire('GB', '4815');
    const { cookie } = await shop.barberSignIn('GB', '4815');

    const answer = await shop.send('PATCH /v1/shop', { cookie, body: { name: 'Mine' } });

    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses fields that would give more rights', async () => {
    const answer = await shop.send('POST /v1/barbers', {
      body: { code: 'XX', name: 'X', shopId: 'other', role: 'owner' },
    });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'REQUEST_INVALID',
      errors: [{ pointer: '/shopId' }, { pointer: '/role' }],
    });
  });

  it('limits how often one address asks a public route', async () => {
    const address = '198.51.100.7';
    const statuses = new Set<number>();
    let last = await shop.send('GET /v1/public/shops/fade', { cookie: null, address });
    for (let times = 0; times < 70; times += 1) {
      last = await shop.send('GET /v1/public/shops/fade', { cookie: null, address });
      statuses.add(last.status);
    }

    expect([...statuses]).toEqual([200, 429]);
    expect(last.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    const other = await shop.send('GET /v1/public/shops/fade', { cookie: null });
    expect(other.status).toBe(200);
  });

  it('works once for an Idempotency-Key and answers again the same', async () => {
    const request = {
      body: { code: 'IK', name: 'Ida Key' },
      headers: { 'idempotency-key': 'take-ida-on' },
    };

    const first = await shop.send('POST /v1/barbers', request);
    const second = await shop.send('POST /v1/barbers', request);

    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replay']).toBe('true');
  });

  it('asks the database once for a credential that is used again at once', async () => {
    const credentials = shop.module.get(CredentialsService);
    let reads = 0;
    const identity = {
      shopId: 'shop',
      actor: { kind: 'customer', id: 'ticket', barberId: null },
      credentialId: 'ticket',
    } as const;
    credentials.registerSource('frp_', async () => {
      reads += 1;
      return identity;
    });
    const presented = {
      authorization: `Bearer ${newToken('frp_')}`,
      cookieHeader: undefined,
      origin: undefined,
      method: 'GET',
    };

    await credentials.identify(presented);
    await credentials.identify(presented);
    expect(reads).toBe(1);
    credentials.revoke('ticket');
    await credentials.identify(presented);
    shop.module.clock.advanceMinutes(1);

    expect(await credentials.identify(presented)).toBe(identity);
    expect(reads).toBe(3);
  });
});
