// `npm run emulators [-- --shop http://127.0.0.1:3000]`: a PayPal and a Cash App of one's own, for
// people without accounts. `--faults 0.3 --seed 7` makes bad days that repeat themselves. Prints the settings that lead a shop here; ends with Ctrl+C.
import { parseArgs } from 'node:util';
import { SystemClock } from '../../src/platform/time/clock';
import { CashAppEmulator } from './cash-app/cash-app-emulator';
import { PayPalEmulator } from './paypal/paypal-emulator';

const { values } = parseArgs({
  options: {
    shop: { type: 'string', default: 'http://127.0.0.1:3000' },
    'paypal-port': { type: 'string', default: '4801' },
    'cash-app-port': { type: 'string', default: '4802' },
    /** Share of calls that go wrong, from 0 to 1, by a chance that the seed repeats. */
    faults: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

/** Calls that may go wrong; pages and certificates do not. */
const PAYPAL_CALLS = ['create', 'capture', 'get_order', 'refund', 'get_refund'];
const CASH_APP_CALLS = ['create_request', 'get_request', 'create_payment', 'refund'];

/** How often deliveries that the shop did not take are made again. */
const RETRY_MS = 5_000;

async function main(): Promise<void> {
  const clock = new SystemClock();
  const webhooks = new URL('/v1/webhooks/', values.shop).href;
  const shared = { clock, isDelivering: true };
  const paypal = await PayPalEmulator.start({
    ...shared,
    port: Number(values['paypal-port']),
    webhookUrl: `${webhooks}paypal`,
  });
  const cashApp = await CashAppEmulator.start({
    ...shared,
    port: Number(values['cash-app-port']),
    webhookUrl: `${webhooks}cash-app`,
  });
  const chance = { seed: Number(values.seed), rate: Number(values.faults) };
  if (chance.rate > 0) {
    paypal.faults.seed({ ...chance, operations: PAYPAL_CALLS });
    cashApp.faults.seed({ ...chance, operations: CASH_APP_CALLS });
  }
  const timer = setInterval(() => {
    void paypal.webhooks.flush();
    void cashApp.webhooks.flush();
  }, RETRY_MS);

  const settings = Object.entries({ ...paypal.settings, ...cashApp.settings });
  const lines = settings.map(([name, value]) => `${name}=${value}`);
  process.stdout.write(
    [
      '# Emulators of PayPal and Cash App Pay are running; no money moves.',
      '# Put these lines into the environment of the shop:',
      ...lines,
      `# Webhooks go to ${webhooks}paypal and ${webhooks}cash-app`,
      '',
    ].join('\n'),
  );

  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await Promise.all([paypal.stop(), cashApp.stop()]);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

void main();
