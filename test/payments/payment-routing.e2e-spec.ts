import { ProviderRefunds } from '../../src/payments/operations/provider-refunds.service';
import { type Transaction, UnitOfWork } from '../../src/platform/database/unit-of-work';
import { commandIn } from '../support/module-app';
import { RoutedDesk } from './routed-desk';

let shop: RoutedDesk;

beforeEach(async () => {
  // Signed in for as long as a test of two days takes.
  shop = await RoutedDesk.open({ SESSION_HOURS: '100' });
}, 60_000);

afterEach(async () => {
  await shop.desk.close();
});

const ask: RoutedDesk['desk']['ask'] = (...args) => shop.desk.ask(...args);
const theShop = async (): Promise<string> => {
  const [row] = await shop.desk.reader.query<{ id: string }>('SELECT id FROM shops');
  return row?.id ?? '';
};
const inUnit = async <R>(work: (tx: Transaction) => Promise<R>): Promise<R> =>
  shop.desk.server.app.get(UnitOfWork).run(commandIn(await theShop()), work);
const dryRun = (body: object) =>
  ask<{
    businessDay: string;
    outcome: string;
    candidates: { routeId: string; reason: { code: string; sentence: string } }[];
    rejected: { routeId: string; reasons: { code: string; sentence: string }[] }[];
  }>('POST', '/v1/payment-routes/dry-run', { tender: 'paypal', amountCents: 4000, ...body });

describe('merchant accounts', () => {
  it('never show what is secret, neither in answers nor in events nor in the database', async () => {
    const { secret } = shop.desk.paypal.otherAccount;
    const listed = await ask('GET', '/v1/merchant-accounts');
    const events = await shop.desk.reader.query<{ data: string }>('SELECT data FROM events');
    const rows = await shop.desk.reader.query('SELECT * FROM merchant_accounts');

    const everything = JSON.stringify([listed.body, events, rows]);
    expect(everything).not.toContain(secret);
    expect(listed.body).toMatchObject({
      items: [
        { name: 'Shop', credentials: 'settings', lastFour: null },
        { name: 'Ben', credentials: 'own', lastFour: 'rber', ownerBarberId: shop.benId },
      ],
    });
    expect(events.map(({ data }) => data).join()).toContain('"merchantAccount"');
  });

  it('are checked with the provider, without moving anything', async () => {
    const path = `/v1/merchant-accounts/${shop.benAccount.id}`;
    expect((await ask('POST', `${path}/check`)).body).toMatchObject({ result: 'works' });

    const { clientId } = shop.desk.paypal.otherAccount;
    const credentials = { clientId, secret: 'wrong', environment: 'sandbox' };
    const changed = await ask('PATCH', path, { credentials, expectedVersion: 1 });
    expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
    expect(changed.body).not.toMatchObject({ fingerprint: shop.benAccount.fingerprint });
    expect((await ask('POST', `${path}/check`)).body).toMatchObject({
      ...{ result: 'refused', code: 'CREDENTIALS_REFUSED' },
    });
    shop.desk.paypal.faults.script('token', 'close_before');
    expect((await ask('POST', `${path}/check`)).body).toMatchObject({ result: 'not_reached' });
    expect(shop.desk.callsOf('create')).toBe(0);
  });

  it('cannot be used when another server has sealed them, and say so', async () => {
    await shop.route(shop.benAccount);
    await shop.rules({ isBoothRentOn: true });
    await inUnit((tx) =>
      tx.execute(
        `UPDATE merchant_accounts SET sealed_credentials = 'v1.AAAA', version = version + 1
         WHERE id = ?`,
        [shop.benAccount.id],
      ),
    );

    const check = await ask('POST', `/v1/merchant-accounts/${shop.benAccount.id}/check`);
    expect(check.body).toMatchObject({ result: 'not_configured', code: 'CREDENTIALS_UNREADABLE' });
    expect((await dryRun({ barberIds: [shop.benId] })).body).toMatchObject({
      outcome: 'settings',
      rejected: [{ reasons: [{ code: 'ACCOUNT_UNAVAILABLE' }] }],
    });
  });

  it('have nothing to check as labels, and nobody who is not asked for', async () => {
    const made = await ask<{ id: string }>('POST', '/v1/merchant-accounts', {
      ...{ name: 'Ben’s terminal', tender: 'card_terminal', ownerBarberId: shop.benId },
    });
    const check = await ask('POST', `/v1/merchant-accounts/${made.body.id}/check`);
    expect(check.body).toMatchObject({ result: 'nothing_to_check' });

    const unknown = await ask('POST', `/v1/merchant-accounts/${shop.benId}/check`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'MERCHANT_ACCOUNT_NOT_FOUND' } });
  });

  it('refuse credentials that are unfit, missing, or lead elsewhere, and stale changes', async () => {
    const paypal = { ...shop.desk.paypal.otherAccount, environment: 'sandbox' };
    const create = (body: object) =>
      ask('POST', '/v1/merchant-accounts', { name: 'New', tender: 'paypal', ...body });
    const change = (body: object) =>
      ask('PATCH', `/v1/merchant-accounts/${shop.benAccount.id}`, body);

    expect((await create({ tender: 'cash_app', credentials: paypal })).body).toMatchObject({
      code: 'MERCHANT_ACCOUNT_CREDENTIALS_UNFIT',
    });
    expect((await create({ tender: 'cash', credentials: paypal })).body).toMatchObject({
      code: 'MERCHANT_ACCOUNT_CREDENTIALS_UNFIT',
    });
    expect((await create({ ownerBarberId: shop.benId })).body).toMatchObject({
      code: 'MERCHANT_ACCOUNT_CREDENTIALS_MISSING',
    });
    expect((await create({ baseUrl: 'https://evil.example' })).status).toBe(400);
    expect((await change({ credentials: { ...paypal, clientId: 'other' } })).body).toMatchObject({
      code: 'MERCHANT_ACCOUNT_IDENTITY_FIXED',
    });
    expect((await change({ name: 'B', expectedVersion: 9 })).body).toMatchObject({
      ...{ code: 'MERCHANT_ACCOUNT_VERSION_STALE', currentVersion: 1 },
    });
  });
});

describe('payment routes', () => {
  it('are made, changed, put in order and removed, and tell of it', async () => {
    const one = await shop.route(shop.shopAccount, { name: 'One' });
    const two = await shop.route(shop.shopAccount, { name: 'Two', conditions: { weekdays: [1] } });
    const path = `/v1/payment-routes/${one.id}`;

    const changed = await ask('PATCH', path, { dayMaxCents: 9000, expectedVersion: 1 });
    expect(changed.body).toMatchObject({ dayMaxCents: 9000, version: 2 });
    const stale = await ask('PATCH', path, { dayMaxCents: 1, expectedVersion: 1 });
    expect(stale).toMatchObject({
      ...{ status: 409, body: { code: 'PAYMENT_ROUTE_VERSION_STALE', currentVersion: 2 } },
    });

    const routeIds = [two.id, one.id];
    const reorder = (body: object) => ask('POST', '/v1/payment-routes/reorder', body);
    expect((await reorder({ routeIds, expectedVersion: 1 })).body).toMatchObject({
      ...{ code: 'PAYMENT_ROUTING_VERSION_STALE', currentVersion: 3 },
    });
    expect((await reorder({ routeIds: [one.id, one.id] })).body).toMatchObject({
      code: 'PAYMENT_ROUTE_ORDER_INCOMPLETE',
    });
    expect((await reorder({ routeIds, expectedVersion: 3 })).body).toMatchObject({
      items: [
        { name: 'Two', position: 1 },
        { name: 'One', position: 2 },
      ],
    });

    expect((await ask('DELETE', `${path}?expectedVersion=1`)).status).toBe(409);
    expect((await ask('DELETE', `${path}?expectedVersion=2`)).status).toBe(204);
    expect((await ask('DELETE', path)).body).toMatchObject({ code: 'PAYMENT_ROUTE_NOT_FOUND' });
    expect((await ask('GET', '/v1/payment-routes')).body).toMatchObject({
      items: [{ id: two.id }],
    });
    const events = await shop.desk.reader.query<{ type: string }>(
      `SELECT type FROM events WHERE type LIKE 'payment_rout%' ORDER BY sequence`,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'payment_route.created',
      'payment_route.created',
      'payment_route.updated',
      'payment_routing.updated',
      'payment_route.removed',
    ]);
  });

  it('refuse what could never take a payment, and accounts that there are not', async () => {
    const create = (body: object) =>
      ask('POST', '/v1/payment-routes', {
        ...{ name: 'R', merchantAccountId: shop.shopAccount.id, ...body },
      });

    const crossed = { conditions: { fromCents: 5000, toCents: 4000 } };
    expect((await create(crossed)).body).toMatchObject({ code: 'PAYMENT_ROUTE_LIMITS_CROSSED' });
    expect((await create({ merchantAccountId: shop.benId })).status).toBe(404);
  });

  it('are for owners and managers alone', async () => {
    const bare = await shop.desk.server.request('GET', '/v1/payment-routes');

    expect(bare.status).toBe(401);
  });
});

describe('the dry run', () => {
  it('shows the way of a payment, why, and why not the others; the strategy changes it', async () => {
    const one = await shop.route(shop.shopAccount);
    const two = await shop.route(shop.shopAccount, { conditions: { toCents: 10_000 } });
    const own = await shop.route(shop.benAccount);

    const first = (await dryRun({ barberIds: [shop.benId] })).body;
    expect(first.candidates.map(({ routeId }) => routeId)).toEqual([one.id, two.id]);
    expect(first.candidates[0]?.reason.code).toBe('FIRST_IN_LIST');
    expect(first.rejected).toMatchObject([
      { routeId: own.id, reasons: [{ code: 'BOOTH_RENT_OFF' }] },
    ]);
    expect((await dryRun({ amountCents: 10_001 })).body.rejected).toContainEqual({
      ...{ routeId: two.id, name: 'Route' },
      reasons: [{ code: 'AMOUNT_TOO_LARGE', sentence: 'It is for at most 100.00 USD.' }],
    });

    await shop.payToTheEnd(await shop.openOrder());
    await shop.rules({ strategy: 'round_robin', isBoothRentOn: true });
    expect((await dryRun({})).body.candidates[0]).toMatchObject({
      ...{ routeId: two.id, reason: { code: 'NEXT_IN_TURN' } },
    });
    expect((await dryRun({ barberIds: [shop.benId] })).body.candidates[0]).toMatchObject({
      ...{ routeId: own.id, reason: { code: 'OWN_ACCOUNT' } },
    });
  });

  it('goes by the hour and the weekday of the shop', async () => {
    const friday = await shop.route(shop.shopAccount, {
      conditions: { weekdays: [5], hours: { from: 22, to: 2 } },
    });

    // Half past one on Saturday in New York: by the books still Friday.
    const late = await dryRun({ at: '2026-05-16T05:30:00Z' });
    expect(late.body.candidates).toMatchObject([{ routeId: friday.id }]);
    const noon = await dryRun({ at: '2026-05-16T16:00:00Z' });
    expect(noon.body).toMatchObject({
      outcome: 'none',
      rejected: [{ reasons: [{ code: 'OTHER_WEEKDAY' }, { code: 'OTHER_HOUR' }] }],
    });
  });

  it('changes nothing', async () => {
    await shop.route(shop.shopAccount);
    const events = () => shop.desk.reader.query('SELECT COUNT(*) AS n FROM events');
    const before = await events();
    await dryRun({});

    expect(await events()).toEqual(before);
  });
});

describe('a payment', () => {
  it('goes to the settings’ account while there are no routes', async () => {
    expect((await dryRun({})).body.outcome).toBe('settings');
    const orderId = await shop.openOrder();
    await shop.payToTheEnd(orderId);

    expect(shop.captures()).toEqual([{ clientId: 'emulator-client', value: '40.00' }]);
    expect((await shop.attempts(orderId))[0]).toMatchObject({ reason: 'SETTINGS', attempt: 1 });
  });

  it('is captured and refunded at the account that it began with', async () => {
    const second = await shop.secondShopAccount();
    await shop.route(second);
    const orderId = await shop.openOrder();
    const payment = await shop.payToTheEnd(orderId);

    expect(payment.state).toBe('captured');
    expect(shop.captures()).toEqual([{ clientId: 'emulator-barber', value: '40.00' }]);
    expect(await shop.attempts(orderId)).toMatchObject([
      { kind: 'create', state: 'succeeded', merchantAccount: 'Second', reason: 'FIRST_IN_LIST' },
      { kind: 'capture', state: 'succeeded', merchantAccount: 'Second' },
    ]);

    // Switched off and off the list, it still gives back what it took.
    await ask('PATCH', `/v1/merchant-accounts/${second.id}`, { isEnabled: false });
    const refunds = shop.desk.server.app.get(ProviderRefunds);
    const refund = { paymentId: payment.id, amountCents: 1500 };
    const operationId = await inUnit((tx) => refunds.prepareWithin(tx, refund));
    const shopId = await theShop();
    expect(await refunds.complete(shopId, operationId)).toMatchObject({ state: 'succeeded' });
    expect([...shop.desk.paypal.books.refunds.values()]).toMatchObject([
      { amount: { value: '15.00' } },
    ]);
  });

  it('of 40.00 goes another way as the third of a day that may have 100.00, until tomorrow', async () => {
    const second = await shop.secondShopAccount();
    await shop.route(shop.shopAccount, { dayMaxCents: 10_000 });
    const other = await shop.route(second);
    await shop.payToTheEnd(await shop.openOrder());
    // Under way counts as taken.
    await shop.desk.start(await shop.openOrder(), 'paypal');
    await shop.payToTheEnd(await shop.openOrder());

    const clients = [...shop.desk.paypal.books.orders.values()].map(({ clientId }) => clientId);
    expect(clients).toEqual(['emulator-client', 'emulator-client', 'emulator-barber']);
    await ask('DELETE', `/v1/payment-routes/${other.id}`);
    const refused = await shop.desk.pay(await shop.openOrder(), { tender: 'paypal' });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_NOT_ROUTABLE', rejected: [{ reasons: [{ code: 'OVER_DAY_LIMIT' }] }] },
    });
    shop.desk.clock.advanceMinutes(24 * 60);
    expect((await dryRun({})).body.outcome).toBe('route');
  });

  it('is offered by an account of the shop’s own, when the settings have none', async () => {
    const bare = await RoutedDesk.open({ PAYPAL_CLIENT_ID: '', PAYPAL_SECRET: '' });
    const offered = async () => {
      const { body } = await bare.desk.ask<{ items: { tender: string; isAvailable: boolean }[] }>(
        ...(['GET', '/v1/tenders'] as const),
      );
      return body.items.find(({ tender }) => tender === 'paypal')?.isAvailable;
    };
    expect(await offered()).toBe(false);
    await bare.route(await bare.secondShopAccount());

    expect(await offered()).toBe(true);
    await bare.payToTheEnd(await bare.openOrder());
    expect(bare.captures()).toEqual([{ clientId: 'emulator-barber', value: '40.00' }]);
    await bare.desk.close();
  });

  it('takes turns by round robin', async () => {
    await shop.route(shop.shopAccount);
    await shop.route(await shop.secondShopAccount());
    await shop.rules({ strategy: 'round_robin' });
    for (let payment = 0; payment < 4; payment += 1) {
      await shop.payToTheEnd(await shop.openOrder());
    }

    expect(shop.captures().map(({ clientId }) => clientId)).toEqual([
      'emulator-client',
      'emulator-barber',
      'emulator-client',
      'emulator-barber',
    ]);
  });

  it('finds its account again by a webhook to the account’s own address', async () => {
    const second = await ask<{ id: string }>('POST', '/v1/merchant-accounts', {
      ...{ name: 'Second', tender: 'paypal' },
      credentials: {
        ...shop.desk.paypal.otherAccount,
        ...{ environment: 'sandbox', webhookId: shop.desk.paypal.webhookId },
      },
    });
    await shop.route(second.body);
    const payment = await shop.desk.start(await shop.openOrder(), 'paypal');
    shop.desk.paypal.books.approve(shop.desk.paypalOrder(payment).id);
    const [delivery] = shop.desk.paypal.webhooks.take();

    const elsewhere = await shop.desk.deliver(`paypal/${shop.benAccount.id}`, delivery!);
    const nowhere = await shop.desk.deliver(`paypal/${shop.benId}`, delivery!);
    const right = await shop.desk.deliver(`paypal/${second.body.id}`, delivery!);

    expect([elsewhere, nowhere, right]).toEqual([401, 401, 202]);
    expect((await shop.desk.show(payment)).state).toBe('captured');
    expect(shop.captures()).toEqual([{ clientId: 'emulator-barber', value: '40.00' }]);
  });
});

describe('statistics of routes', () => {
  it('equal a recount of the journal, and tell of refusals', async () => {
    const route = await shop.route(shop.shopAccount);
    await shop.payToTheEnd(await shop.openOrder());
    shop.desk.clock.advanceMinutes(24 * 60);
    await shop.payToTheEnd(await shop.openOrder());
    const orderId = await shop.openOrder();
    const part = await shop.desk.start(orderId, 'paypal', { amountCents: 1500 });
    shop.desk.paypal.books.approve(shop.desk.paypalOrder(part).id);
    shop.desk.later();
    await shop.desk.settle(part);
    shop.desk.paypal.books.captureDecisions.push({ issue: 'TRANSACTION_REFUSED' });
    await shop.payToTheEnd(orderId);

    const shown = await ask('GET', '/v1/payment-routes/statistics');
    expect(shown.body).toMatchObject({
      items: [
        {
          routeId: route.id,
          today: { payments: 2, amountCents: 5500 },
          last30Days: { payments: 3, amountCents: 9500 },
          ...{ declined: 1, notSent: 0, unknown: 0 },
        },
      ],
    });
    const [recount] = await shop.desk.reader.query<{ cents: number }>(
      `SELECT SUM(amount_cents) AS cents FROM postings
       WHERE account_code = '1210' AND amount_cents > 0`,
    );
    expect(Number(recount?.cents)).toBe(9500);
  });
});

describe('booth rent', () => {
  const boothRent = async () => {
    await shop.route(shop.shopAccount);
    await shop.route(shop.benAccount);
    await shop.rules({ isBoothRentOn: true });
  };

  it('leads a barber’s money to the own account, and the books say who has it', async () => {
    await boothRent();
    const orderId = await shop.openOrder({ tip: { kind: 'amount', amountCents: 500 } });
    const payment = await shop.payToTheEnd(orderId);

    expect(payment.state).toBe('captured');
    expect(shop.captures()).toEqual([{ clientId: 'emulator-barber', value: '45.00' }]);
    const ben = shop.benId;
    expect(await shop.desk.entries(orderId)).toEqual([
      `sale 1320:${ben} 4500`,
      'sale 4010 -4000',
      `sale 2310:${ben} -500`,
      'commission 5010 2000',
      `commission 2320:${ben} -2000`,
      `own_account_offset 2310:${ben} 500`,
      `own_account_offset 2320:${ben} 2000`,
      `own_account_offset 1320:${ben} -2500`,
    ]);
  });

  it('shows the same earnings and sales as if the shop had taken it', async () => {
    await boothRent();
    await shop.payToTheEnd(await shop.openOrder({ tip: { kind: 'amount', amountCents: 500 } }));

    const { businessDay } = (await dryRun({})).body;
    const span = `from=${businessDay}&to=${businessDay}`;
    const earnings = await ask('GET', `/v1/earnings?barberId=${shop.benId}&${span}`);
    expect(earnings.body).toMatchObject({ commissionCents: 2000, tipCents: 500 });
    const { body: report } = await ask('GET', `/v1/reports/days/${businessDay}`);
    expect(report).toMatchObject({
      sales: { totalCents: 4500, tipsCents: 500 },
      tenders: [{ tender: 'paypal', payments: 1, receivedCents: 4500, tipCents: 500 }],
    });
  });

  it('gives back from the own account, takes commission and tip along, and pays the rest out', async () => {
    await boothRent();
    const orderId = await shop.openOrder({ tip: { kind: 'amount', amountCents: 500 } });
    await shop.payToTheEnd(orderId);
    const { body } = await ask<{ items: object[] }>('POST', `/v1/orders/${orderId}/refunds`, {
      ...{ tip: 'return', reason: 'Not happy' },
    });

    expect(body.items).toMatchObject([{ state: 'completed', amountCents: 4500 }]);
    const ben = shop.benId;
    expect((await shop.desk.entries(orderId)).slice(8)).toEqual([
      ...['refund 4080 4000', `refund 2310:${ben} 500`, `refund 1320:${ben} -4500`],
      ...[`commission 2320:${ben} 2000`, 'commission 5010 -2000'],
    ]);
    // 25.00 each way: what was had of it, and what was given out for it.
    const owing = await ask('POST', '/v1/payouts', { method: 'bank' });
    expect(owing.body).toMatchObject({ code: 'NOTHING_TO_PAY_OUT' });

    await shop.rules({ isBoothRentOn: false });
    await shop.payToTheEnd(await shop.openOrder());
    const paid = await ask<{ items: object[] }>('POST', '/v1/payouts', { method: 'bank' });
    expect(paid.body.items).toMatchObject([
      { commissionCents: 0, tipCents: -500, heldCents: -2500, amountCents: 2000 },
    ]);
    const left = await shop.desk.reader.query(
      `SELECT account_code FROM postings
       WHERE account_code LIKE '1320:%' OR account_code LIKE '23%'
       GROUP BY account_code HAVING SUM(amount_cents) <> 0`,
    );
    expect(left).toEqual([]);
  });

  it('is not asked for in the shop’s settlement', async () => {
    await boothRent();
    await shop.payToTheEnd(await shop.openOrder());
    const [, capture] = await shop.desk.reader.query<{ ref: string }>(
      `SELECT NULL AS ref UNION ALL SELECT capture_ref FROM payments WHERE state = 'captured'`,
    );
    const { body } = await ask<{ rows: object[]; missingThere: object[] }>(
      ...(['POST', '/v1/settlements'] as const),
      {
        ...{ tender: 'paypal', reference: 'f1', periodEnd: '2026-05-17T00:00:00Z' },
        rows: [
          {
            ...{ kind: 'capture', providerRef: capture?.ref, grossCents: 4000 },
            ...{ feeCents: 0, netCents: 4000 },
          },
        ],
      },
    );

    expect(body).toMatchObject({ rows: [{ verdict: 'missing_here' }], missingThere: [] });
  });

  it('leaves to the shop what is not the barber’s work alone', async () => {
    await boothRent();
    await shop.payToTheEnd(await shop.desk.openOrder());

    expect(shop.captures()).toEqual([{ clientId: 'emulator-client', value: '35.00' }]);
  });
});
