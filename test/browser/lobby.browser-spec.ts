import { Device, describeInBrowser } from './support/chromium';
import { ShopServer } from './support/shop-server';

let shop: ShopServer;
let screen: Device;

describeInBrowser('the lobby screen', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
  });

  beforeEach(async () => {
    screen = await Device.open({ size: 'tv' });
  });

  afterEach(() => screen?.close());

  afterAll(() => shop?.close());

  it('shows who is next, without last names, as it happens, and keeps it when offline', async () => {
    const { page } = screen;
    await page.goto(`${shop.address}/lobby#${await shop.deviceToken('lobby')}`);
    await page.getByText('Nobody is waiting.').waitFor();

    await shop.join('Dan Kowalski');
    await page.getByText('Dan K.').waitFor();
    await shop.ask('POST', `/v1/barbers/${shop.barberNamed('Ana').id}/clock-in`, {});
    await page.getByText('Please come').waitFor();
    await shop.crash();
    await page.getByText('No connection. Shown as it was at').waitFor();

    expect(await page.getByText('Dan K.').count()).toBe(1);
    expect(await page.getByText('Kowalski').count()).toBe(0);
    expect(page.url()).not.toContain('#');
    await shop.restart();
    await page.getByText('No connection.').waitFor({ state: 'detached', timeout: 20_000 });
  });

  it('says how it is connected to whoever opens it without its link', async () => {
    await screen.page.goto(`${shop.address}/lobby`);

    await screen.page.getByRole('heading', { name: 'Connect this screen' }).waitFor();
  });
});

describeInBrowser('the kiosk', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
    screen = await Device.open({ size: 'tablet' });
  });

  afterAll(async () => {
    await screen?.close();
    await shop?.close();
  });

  it('hands out a ticket and is ready for the next', async () => {
    const { page } = screen;
    await page.goto(`${shop.address}/kiosk#${await shop.deviceToken('kiosk')}`);
    await page.getByText('Nobody is waiting').waitFor();
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await page.getByText('Beard trim').click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox').fill('Zoe');
    await page.getByRole('button', { name: 'Take my ticket' }).click();
    await page.getByRole('heading', { name: 'Your ticket 1' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();

    await page.getByText('1 person is waiting').waitFor();
    expect(screen.faults).toEqual([]);
  });

  it('gives tickets to two who come together, and says what they would wait', async () => {
    const { page } = screen;
    await shop.ask('POST', `/v1/barbers/${shop.barberNamed('Jamal').id}/clock-in`, {});
    await page
      .getByText(/\d+–\d+ min|No wait/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await page.getByText('Haircut').click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('in the chair about').first().waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox').fill('Mia');
    await page.getByRole('button', { name: 'Somebody is with me' }).click();
    await page.getByRole('heading', { name: 'Person 2: What would you like?' }).waitFor();
    await page.getByText('Beard trim').click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Side by side').click();
    await page.getByRole('button', { name: 'Take 2 tickets' }).click();

    await page.getByRole('heading', { name: /Your tickets \d+, \d+/ }).waitFor();
    expect(await page.getByRole('img', { name: /^Ticket \d+/ }).count()).toBe(2);
  });
});
