import { AuthShop, PASSWORD, SETUP } from '../../test/support/auth-shop';

const ADMIN_KEY = '8f14e45fceea167a5a36dedd4bea2543f1c1d2e3';

describe('the setup', () => {
  let shop: AuthShop;

  beforeEach(async () => {
    shop = await AuthShop.start({ ADMIN_KEY });
  });

  afterEach(() => shop.stop());

  it('opens the shop, makes its owner and signs him in', async () => {
    const token = await shop.setupToken();

    const answer = await shop.send('POST /v1/setup', { body: { ...SETUP, token } });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      role: 'owner',
      account: { email: 'olivia@cuts.example' },
      shop: { slug: 'fade', currency: 'GBP' },
    });
    expect((await shop.send('GET /v1/me', { cookie: answer.cookie })).status).toBe(200);
    expect(shop.module.events.map((event) => event.type)).toEqual([
      'shop.created',
      'account.created',
      'account.signed_in',
    ]);
    expect(JSON.stringify(shop.module.events)).not.toContain('olivia');
  });

  it('is needed until it is done', async () => {
    const ask = async () => (await shop.send('GET /v1/setup')).body;
    expect(await ask()).toEqual({ isNeeded: true });

    await shop.send('POST /v1/setup', { body: { ...SETUP, token: await shop.setupToken() } });

    expect(await ask()).toEqual({ isNeeded: false });
  });

  it('refuses whoever has neither the link nor the key', async () => {
    await shop.setupToken();

    for (const body of [SETUP, { ...SETUP, token: 'fsu_guess' }]) {
      const answer = await shop.send('POST /v1/setup', { body });
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ code: 'SETUP_REFUSED' });
    }
    const wrongKey = await shop.send('POST /v1/setup', { body: SETUP, token: 'a-wrong-key' });
    expect(wrongKey.status).toBe(401);
  });

  it('takes only the link of the last start, and once', async () => {
    const older = await shop.setupToken();
    const token = await shop.setupToken();

    const first = await shop.send('POST /v1/setup', { body: { ...SETUP, token: older } });
    expect(first.body).toMatchObject({ code: 'SETUP_REFUSED' });
    await shop.send('POST /v1/setup', { body: { ...SETUP, token } });
    const again = await shop.send('POST /v1/setup', { body: { ...SETUP, token } });

    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'SETUP_DONE' });
  });

  it('takes a link once even when it comes twice at once', async () => {
    const body = { ...SETUP, token: await shop.setupToken() };

    const answers = await Promise.all([
      shop.send('POST /v1/setup', { body }),
      shop.send('POST /v1/setup', { body }),
    ]);

    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('refuses a weak password and changes nothing', async () => {
    const token = await shop.setupToken();
    const owner = { ...SETUP.owner, password: 'password123' };

    const answer = await shop.send('POST /v1/setup', { body: { ...SETUP, token, owner } });

    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
    const good = await shop.send('POST /v1/setup', { body: { ...SETUP, token } });
    expect(good.status).toBe(201);
  });

  it('takes the admin key, which later acts as the owner and is put on record each time', async () => {
    expect((await shop.send('GET /v1/me', { token: ADMIN_KEY })).status).toBe(401);

    const setup = await shop.send('POST /v1/setup', { body: SETUP, token: ADMIN_KEY });
    const me = await shop.send('GET /v1/me', { token: ADMIN_KEY });

    expect(setup.status).toBe(201);
    expect(me.body).toMatchObject({ role: 'owner', account: null });
    const uses = shop.module.events.filter((event) => event.type === 'account.admin_key_used');
    expect(uses.map((event) => event.data)).toEqual([
      { purpose: 'POST /v1/setup' },
      { purpose: 'GET /v1/me' },
    ]);
    const wrong = `${ADMIN_KEY.slice(0, -1)}4`;
    expect((await shop.send('GET /v1/me', { token: wrong })).status).toBe(401);
  });

  it('lets the admin key give an owner who has lost it a new password, and no more', async () => {
    const setup = await shop.send('POST /v1/setup', { body: SETUP, token: ADMIN_KEY });
    const { id } = setup.body.account as { id: string };
    const password = 'clippers and clay';

    const changed = await shop.send(`PATCH /v1/accounts/${id}`, {
      token: ADMIN_KEY,
      body: { password },
    });
    const closed = await shop.send(`PATCH /v1/accounts/${id}`, {
      token: ADMIN_KEY,
      body: { isActive: false },
    });

    expect(changed.status).toBe(200);
    expect(closed.body).toMatchObject({ code: 'ACCOUNT_IS_OWNER' });
    expect((await shop.send('GET /v1/me', { cookie: setup.cookie })).status).toBe(401);
    expect((await shop.signIn(SETUP.owner.email, password)).status).toBe(200);
  });

  it('keeps no secret in the database', async () => {
    const token = await shop.setupToken();
    const { cookie } = await shop.send('POST /v1/setup', { body: { ...SETUP, token } });
    const { reader } = shop.module;

    const rows = [
      await reader.query('SELECT * FROM accounts'),
      await reader.query('SELECT * FROM sessions'),
      await reader.query('SELECT * FROM setup_links'),
      await reader.query('SELECT * FROM events'),
    ];

    const stored = JSON.stringify(rows);
    for (const secret of [PASSWORD, token, String(cookie?.split('=')[1]), ADMIN_KEY]) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});
