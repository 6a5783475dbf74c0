import { commandIn, ModuleApp } from '../../test/support/module-app';
import { ShopsModule } from '../shops/shops.module';
import { CatalogModule } from './catalog.module';
import { CatalogService } from './catalog.service';
import { CatalogQueries } from './catalog-queries.service';

const cut = {
  name: 'Cut',
  priceCents: 2500,
  durationMinutes: 30,
  skills: ['cut'],
  isTaxable: true,
  position: 10,
};
const clay = { name: 'Clay', priceCents: 1450, isTaxable: true };

describe('the catalog', () => {
  let app: ModuleApp;
  let catalog: CatalogService;
  let queries: CatalogQueries;
  let shopId: string;

  beforeEach(async () => {
    app = await ModuleApp.start([ShopsModule, CatalogModule]);
    catalog = app.get(CatalogService);
    queries = app.get(CatalogQueries);
    shopId = await app.openShop({ slug: 'fade' });
  });

  afterEach(() => app.stop());

  it('offers a new service and tells of it', async () => {
    const service = await catalog.createService(commandIn(shopId), {
      ...cut,
      skills: ['fade', 'cut', 'fade'],
    });

    expect(service).toMatchObject({ name: 'Cut', skills: ['cut', 'fade'], version: 1 });
    expect(app.events.at(-1)).toMatchObject({ type: 'service.created', data: { service } });
  });

  it('changes the price of a service, and keeps its skills', async () => {
    const { id } = await catalog.createService(commandIn(shopId), cut);

    const changed = await catalog.updateService(commandIn(shopId), id, { priceCents: 2700 });

    expect(changed).toMatchObject({ priceCents: 2700, skills: ['cut'], version: 2 });
    expect(app.events.at(-1)).toMatchObject({ type: 'service.updated' });
  });

  it('refuses a change of what somebody else has changed meanwhile', async () => {
    const service = await catalog.createService(commandIn(shopId), cut);
    const product = await catalog.createProduct(commandIn(shopId), clay);

    const stale = { priceCents: 1, expectedVersion: 7 };

    await expect(catalog.updateService(commandIn(shopId), service.id, stale)).rejects.toMatchObject(
      { code: 'SERVICE_VERSION_STALE', details: { currentVersion: 1 } },
    );
    await expect(catalog.updateProduct(commandIn(shopId), product.id, stale)).rejects.toMatchObject(
      { code: 'PRODUCT_VERSION_STALE', details: { currentVersion: 1 } },
    );
  });

  it('looks services up in the order of the choice, one perhaps twice', async () => {
    const first = await catalog.createService(commandIn(shopId), cut);
    const second = await catalog.createService(commandIn(shopId), { ...cut, name: 'Beard' });

    const ids = [second.id, first.id, second.id];

    const found = await catalog.getServices(app.reader, shopId, ids);
    expect(found.map((service) => service.name)).toEqual(['Beard', 'Cut', 'Beard']);
  });

  it('has neither unknown services nor those of another shop', async () => {
    const other = await app.openShop({ slug: 'other' });
    const theirs = await catalog.createService(commandIn(other), cut);

    for (const serviceId of [theirs.id, 'nothing']) {
      const problem = { code: 'SERVICE_NOT_FOUND', details: { serviceId } };
      await expect(catalog.getServices(app.reader, shopId, [serviceId])).rejects.toMatchObject(
        problem,
      );
      await expect(
        catalog.updateService(commandIn(shopId), serviceId, { priceCents: 1 }),
      ).rejects.toMatchObject(problem);
    }
  });

  it('does not sell what was taken off the list', async () => {
    const service = await catalog.createService(commandIn(shopId), cut);
    const product = await catalog.createProduct(commandIn(shopId), clay);
    await catalog.updateService(commandIn(shopId), service.id, { isActive: false });
    await catalog.updateProduct(commandIn(shopId), product.id, { isActive: false });

    await expect(catalog.getServices(app.reader, shopId, [service.id])).rejects.toMatchObject({
      code: 'SERVICE_INACTIVE',
      details: { serviceId: service.id },
    });
    await expect(catalog.getProducts(app.reader, shopId, [product.id])).rejects.toMatchObject({
      code: 'PRODUCT_INACTIVE',
      details: { productId: product.id },
    });
    await expect(catalog.getProducts(app.reader, shopId, ['nothing'])).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
    });
  });

  it('lists services page by page in their order', async () => {
    for (const [name, position] of [
      ['C', 30],
      ['A', 10],
      ['B', 20],
      ['B2', 20],
    ] as const) {
      await catalog.createService(commandIn(shopId), { ...cut, name, position });
    }

    const first = await queries.listServices(shopId, { limit: 3 });
    const cursor = first.nextCursor ?? undefined;
    const second = await queries.listServices(shopId, { limit: 3, cursor });

    expect(first.items.map((item) => item.name)).toEqual(['A', 'B', 'B2']);
    expect(second.items.map((item) => item.name)).toEqual(['C']);
    expect(second.nextCursor).toBeNull();
  });

  it('lists products by name, also only those sold or only those not', async () => {
    const pomade = await catalog.createProduct(commandIn(shopId), { ...clay, name: 'Pomade' });
    await catalog.createProduct(commandIn(shopId), clay);
    await catalog.updateProduct(commandIn(shopId), pomade.id, { isActive: false });

    const names = async (isActive?: 'true' | 'false') =>
      (await queries.listProducts(shopId, { limit: 9, isActive })).items.map((item) => item.name);

    expect(await names()).toEqual(['Clay', 'Pomade']);
    expect(await names('true')).toEqual(['Clay']);
    expect(await names('false')).toEqual(['Pomade']);
  });

  it('shows customers what is offered, and no more about it than they need', async () => {
    const { id } = await catalog.createService(commandIn(shopId), cut);
    const gone = await catalog.createService(commandIn(shopId), { ...cut, name: 'Perm' });
    await catalog.updateService(commandIn(shopId), gone.id, { isActive: false });

    const offer = await queries.listOffer('fade', { limit: 9 });

    expect(offer.items).toEqual([{ id, name: 'Cut', priceCents: 2500, durationMinutes: 30 }]);
  });
});
