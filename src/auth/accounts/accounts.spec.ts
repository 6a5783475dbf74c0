import { AuthShop } from '../../../test/support/auth-shop';

const MANAGER = { email: 'max@cuts.example', password: 'scissors and comb' };

describe('accounts', () => {
  let shop: AuthShop;

  beforeEach(async () => {
    shop = await AuthShop.withOwner();
  });

  afterEach(() => shop.stop());

  it('are made by the owner for managers, one an address', async () => {
    const { status, body } = await shop.send('POST /v1/accounts', { body: MANAGER });
    const again = await shop.send('POST /v1/accounts', { body: MANAGER });

    expect(status).toBe(201);
    expect(body).toMatchObject({ role: 'manager', email: MANAGER.email, isActive: true });
    expect(body).not.toHaveProperty('secretHash');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'ACCOUNT_EMAIL_TAKEN' });
    const { cookie } = await shop.signIn(MANAGER.email, MANAGER.password);
    const bySelf = await shop.send('POST /v1/accounts', { cookie, body: MANAGER });
    expect(bySelf.status).toBe(403);
  });

  it.each([
    ['a weak password', { ...MANAGER, password: 'password!!' }, 422, 'PASSWORD_TOO_WEAK'],
    ['no address', { ...MANAGER, email: 'max' }, 400, 'REQUEST_INVALID'],
    ['a role of one’s own choice', { ...MANAGER, role: 'owner' }, 400, 'REQUEST_INVALID'],
  ])('are refused with %s', async (_title, body, status, code) => {
    const answer = await shop.send('POST /v1/accounts', { body });

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
  });

  it('get a new password from the owner, but owners do not', async () => {
    const { body } = await shop.send('POST /v1/accounts', { body: MANAGER });
    const password = 'razor and towel';

    const changed = await shop.send(`PATCH /v1/accounts/${String(body.id)}`, {
      body: { password },
    });

    expect(changed.status).toBe(200);
    expect((await shop.signIn(MANAGER.email, password)).status).toBe(200);
    const me = await shop.send('GET /v1/me');
    const ownId = (me.body.account as { id: string }).id;
    const own = await shop.send(`PATCH /v1/accounts/${ownId}`, { body: { isActive: false } });
    expect(own.body).toMatchObject({ code: 'ACCOUNT_IS_OWNER' });
    const none = await shop.send('PATCH /v1/accounts/nobody', { body: { isActive: false } });
    expect(none.body).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('are listed for the owner', async () => {
    await shop.send('POST /v1/accounts', { body: MANAGER });
    await shop.hire('JB', '4815');

    const { body } = await shop.send('GET /v1/accounts');

    expect(body.items).toMatchObject([{ role: 'owner' }, { role: 'manager' }, { role: 'barber' }]);
  });

  describe('of barbers', () => {
    let jayId: string;

    beforeEach(async () => {
      jayId = await shop.hire('4815', '2718');
    });

    const setPin = (body: object, cookie?: string | null, id = jayId) =>
      shop.send(`PUT /v1/barbers/${id}/pin`, { body, cookie });

    it.each(['123', '1234', '4321', '0000', '4815', '48a5', '123456789'])(
      'do not take the PIN %s',
      async (pin) => {
        const answer = await setPin({ pin });

        expect(answer.status).toBe(422);
        expect(answer.body).toMatchObject({ code: 'PIN_TOO_WEAK' });
      },
    );

    it('take a new PIN from the barber only with the old one, and count wrong ones', async () => {
      const { cookie } = await shop.barberSignIn('4815', '2718');

      for (const body of [{ pin: '1618' }, { pin: '1618', oldPin: '1111' }]) {
        const answer = await setPin(body, cookie);
        expect(answer.status).toBe(403);
        expect(answer.body).toMatchObject({ code: 'SECRET_WRONG' });
      }
      for (let times = 0; times < 3; times += 1) await setPin({ pin: '1618', oldPin: '1' }, cookie);

      const throttled = await setPin({ pin: '1618', oldPin: '2718' }, cookie);
      expect(throttled.body).toMatchObject({ code: 'SIGN_IN_THROTTLED' });
    });

    it('are for the barber himself and those who run the shop', async () => {
      const kimId = await shop.hire('KM', '1618');
      const { cookie } = await shop.barberSignIn('4815', '2718');

      const foreign = await setPin({ pin: '3141' }, cookie, kimId);
      const unknown = await setPin({ pin: '3141' }, undefined, 'nobody');

      expect(foreign.body).toMatchObject({ code: 'BARBER_NOT_YOU' });
      expect(unknown.body).toMatchObject({ code: 'BARBER_NOT_FOUND' });
    });

    it('are open again with a new PIN from a manager', async () => {
      for (let times = 0; times < 6; times += 1) await shop.barberSignIn('4815', '9999');
      expect((await shop.barberSignIn('4815', '2718')).status).toBe(429);

      await setPin({ pin: '3141' });

      expect((await shop.barberSignIn('4815', '3141')).status).toBe(200);
      expect(shop.module.events.map((event) => event.type)).toContain('account.pin_set');
    });

    it('have no password to change', async () => {
      const { cookie } = await shop.barberSignIn('4815', '2718');
      const body = { oldPassword: '2718', newPassword: 'razor and towel' };

      expect((await shop.send('PUT /v1/me/password', { body, cookie })).status).toBe(403);
      const created = await shop.send('POST /v1/api-tokens', {
        body: { name: 'A', role: 'owner' },
      });
      const token = String(created.body.token);
      const byToken = await shop.send('PUT /v1/me/password', { body, token });
      expect(byToken.body).toMatchObject({ code: 'ACCOUNT_WITHOUT_PASSWORD' });
    });
  });
});
