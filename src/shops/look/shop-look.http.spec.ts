import { AuthShop } from '../../../test/support/auth-shop';
import { LOGO_BYTES_MAX } from './logo.rules';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('The look of a shop', () => {
  let shop: AuthShop;

  beforeAll(async () => {
    shop = await AuthShop.withOwner();
  });

  afterAll(() => shop.module.stop());

  const putLogo = (bytes: Buffer) =>
    shop.send('PUT /v1/shop/logo', { body: { content: bytes.toString('base64') } });

  it('takes a colour that can be read, and refuses one that cannot', async () => {
    const pale = await shop.send('PUT /v1/shop/accent', { body: { accentColour: '#ffd400' } });
    const dark = await shop.send('PUT /v1/shop/accent', { body: { accentColour: '#8a1c1c' } });
    const seen = await shop.send('GET /v1/public/shops/fade', { cookie: null });

    expect([pale.status, pale.body.code]).toEqual([422, 'ACCENT_UNREADABLE']);
    expect(dark.body).toMatchObject({ accentColour: '#8a1c1c' });
    expect(seen.body).toMatchObject({ accentColour: '#8a1c1c', logoUrl: null });
    await shop.send('PUT /v1/shop/accent', { body: { accentColour: null } });
    expect((await shop.send('GET /v1/shop')).body).toMatchObject({ accentColour: null });
  });

  it('serves a logo to anybody, for ever under its own name', async () => {
    const { body } = await putLogo(PNG);
    const logo = await shop.module.app.inject({ url: String(body.logoUrl) });

    expect(body.logoUrl).toMatch(/^\/logos\/[0-9a-f]{32}\.png$/);
    expect(logo.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(logo.rawPayload.equals(PNG)).toBe(true);
    expect((await shop.send('DELETE /v1/shop/logo')).body).toMatchObject({ logoUrl: null });
    const gone = await shop.send(`GET ${String(body.logoUrl)}`, { cookie: null });
    expect([gone.status, gone.body.code]).toEqual([404, 'LOGO_NOT_FOUND']);
  });

  it('takes 512 kB and no more, and nothing that may hold a script', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(LOGO_BYTES_MAX - PNG.length)]);
    const tooLarge = Buffer.concat([PNG, Buffer.alloc(LOGO_BYTES_MAX)]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');

    expect((await putLogo(large)).status).toBe(200);
    expect([400, 413]).toContain((await putLogo(tooLarge)).status);
    const refused = await putLogo(svg);
    expect([refused.status, refused.body.code]).toEqual([422, 'LOGO_NOT_A_PICTURE']);
  });
});
