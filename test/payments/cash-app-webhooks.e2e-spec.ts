import { cashAppEventSchema } from '../../src/payments/tenders/cash-app/cash-app.schemas';
import { readWebhookBody } from '../../src/payments/tenders/providers/webhook-body.rules';
import type { Delivery } from '../emulators/shared/webhook-outbox';
import { CashAppShop } from './cash-app-shop';
import { value } from './paypal-shop';

let shop: CashAppShop;

beforeEach(async () => {
  shop = await CashAppShop.open();
});

afterEach(async () => {
  await shop.close();
});

const genuine = { kind: 'genuine' };
const rejected = (reason: string) => ({ kind: 'rejected', reason });

async function delivery(): Promise<Delivery> {
  value(await shop.client.createPayment(await shop.approved()));
  return shop.cashApp.webhooks.take('payment.status.updated')[0]!;
}

describe('Cash App webhooks', () => {
  it('are genuine whatever Host says, and name what to read again', async () => {
    const told = await delivery();

    expect(shop.verify(told)).toEqual(genuine);
    const event = readWebhookBody(told.body, cashAppEventSchema);
    const payment = value(await shop.client.getPayment(event!.resourceId, 'PDX'));
    expect(payment.status).toBe('CAPTURED');
  });

  it('34 valid replay a year later: genuine still, known by its event id', async () => {
    const told = await delivery();
    shop.clock.advanceMinutes(366 * 24 * 60);

    expect(shop.verify(told)).toEqual(genuine);
    expect(readWebhookBody(told.body, cashAppEventSchema)?.eventId).toBe(told.eventId);
  });

  it.each([
    ['a wrong signature', `V1 ${'0'.repeat(64)}`, 'SIGNATURE_WRONG'],
    ['hex of the wrong length', 'V1 abcdef', 'SIGNATURE_WRONG'],
    ['hex that is too long', `V1 ${'0'.repeat(66)}`, 'SIGNATURE_WRONG'],
    ['V2', `V2 ${'0'.repeat(64)}`, 'SIGNATURE_WRONG'],
    ['signs of more than one byte', `V1 ${'é'.repeat(32)}`, 'SIGNATURE_WRONG'],
    ['nothing', '', 'HEADERS_MISSING'],
  ])('36 %s: rejected', async (_title, signature, reason) => {
    expect(shop.verify(await delivery(), { 'x-signature': signature })).toEqual(rejected(reason));
  });

  it.each(['x-signature', 'authorization', 'accept', 'content-type'])(
    '36 without %s, or with two: rejected',
    async (name) => {
      const told = await delivery();

      expect(shop.verify(told, { [name]: '' })).toEqual(rejected('HEADERS_MISSING'));
      expect(shop.verify(told, { [name]: ['a', 'b'] })).toEqual(rejected('HEADERS_MISSING'));
    },
  );

  it('37 body re-serialised by a proxy: rejected', async () => {
    const told = await delivery();
    const body = Buffer.from(JSON.stringify(JSON.parse(told.body.toString()), null, 1));

    expect(shop.verify({ ...told, body })).toEqual(rejected('SIGNATURE_WRONG'));
  });

  it('41 five megabytes: rejected before anything is computed', async () => {
    const body = Buffer.alloc(5 * 1024 * 1024);

    expect(shop.verify({ ...(await delivery()), body })).toEqual(rejected('BODY_TOO_LARGE'));
  });

  it('43 old key secret during rotation: taken with the old key, until it is removed', async () => {
    const withOldKey = await delivery();
    const old = shop.cashApp.keys.current;
    const fresh = shop.cashApp.keys.create();
    const rotated = { CASH_APP_KEY_ID: fresh.keyId, CASH_APP_SECRET: fresh.secret };
    await shop.restart({
      ...rotated,
      CASH_APP_PREVIOUS_KEY_ID: old.keyId,
      CASH_APP_PREVIOUS_SECRET: old.secret,
    });
    const withNewKey = await delivery();

    expect([shop.verify(withOldKey), shop.verify(withNewKey)]).toEqual([genuine, genuine]);
    await shop.restart({ CASH_APP_PREVIOUS_KEY_ID: '', CASH_APP_PREVIOUS_SECRET: '' });
    expect(shop.verify(withOldKey)).toEqual(rejected('KEY_UNKNOWN'));
  });

  it('43 the secret of one key does not serve under the name of another', async () => {
    const told = await delivery();
    const [, clientId] = (told.headers.authorization ?? '').split(' ');

    expect(shop.verify(told, { authorization: `Client ${clientId} KEY_other` })).toEqual(
      rejected('KEY_UNKNOWN'),
    );
    expect(shop.verify(told, { authorization: 'Client CAS-CI_OTHER KEY_emulator1' })).toEqual(
      rejected('CLIENT_FOREIGN'),
    );
  });

  it('44 skip-signature value: rejected', async () => {
    const skip = { 'x-signature': 'sandbox:skip-signature-check' };

    expect(shop.verify(await delivery(), skip)).toEqual(rejected('SIGNATURE_SKIPPED'));
  });

  it('what was not delivered in three days is only listed', async () => {
    await shop.approved();
    expect(value(await shop.client.listFailedEvents('PDX'))).toEqual([]);

    shop.clock.advanceMinutes(72 * 60);
    expect(value(await shop.client.listFailedEvents('PDX')).map(({ type }) => type)).toEqual([
      'customer_request.state.updated',
      'grant.created',
    ]);
  });
});
