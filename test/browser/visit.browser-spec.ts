import { expectNoBarriers } from './support/axe';
import { Device, describeInBrowser } from './support/chromium';
import { Providers } from './support/providers';
import { PIN, ShopServer } from './support/shop-server';

let providers: Providers;
let shop: ShopServer;
let customer: Device;
let barber: Device;
let lobby: Device;

async function atWork(): Promise<void> {
  const { page } = barber;
  await page.goto(`${shop.address}/barber`);
  await page.getByLabel('Your code').fill('JM');
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Start my shift' }).click();
  await page.getByRole('heading', { name: 'You are free' }).waitFor();
}

/** Counts the shakes of the phone: it makes its sound beside them. */
async function listen({ page }: Device): Promise<void> {
  await page.evaluate(
    'window.rings = 0; navigator.vibrate = () => { window.rings += 1; return true; }',
  );
}

async function serve(name: string): Promise<void> {
  const { page } = barber;
  await page.getByRole('button', { name: `Call ${name}` }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}

describeInBrowser('a visit', () => {
  beforeAll(async () => {
    providers = await Providers.open();
    shop = await ShopServer.open(providers.settings);
    barber = await Device.open();
    lobby = await Device.open({ size: 'tv' });
    await atWork();
    await lobby.page.goto(`${shop.address}/lobby#${await shop.deviceToken('lobby')}`);
    await lobby.page.getByText('Jamal').waitFor();
  });

  beforeEach(async () => {
    customer = await Device.open();
  });

  afterEach(() => customer?.close());

  afterAll(async () => {
    await Promise.all([barber?.close(), lobby?.close()]);
    await shop?.close();
    await providers?.close();
  });

  it('goes from the code at the door to the receipt, with no hand on the till', async () => {
    const { page } = customer;
    await listen(barber);
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Haircut').click();
    await page.getByText('No wait').first().waitFor();
    await page.getByLabel('Your first name').fill('Dan');
    await page.getByRole('button', { name: 'Take a ticket' }).click();
    await barber.page.getByRole('button', { name: 'Call Dan' }).waitFor();
    await lobby.page.getByText('Please come').waitFor();
    expect(await barber.page.evaluate('window.rings')).toBe(1);
    await serve('Dan');

    await page.getByRole('heading', { name: 'Your bill' }).waitFor();
    await page.getByRole('button', { name: '20% $7.00' }).click();
    await page.getByRole('button', { name: 'Pay $42.00 with PayPal' }).waitFor();
    await expectNoBarriers(customer.page);
    await page.getByRole('button', { name: 'Pay $42.00 with PayPal' }).click();
    await page.waitForURL(`${providers.paypal.url}/**`);
    await page.locator('button[value="approve"]').click();
    await page.getByRole('heading', { name: '$42.00 paid. Thank you!' }).waitFor();
    await expectNoBarriers(customer.page);
    await page.getByRole('button', { name: 'Back to my ticket' }).click();
    await page.getByRole('heading', { name: 'Paid. See you next time!' }).waitFor();
    await expectNoBarriers(customer.page);
    await page.getByRole('link', { name: /Open the receipt/ }).click();

    await page.getByText('$42.00').first().waitFor();
    await barber.page.getByRole('heading', { name: 'You are free' }).waitFor();
    expect([...customer.faults, ...barber.faults, ...lobby.faults]).toEqual([]);
  });

  it('is paid by a code on the barber’s phone, which notices by itself', async () => {
    const { page } = barber;
    await shop.join('Priya');
    await serve('Priya');
    await page.getByRole('button', { name: 'Take payment' }).click();
    await page.getByRole('button', { name: 'Cash App' }).click();
    await page.getByRole('button', { name: 'Show the code for $35.00' }).click();
    await page.getByRole('img', { name: /The customer scans this/ }).waitFor();
    await expectNoBarriers(barber.page);
    const [request] = [...providers.cashApp.books.requests.values()].slice(-1);
    providers.cashApp.books.approve(request?.id ?? '');

    await page.getByText('Paid.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('is paid from phone to phone, once somebody has seen the money', async () => {
    const { page } = barber;
    await shop.ask('PATCH', '/v1/shop', { venmoHandle: '@northgate-cuts' });
    await page.reload();
    await shop.join('Leo');
    await serve('Leo');
    await page.getByRole('button', { name: 'Take payment' }).click();
    await page.getByRole('button', { name: 'Venmo' }).click();
    await page.getByText('@northgate-cuts').waitFor();
    await page.getByLabel('Who sends it?').fill('Leo B.');
    await page.getByRole('button', { name: 'customer says it is sent' }).click();
    await page.getByText('From Leo B.').waitFor();
    await expectNoBarriers(barber.page);
    await page.getByRole('button', { name: 'I see it: it has come' }).click();

    await page.getByText('Paid.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('of two who come together takes two tickets, each with its link', async () => {
    const { page } = customer;
    await page.goto(`${shop.address}/s/northgate`);
    await page.getByText('Haircut').click();
    await page.getByLabel('Your first name').fill('Ana');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByText('Beard trim').click();
    await page.getByLabel('First name of person 2').fill('Tom');
    await page.getByText('Side by side').click();
    await expectNoBarriers(customer.page);
    await page.getByRole('button', { name: 'Take 2 tickets' }).click();
    await page.getByRole('button', { name: /Ticket .* Tom/ }).click();

    await page.getByRole('heading', { name: 'You are next' }).waitFor();
    await page.getByText('Beard trim').waitFor();
    expect(customer.faults).toEqual([]);
  });
});
