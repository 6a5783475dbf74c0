import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthShop, OWNER_EMAIL, PASSWORD } from '../../../test/support/auth-shop';

const WRONG = 'not the password';

describe('signing in', () => {
  let shop: AuthShop;
  let jayId: string;

  beforeEach(async () => {
    shop = await AuthShop.withOwner();
    jayId = await shop.hire('JB', '4815');
  });

  afterEach(() => shop.stop());

  it('gives a browser a cookie for its session, and tells it who it is', async () => {
    const answer = await shop.signIn(' Olivia@Cuts.Example ', PASSWORD);

    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(
      /^fusion=fst_[\w-]{43}; Max-Age=57600; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toMatchObject({
      role: 'owner',
      account: { email: OWNER_EMAIL },
      expiresAt: '2026-05-17T01:00:00.000Z',
    });
    expect(JSON.stringify(answer.body)).not.toContain('fst_');
  });

  it('ties the cookie to the host where browsers come by TLS', async () => {
    const secure = await AuthShop.withOwner({ PUBLIC_URL: 'https://shop.example' });

    const answer = await secure.signIn(OWNER_EMAIL, PASSWORD);

    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-fusion=fst_[\w-]{43}; Max-Age=57600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const out = await secure.send('POST /v1/auth/sign-out', {
      cookie: answer.cookie,
      headers: { origin: 'https://shop.example' },
    });
    expect(out.headers['set-cookie']).toMatch(
      /^__Host-fusion=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict$/,
    );
    await secure.stop();
  });

  it('works for barbers with code and PIN', async () => {
    const { cookie, body } = await shop.barberSignIn('jb', '4815');

    expect(body).toMatchObject({ role: 'barber', barber: { id: jayId, code: 'JB' } });
    const me = await shop.send('GET /v1/me', { cookie });
    expect(me.body).toEqual(body);
  });

  it('answers the same for a wrong secret and for nobody', async () => {
    const answers = [
      await shop.signIn(OWNER_EMAIL, WRONG),
      await shop.signIn('nobody@cuts.example', WRONG),
      await shop.barberSignIn('JB', '9999'),
      await shop.barberSignIn('ZZ', '9999'),
      await shop.send('POST /v1/auth/barber-sign-in', {
        cookie: null,
        body: { shop: 'none', code: 'JB', pin: '4815' },
      }),
    ];

    const bodies = answers.map(({ status, body }) => ({ status, ...body, traceId: '' }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 401, code: 'SIGN_IN_FAILED' });
    expect(answers.every((answer) => answer.cookie === null)).toBe(true);
  });

  it('makes wait after five wrong PINs, even with the right one', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect((await shop.barberSignIn('JB', '9999')).status).toBe(401);
    }

    const wrong = await shop.barberSignIn('JB', '9999');
    const right = await shop.barberSignIn('JB', '4815');

    expect(right.status).toBe(429);
    expect(right.headers['retry-after']).toBe('30');
    expect({ ...right.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    shop.module.clock.advanceMinutes(1);
    expect((await shop.barberSignIn('JB', '4815')).status).toBe(200);
  });

  it('makes wait also after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fusion-auth-'));
    const environment = { DB_PATH: join(folder, 'shop.db') };
    const before = await AuthShop.withOwner(environment);
    for (let times = 0; times < 5; times += 1) await before.signIn(OWNER_EMAIL, WRONG);
    await before.stop();

    const after = await AuthShop.start(environment);

    expect((await after.signIn(OWNER_EMAIL, PASSWORD)).status).toBe(429);
    await after.stop();
    rmSync(folder, { recursive: true });
  });

  it('lets no more than five guesses pass that are sent at once from many addresses', async () => {
    const guesses = Array.from({ length: 40 }, (_, index) =>
      shop.barberSignIn('JB', String(1000 + index), { address: `198.51.100.${index}` }),
    );

    const statuses = (await Promise.all(guesses)).map((answer) => answer.status);

    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(35);
  });

  it('makes an address wait that tries one PIN with everybody', async () => {
    for (let index = 0; index < 10; index += 1) await shop.barberSignIn(`B${index}`, '4815');

    expect((await shop.barberSignIn('JB', '4815')).status).toBe(429);
    const elsewhere = await shop.barberSignIn('JB', '4815', { address: '203.0.113.9' });
    expect(elsewhere.status).toBe(200);
  });

  it('locks nobody else out', async () => {
    await shop.hire('KM', '2718');
    for (let times = 0; times < 8; times += 1) await shop.barberSignIn('JB', '9999');

    expect((await shop.barberSignIn('KM', '2718')).status).toBe(200);
    expect((await shop.signIn(OWNER_EMAIL, PASSWORD)).status).toBe(200);
  });

  it('forgets the failures of an account that succeeds', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let times = 0; times < 3; times += 1) {
        await shop.barberSignIn('JB', '9999', { address: `203.0.113.${round}` });
      }
      const right = await shop.barberSignIn('JB', '4815', { address: `203.0.113.${round}` });
      expect(right.status).toBe(200);
    }
  });

  it('ends the session that the browser had before', async () => {
    const before = await shop.barberSignIn('JB', '4815');

    const after = await shop.barberSignIn('JB', '4815', { cookie: before.cookie });

    expect(after.cookie).not.toBe(before.cookie);
    expect((await shop.send('GET /v1/me', { cookie: before.cookie })).status).toBe(401);
    expect((await shop.send('GET /v1/me', { cookie: after.cookie })).status).toBe(200);
  });

  it('is over when the barber has left, or the account is closed', async () => {
    await shop.send(`PATCH /v1/barbers/${jayId}`, { body: { isActive: false } });
    expect((await shop.barberSignIn('JB', '4815')).status).toBe(401);

    const manager = { email: 'max@cuts.example', password: 'scissors and comb' };
    const { body } = await shop.send('POST /v1/accounts', { body: manager });
    expect((await shop.signIn(manager.email, manager.password)).status).toBe(200);
    await shop.send(`PATCH /v1/accounts/${String(body.id)}`, { body: { isActive: false } });

    expect((await shop.signIn(manager.email, manager.password)).status).toBe(401);
  });
});
