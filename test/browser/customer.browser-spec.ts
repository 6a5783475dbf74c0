import { expectNoBarriers } from './support/axe';
import { Device, describeInBrowser } from './support/chromium';
import { ShopServer } from './support/shop-server';

/** One pixel, as PNG. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let shop: ShopServer;
let customer: Device;

describeInBrowser('a customer', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
  });

  beforeEach(async () => {
    customer = await Device.open();
  });

  afterEach(() => customer?.close());

  afterAll(() => shop?.close());

  it('joins by the code and sees the call without a reload', async () => {
    const { page } = customer;
    const jamal = shop.barberNamed('Jamal').id;
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Skin fade').click();
    await page.getByLabel('Your first name').fill('Dan');
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await page.getByRole('heading', { name: 'You are next' }).waitFor();
    const { items } = await shop.ask<{ items: { id: string; customerName: string }[] }>(
      'GET',
      '/v1/tickets?state=waiting',
    );
    const ticket = items.find(({ customerName }) => customerName === 'Dan');
    await page.evaluate('window.stillTheSamePage = true');

    await shop.ask('POST', `/v1/barbers/${jamal}/clock-in`, {});
    await page.getByRole('heading', { name: 'Jamal takes you next' }).waitFor();
    await shop.ask('POST', `/v1/tickets/${ticket?.id}/call`, {});
    await page.getByRole('heading', { name: 'Please come to Jamal' }).waitFor();
    await shop.ask('POST', `/v1/tickets/${ticket?.id}/start`, {});
    await page.getByRole('heading', { name: 'Enjoy your cut with Jamal' }).waitFor();

    expect(await page.evaluate('window.stillTheSamePage')).toBe(true);
    expect(customer.faults).toEqual([]);
  });

  it('comes from afar, says so when here, and may leave', async () => {
    const { page } = customer;
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Haircut').click();
    await page.getByLabel('When will you be here?').selectOption('20');
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await page.getByText('You are on the way').waitFor();
    await page.getByRole('button', { name: "I'm here" }).click();
    await page.getByText('Nobody is ahead of you.').waitFor();
    await page.getByRole('button', { name: 'Leave the queue' }).click();
    await page.getByRole('button', { name: 'Something came up' }).click();

    await page.getByRole('heading', { name: 'You left the queue' }).waitFor();
    expect(customer.faults).toEqual([]);
  });

  it('finds the ticket again after the page was closed', async () => {
    const { page } = customer;
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Haircut').click();
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await page.getByRole('button', { name: 'Leave the queue' }).waitFor();

    await page.goto(`${shop.address}/s/northgate`);
    await page.getByRole('button', { name: 'Show my ticket' }).click();

    await page.getByRole('button', { name: 'Leave the queue' }).waitFor();
  });

  it('sees the shop’s own colour and logo, and can read everything', async () => {
    const { page } = customer;
    await shop.ask('PUT', '/v1/shop/accent', { accentColour: '#8a1c1c' });
    await shop.ask('PUT', '/v1/shop/logo', { content: PIXEL });
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Haircut').click();
    await page.locator('img[src^="/logos/"]').waitFor();

    const accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent')";
    expect(await page.evaluate(accent)).toBe('#8a1c1c');
    await expectNoBarriers(page);
    expect(customer.faults).toEqual([]);
  });

  it('learns that a guessed link is no ticket', async () => {
    await customer.page.goto(`${shop.address}/s/northgate/ticket#ftk_guessed`);

    await customer.page.getByText('This link does not work any more.').waitFor();
  });

  it('loads less than 120 kB of script before a ticket can be taken', async () => {
    let bytes = 0;
    customer.page.on('response', async (response) => {
      if (!response.url().endsWith('.js')) return;
      bytes += Number(response.headers()['content-length'] ?? Number.NaN);
    });
    await customer.page.goto(`${shop.address}/s/northgate`);
    await customer.page.getByText('Haircut').waitFor();
    await customer.page.waitForLoadState('networkidle');

    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(120_000);
  });
});
