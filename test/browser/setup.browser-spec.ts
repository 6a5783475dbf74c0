import { Device, describeInBrowser } from './support/chromium';
import { ShopServer } from './support/shop-server';

let shop: ShopServer;
let owner: Device;
let customer: Device;

describeInBrowser('a new shop', () => {
  beforeAll(async () => {
    shop = await ShopServer.start();
    owner = await Device.open();
    customer = await Device.open();
  });

  afterAll(async () => {
    await Promise.all([owner?.close(), customer?.close()]);
    await shop?.close();
  });

  it('says what is missing to whoever comes without the link', async () => {
    await customer.page.goto(`${shop.address}/setup/`);

    await customer.page.getByText('one-time link').waitFor();
    expect(await customer.page.locator('form').count()).toBe(0);
  });

  it('goes from the one-time link to the first ticket', async () => {
    const { page } = owner;
    const next = () => page.getByRole('button', { name: 'Next' }).click();
    await page.goto(shop.setupLink);
    await page.getByLabel('Name of the shop').fill('Eastside Cuts');
    await page.getByLabel('Your e-mail').fill('olivia@cuts.example');
    await page.getByLabel('Password', { exact: true }).fill('comb over coffee');
    await next();
    await page.getByRole('heading', { name: 'When are you open?' }).waitFor();
    await next();
    await page.getByRole('button', { name: 'Classic barbershop' }).click();
    await page.getByLabel('Price').first().fill('32.50');
    await next();
    await page.getByLabel('Name').fill('Jamal');
    await page.getByLabel('PIN').fill('2468');
    await next();
    await page.getByRole('heading', { name: 'Your shop is open' }).waitFor();

    // Whatever the hour and the weekday of this test, the shop takes customers in.
    const changed = await page.request.patch(`${shop.address}/v1/shop`, {
      data: { stopsIntake: false },
      headers: { origin: shop.address },
    });
    expect(changed.status()).toBe(200);

    await customer.page.goto(`${shop.address}/s/eastside-cuts`);
    await customer.page.getByText('$32.50').waitFor();
    await customer.page.getByText('Haircut').click();
    await customer.page.getByRole('button', { name: 'Take a ticket' }).click();
    await customer.page.getByRole('heading', { name: 'You are next' }).waitFor();

    expect(await page.getByText('/s/eastside-cuts').count()).toBeGreaterThan(0);
    expect([...owner.faults, ...customer.faults]).toEqual([]);
  });
});
