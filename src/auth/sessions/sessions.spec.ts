import { AuthShop, OWNER_EMAIL, PASSWORD } from '../../../test/support/auth-shop';
import { CredentialsService } from '../credentials.service';

const MANAGER = { email: 'max@cuts.example', password: 'scissors and comb' };

describe('a session', () => {
  let shop: AuthShop;
  let jayId: string;
  let jay: string | null;
  let revoked: string[];

  beforeEach(async () => {
    shop = await AuthShop.withOwner();
    jayId = await shop.hire('JB', '4815');
    jay = (await shop.barberSignIn('JB', '4815')).cookie;
    revoked = [];
    shop.module.get(CredentialsService).onRevoked((credentialId) => revoked.push(credentialId));
  });

  afterEach(() => shop.stop());

  const statusOf = async (cookie: string | null) =>
    (await shop.send('GET /v1/me', { cookie })).status;
  const list = async (cookie?: string | null) => {
    const { body } = await shop.send('GET /v1/sessions', { cookie });
    return body.items as { id: string; isCurrent: boolean; account: { role: string } }[];
  };
  const sessionIdOf = async (cookie: string | null) =>
    (await list(cookie)).find((session) => session.isCurrent)?.id ?? '';

  it('ends with the sign-out, at once and for sockets too', async () => {
    expect(await statusOf(jay)).toBe(200);
    const id = await sessionIdOf(jay);

    const answer = await shop.send('POST /v1/auth/sign-out', { cookie: jay });

    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^fusion=; Max-Age=0; Path=\/;/);
    expect(await statusOf(jay)).toBe(401);
    expect(revoked).toEqual([id]);
    expect(shop.module.events.at(-1)).toMatchObject({
      type: 'account.signed_out',
      data: { sessionId: id },
    });
  });

  it('ends at its limit', async () => {
    shop.module.clock.advanceMinutes(16 * 60 - 1);
    expect(await statusOf(jay)).toBe(200);

    shop.module.clock.advanceMinutes(1);

    expect(await statusOf(jay)).toBe(401);
  });

  it('ends at once when the barber leaves', async () => {
    const id = await sessionIdOf(jay);

    await shop.send(`PATCH /v1/barbers/${jayId}`, { body: { isActive: false } });

    expect(await statusOf(jay)).toBe(401);
    expect(revoked).toEqual([id]);
    expect(shop.module.events.at(-1)).toMatchObject({
      type: 'session.revoked',
      data: { sessionId: id, reason: 'barber_left' },
    });
  });

  it('ends at once when its account is closed', async () => {
    const { body } = await shop.send('POST /v1/accounts', { body: MANAGER });
    const { cookie } = await shop.signIn(MANAGER.email, MANAGER.password);
    expect(await statusOf(cookie)).toBe(200);

    await shop.send(`PATCH /v1/accounts/${String(body.id)}`, { body: { isActive: false } });

    expect(await statusOf(cookie)).toBe(401);
    expect(revoked).toHaveLength(1);
  });

  it('is seen and ended by the owner, and by whose it is, but not by another barber', async () => {
    await shop.hire('KM', '2718');
    const kim = (await shop.barberSignIn('KM', '2718')).cookie;
    const jaysId = await sessionIdOf(jay);
    expect(await list()).toHaveLength(3);
    expect(await list(kim)).toHaveLength(1);

    const byKim = await shop.send(`DELETE /v1/sessions/${jaysId}`, { cookie: kim });
    const byOwner = await shop.send(`DELETE /v1/sessions/${jaysId}`);
    const again = await shop.send(`DELETE /v1/sessions/${jaysId}`);

    expect(byKim.status).toBe(404);
    expect(byKim.body).toMatchObject({ code: 'SESSION_NOT_FOUND' });
    expect(byOwner.status).toBe(204);
    expect(again.status).toBe(404);
    expect(await statusOf(jay)).toBe(401);
    expect(revoked).toEqual([jaysId]);
  });

  it('of an owner is hidden from managers', async () => {
    await shop.send('POST /v1/accounts', { body: MANAGER });
    const { cookie } = await shop.signIn(MANAGER.email, MANAGER.password);
    const ownersId = await sessionIdOf(shop.ownerCookie);

    const roles = (await list(cookie)).map((session) => session.account.role);
    const ending = await shop.send(`DELETE /v1/sessions/${ownersId}`, { cookie });

    expect(roles.sort()).toEqual(['barber', 'manager']);
    expect(ending.status).toBe(404);
  });

  it('is listed page by page, newest first', async () => {
    const first = await shop.send('GET /v1/sessions?limit=1');
    const second = await shop.send(
      `GET /v1/sessions?limit=1&cursor=${String(first.body.nextCursor)}`,
    );

    expect(first.body.items).toMatchObject([{ account: { role: 'barber' } }]);
    expect(second.body.items).toMatchObject([{ account: { role: 'owner' } }]);
    expect(second.body.nextCursor).toBeNull();
  });

  it('ends when the PIN is set anew by a manager, but not when he changes it himself', async () => {
    const changed = await shop.send(`PUT /v1/barbers/${jayId}/pin`, {
      cookie: jay,
      body: { pin: '1618', oldPin: '4815' },
    });
    expect(changed.status).toBe(204);
    expect(await statusOf(jay)).toBe(200);

    await shop.send(`PUT /v1/barbers/${jayId}/pin`, { body: { pin: '2718' } });

    expect(await statusOf(jay)).toBe(401);
    expect((await shop.barberSignIn('JB', '2718')).status).toBe(200);
  });

  it('of another browser ends when the password is changed', async () => {
    const other = (await shop.signIn(OWNER_EMAIL, PASSWORD)).cookie;
    const body = { oldPassword: PASSWORD, newPassword: 'clippers and clay' };

    const answer = await shop.send('PUT /v1/me/password', { body });

    expect(answer.status).toBe(204);
    expect(await statusOf(shop.ownerCookie)).toBe(200);
    expect(await statusOf(other)).toBe(401);
    expect((await shop.signIn(OWNER_EMAIL, PASSWORD)).status).toBe(401);
    expect((await shop.signIn(OWNER_EMAIL, 'clippers and clay')).status).toBe(200);
  });
});
