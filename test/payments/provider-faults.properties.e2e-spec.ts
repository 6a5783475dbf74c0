import fc from 'fast-check';
import type { PayPalCapture } from '../../src/payments/tenders/paypal/paypal.schemas';
import { captureOf } from '../../src/payments/tenders/paypal/paypal-outcome.rules';
import type { ProviderOutcome } from '../../src/payments/tenders/providers/provider-outcome';
import { ALL_FAULTS } from '../emulators/shared/faults';
import { type CaptureWish, PayPalShop } from './paypal-shop';

let shop: PayPalShop;

beforeAll(async () => {
  shop = await PayPalShop.open();
});

afterAll(async () => {
  await shop.close();
});

// Silence costs the whole deadline each time; what it teaches is in the tests of single faults.
const choices = ALL_FAULTS.filter(({ kind }) => !kind.startsWith('timeout'));

/** Settles a capture as a sweeper would: same key while unsettled, and asking where told to. */
async function settle(wish: CaptureWish): Promise<ProviderOutcome<PayPalCapture>> {
  let outcome = await shop.client.captureOrder(wish);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (outcome.kind === 'OK' || outcome.kind === 'DECLINED') return outcome;
    const isAsked = outcome.kind === 'UNKNOWN' && attempt % 2 === 1;
    if (isAsked) {
      const order = await shop.client.getOrder(wish.orderId);
      outcome = order.kind === 'OK' ? captureOf(order.value, wish) : order;
    } else outcome = await shop.client.captureOrder(wish);
  }
  return outcome;
}

describe('A capture under any faults, repeated with its key and asked for', () => {
  it('settles to what PayPal’s books say, with one capture at the most', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        async (seed, rate) => {
          const { books, faults } = shop.paypal;
          faults.clear();
          const wish = await shop.approved();
          faults.seed({ seed, rate, choices, operations: ['capture', 'get_order', 'token'] });

          const outcome = await settle(wish);
          faults.clear();

          expect(outcome.kind).toBe('OK');
          const captures = books.orders.get(wish.orderId)?.captures ?? [];
          expect(captures).toHaveLength(1);
          expect(outcome).toMatchObject({ value: { captureId: captures[0]?.id } });
        },
      ),
      { numRuns: 60 },
    );
  });
});
