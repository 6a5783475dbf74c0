import { AuthShop } from '../../../test/support/auth-shop';
import { CredentialsService } from '../credentials.service';

describe('API tokens', () => {
  let shop: AuthShop;

  beforeEach(async () => {
    shop = await AuthShop.withOwner();
  });

  afterEach(() => shop.stop());

  const create = (fields: object = {}, headers: Record<string, string> = {}) =>
    shop.send('POST /v1/api-tokens', {
      body: { name: 'Kiosk', role: 'kiosk', ...fields },
      headers,
    });
  const statusOf = async (token: unknown) =>
    (await shop.send('GET /v1/me', { token: String(token) })).status;

  it('stand for their role', async () => {
    const { status, body, headers } = await create();

    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.token).toMatch(/^fat_[\w-]{43}$/);
    const token = String(body.token);
    const me = await shop.send('GET /v1/me', { token });
    expect(me.body).toMatchObject({ role: 'kiosk', account: null, expiresAt: null });
    expect((await shop.send('GET /v1/api-tokens', { token })).status).toBe(403);
  });

  it('are told only once', async () => {
    const key = { 'idempotency-key': 'one-kiosk' };

    const first = await create({}, key);
    const again = await create({}, key);

    expect(again.status).toBe(201);
    expect(again.body).toEqual({ apiToken: first.body.apiToken, token: null });
    const stored = await shop.module.reader.query('SELECT * FROM idempotency_keys');
    expect(JSON.stringify(stored)).not.toContain(String(first.body.token));
    const { body } = await shop.send('GET /v1/api-tokens');
    expect(body.items).toEqual([first.body.apiToken]);
  });

  it('end at once when they are revoked', async () => {
    const { body } = await create();
    const { id } = body.apiToken as { id: string };
    expect(await statusOf(body.token)).toBe(200);
    const revoked: string[] = [];
    shop.module.get(CredentialsService).onRevoked((credentialId) => revoked.push(credentialId));

    const answer = await shop.send(`DELETE /v1/api-tokens/${id}`);
    const again = await shop.send(`DELETE /v1/api-tokens/${id}`);

    expect(answer.status).toBe(204);
    expect(again.body).toMatchObject({ code: 'API_TOKEN_NOT_FOUND' });
    expect(await statusOf(body.token)).toBe(401);
    expect(revoked).toEqual([id]);
  });

  it('end on their day', async () => {
    const { body } = await create({ expiresInDays: 1 });
    shop.module.clock.advanceMinutes(24 * 60 - 1);
    expect(await statusOf(body.token)).toBe(200);

    shop.module.clock.advanceMinutes(1);

    expect(await statusOf(body.token)).toBe(401);
  });

  it('cannot be customers or barbers', async () => {
    for (const role of ['barber', 'customer', 'system']) {
      expect((await create({ role })).status).toBe(400);
    }
  });

  it('count for nothing as the session of a sign-out', async () => {
    const { body } = await create({ role: 'manager' });
    const token = String(body.token);

    const answer = await shop.send('POST /v1/auth/sign-out', { token });

    expect(answer.status).toBe(204);
    expect(await statusOf(token)).toBe(200);
  });
});
