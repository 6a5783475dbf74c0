import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../support/server-program';
import { Device, describeInBrowser } from './support/chromium';
import { ShopServer } from './support/shop-server';

// As the documentation says: the emulators by their own command, the shop with the settings that
// they print, and a customer who clicks.

const ROOT = join(__dirname, '..', '..');
const MS_MAX = 60_000;

interface Payment {
  readonly id: string;
  readonly state: string;
  readonly orderState: string;
  readonly action: { readonly url?: string; readonly mobileUrl?: string } | null;
}

/** Starts the emulators for a shop at an address, and gives the settings that they print. */
async function startEmulators(
  shop: string,
): Promise<{ process: ChildProcess; settings: Record<string, string> }> {
  const ports = ['--paypal-port', '0', '--cash-app-port', '0'];
  const program = ['tools/run-ts.mjs', 'test/emulators/main.ts', '--shop', shop, ...ports];
  const child = spawn(process.execPath, program, { cwd: ROOT });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The emulators ended with ${code}: ${printed}`)));
    child.stderr.on('data', (data: Buffer) => {
      printed += data.toString();
    });
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('# Webhooks go to')) resolve();
    });
  });
  const lines = printed.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
  const settings = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { process: child, settings };
}

describeInBrowser('A customer who clicks on the page of', () => {
  let shop: ShopServer;
  let emulators: ChildProcess;

  beforeAll(async () => {
    const port = await freePort();
    const started = await startEmulators(`http://127.0.0.1:${port}`);
    emulators = started.process;
    shop = await ShopServer.open(started.settings, port);
  });

  afterAll(async () => {
    await shop.close();
    emulators.kill();
  });

  it.each(['paypal', 'cash_app'])('%s has paid the bill', async (tender) => {
    const catalogId = shop.serviceNamed('Haircut').id;
    const barberId = shop.barberNamed('Ana').id;
    const { id: orderId } = await shop.ask<{ id: string }>('POST', '/v1/orders', {
      lines: [{ kind: 'service', catalogId, barberId }],
    });
    const path = `/v1/orders/${orderId}/payments`;
    const { id, action } = await shop.ask<Payment>('POST', path, { tender });
    const customer = await Device.open();

    await customer.page.goto(action?.url ?? action?.mobileUrl ?? '');
    await customer.page.getByRole('button', { name: 'Approve 35.00 USD' }).click();

    let payment = await shop.ask<Payment>('GET', `${path}/${id}`);
    for (const end = performance.now() + MS_MAX; payment.orderState !== 'paid'; ) {
      if (performance.now() > end) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
      payment = await shop.ask<Payment>('GET', `${path}/${id}`);
    }
    expect(payment).toMatchObject({ state: 'captured', orderState: 'paid', action: null });
    expect(await shop.ask('GET', `/v1/orders/${orderId}/receipt`)).toMatchObject({
      payments: [{ tender, amountCents: 3500 }],
    });
    await customer.close();
  });
});
