import { commandIn, ModuleApp } from '../../test/support/module-app';
import { ShopQueries } from './shop-queries.service';
import { ShopsModule } from './shops.module';
import { ShopsService } from './shops.service';

describe('a shop', () => {
  let app: ModuleApp;
  let shops: ShopsService;
  let shopId: string;

  beforeEach(async () => {
    app = await ModuleApp.start([ShopsModule]);
    shops = app.get(ShopsService);
    shopId = await app.openShop({ slug: 'fade' });
  });

  afterEach(() => app.stop());

  it('is found by its slug and tells of its opening', async () => {
    const shop = await shops.getBySlug(app.reader, 'fade');

    expect(shop.id).toBe(shopId);
    expect(app.events).toMatchObject([
      { type: 'shop.created', sequence: 1, data: { shop: { id: shopId, slug: 'fade' } } },
    ]);
  });

  it('changes what is named and keeps the rest', async () => {
    app.clock.advanceMinutes(5);

    const changed = await shops.update(commandIn(shopId), { taxBasisPoints: 2000 });

    expect(changed).toMatchObject({ taxBasisPoints: 2000, name: 'Fade & Co', version: 2 });
    expect(await app.get(ShopQueries).show(shopId)).toEqual(changed);
    expect(app.events.at(-1)).toMatchObject({ type: 'shop.updated', data: { shop: changed } });
  });

  it('refuses a change of what somebody else has changed meanwhile', async () => {
    await shops.update(commandIn(shopId), { name: 'First', expectedVersion: 1 });

    const second = shops.update(commandIn(shopId), { name: 'Second', expectedVersion: 1 });

    await expect(second).rejects.toMatchObject({
      code: 'SHOP_VERSION_STALE',
      details: { currentVersion: 2 },
    });
    expect((await shops.get(app.reader, shopId)).name).toBe('First');
  });

  it('keeps its slug to itself', async () => {
    await expect(app.openShop({ slug: 'fade' })).rejects.toMatchObject({ code: 'SHOP_SLUG_TAKEN' });
    await app.openShop({ slug: 'other' });

    const taking = shops.update(commandIn(shopId), { slug: 'other' });

    await expect(taking).rejects.toMatchObject({ code: 'SHOP_SLUG_TAKEN' });
  });

  it('refuses opening hours that contradict each other', async () => {
    const { openingHours } = await app.get(ShopQueries).show(shopId);
    const mon = [{ opensAt: '09:00', closesAt: '09:00' }];

    const changing = shops.update(commandIn(shopId), { openingHours: { ...openingHours, mon } });

    await expect(changing).rejects.toMatchObject({
      code: 'OPENING_HOURS_INVALID',
      details: { day: 'mon', reason: 'empty_period' },
    });
  });

  it('counts a late night to the day before', async () => {
    const shop = await shops.get(app.reader, shopId);

    expect(shops.businessDay(shop, Date.parse('2026-05-17T02:59:00+01:00'))).toBe('2026-05-16');
    expect(shops.businessDay(shop, Date.parse('2026-05-17T04:00:00+01:00'))).toBe('2026-05-17');
  });

  it('shows customers nothing about its money', async () => {
    expect(await app.get(ShopQueries).showPublic('fade')).toEqual({
      slug: 'fade',
      accentColour: null,
      logoUrl: null,
      name: 'Fade & Co',
      timeZone: 'Europe/London',
      currency: 'GBP',
      locale: 'en-GB',
      openingHours: expect.any(Object),
    });
    await expect(app.get(ShopQueries).showPublic('none')).rejects.toMatchObject({
      code: 'SHOP_NOT_FOUND',
    });
  });
});
