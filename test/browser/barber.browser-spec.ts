import { Device, describeInBrowser } from './support/chromium';
import { PIN, ShopServer } from './support/shop-server';

let shop: ShopServer;
let barber: Device;

/** Whoever else is free must not take the customer of this story. */
function onlyFor(name: string): object {
  return { requestedBarberId: shop.barberNamed(name).id, onlyRequestedBarber: true };
}

async function signIn(code: string): Promise<void> {
  const { page } = barber;
  await page.goto(`${shop.address}/barber`);
  await page.getByLabel('Your code').fill(code);
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describeInBrowser('a barber', () => {
  beforeAll(async () => {
    shop = await ShopServer.open();
  });

  beforeEach(async () => {
    barber = await Device.open();
  });

  afterEach(() => barber?.close());

  afterAll(() => shop?.close());

  it('works a shift by thumb, from the PIN to the last cent', async () => {
    const { page } = barber;
    await signIn('JM');
    await page.getByRole('button', { name: 'Start my shift' }).click();
    await page.getByRole('heading', { name: 'You are free' }).waitFor();

    await shop.join('Dan', 'Skin fade', { note: 'Low fade', ...onlyFor('Jamal') });
    await page.getByText('Low fade').waitFor();
    const call = page.getByRole('button', { name: 'Call Dan' });
    const box = await call.boundingBox();
    await call.click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Add service' }).click();
    await page.getByRole('button', { name: /Beard trim/ }).click();
    await page.getByText('Beard trim').waitFor();
    await page.getByRole('button', { name: 'Break after this' }).click();
    await page.getByText('Your break begins as soon as the chair is empty.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Take payment' }).click();
    await page.getByRole('button', { name: '20%' }).click();
    await page.getByLabel('Money given').waitFor();
    await page.getByRole('button', { name: 'Take $78.00 in cash' }).waitFor();
    await page.getByLabel('Money given').fill('80');
    await page.getByRole('button', { name: 'Take $78.00 in cash' }).click();
    await page.getByText('Give back $2.00.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'You are on a break' }).waitFor();
    await page.getByRole('button', { name: 'Earnings' }).click();

    await page.getByText('$45.50').waitFor();
    for (const line of ['50% of $45.00', '50% of $20.00', 'Tip, Cash', '$22.50', '$13.00']) {
      expect(await page.getByText(line).count()).toBeGreaterThan(0);
    }
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect(box?.width).toBeGreaterThan(300);
    expect(barber.faults).toEqual([]);
  });

  it('goes on without a network, and each step counts once after a reload', async () => {
    const { page } = barber;
    const { ticket } = await shop.join('Dan', 'Haircut', onlyFor('Ana'));
    await signIn('AN');
    await page.getByRole('button', { name: 'Start my shift' }).click();
    await page.getByRole('button', { name: 'Call Dan' }).waitFor();

    // The server hears the first command, but its answer and everything after it is lost.
    let sent = 0;
    await page.route('**/v1/tickets/**', async (route) => {
      sent += 1;
      if (sent === 1) await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Call Dan' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Done' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Done' }).waitFor();
    await page.unroute('**/v1/tickets/**');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Take payment' }).waitFor();
    await page.waitForFunction(
      "Object.entries(localStorage).some(([k, v]) => k.startsWith('fusion.outbox') && v === '[]')",
    );

    const { items } = await shop.ask<{ items: { ticketId: string; type: string }[] }>(
      'GET',
      '/v1/telemetry?after=0&limit=200',
    );
    const steps = items.filter(({ ticketId }) => ticketId === ticket.id).map(({ type }) => type);
    expect(steps.slice(-3)).toEqual(['ticket.called', 'ticket.started', 'ticket.completed']);
    expect(steps.filter((type) => type === 'ticket.called')).toHaveLength(1);
  });

  it('sees how old the screen is when the server is gone, and that it is back', async () => {
    const { page } = barber;
    await signIn('OM');
    await page.getByRole('button', { name: 'Start my shift' }).click();
    await page.getByRole('heading', { name: 'You are free' }).waitFor();

    await shop.crash();
    await page.getByText('No connection. Shown as it was at').waitFor();
    await page.getByRole('heading', { name: 'You are free' }).waitFor();
    await shop.restart();

    await page.getByText('No connection.').waitFor({ state: 'detached', timeout: 20_000 });
  });
});
