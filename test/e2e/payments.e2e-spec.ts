import { StaffedShop } from '../support/staffed-shop';
import { newKey } from '../support/test-app';

// The till by HTTP: who may take money, what a repetition gets, and what the books show of it.

interface Order {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

let shop: StaffedShop;
let ana: { id: string; token: string };
let ben: { id: string; token: string };

beforeAll(async () => {
  shop = await StaffedShop.open();
  ana = await shop.barber('AA', 'Ana');
  ben = await shop.barber('BB', 'Ben');
});

afterAll(() => shop.close());

/** A customer has been served by whoever was free, and is to pay. */
async function served(): Promise<{ ticketId: string; own: string; other: string }> {
  const { id } = await shop.join('Dan');
  const { barberId } = await shop.ask<{ barberId: string }>('GET', `/v1/tickets/${id}`);
  const [own, other] = barberId === ana.id ? [ana, ben] : [ben, ana];
  await shop.post(`/v1/tickets/${id}/start`, {}, own.token);
  shop.server.clock.advanceMinutes(30);
  await shop.post(`/v1/tickets/${id}/complete`, {}, own.token);
  return { ticketId: id, own: own.token, other: other.token };
}

const cash = { tender: 'cash', tenderedCents: 5000 };

describe('taking money', () => {
  it('is for the barber of the ticket, and not found by another', async () => {
    const { ticketId, own, other } = await served();
    const order = await shop.post<Order>('/v1/orders', { ticketId }, own);
    const pay = (token: string) =>
      shop.server.request('POST', `/v1/orders/${order.id}/payments`, {
        token,
        body: cash,
        headers: newKey(),
      });

    expect(await pay(other)).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
    expect(await pay(await shop.ownerOfAnotherShop())).toMatchObject({ status: 404 });
    expect(await pay(own)).toMatchObject({
      status: 201,
      body: { amountCents: 3500, changeCents: 1500, orderState: 'paid', dueCents: 0 },
    });
    expect(await pay(own)).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_OPEN' } });
  });

  it('needs a key, and the same key takes it once', async () => {
    const { ticketId, own } = await served();
    const body = { ticketId, tenders: [cash] };
    const pay = (headers: Record<string, string>, request: object = body) =>
      shop.server.request<{ order: Order }>('POST', '/v1/checkout', {
        token: own,
        body: request,
        headers,
      });
    const key = newKey();

    expect(await pay({})).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY_KEY_MISSING' },
    });
    const first = await pay(key);
    const second = await pay(key);
    const changed = await pay(key, { ...body, tip: { kind: 'amount', amountCents: 100 } });

    expect(first).toMatchObject({ status: 201, body: { order: { state: 'paid' } } });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replay')).toBe('true');
    expect(changed).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('in parts: opened, tipped, paid by card and cash', async () => {
    const { ticketId, own } = await served();
    const order = await shop.post<Order>('/v1/orders', { ticketId }, own);
    const at = `/v1/orders/${order.id}`;

    const tipped = await shop.ask(
      'PUT',
      `${at}/tip`,
      { tip: { kind: 'percent', basisPoints: 1000 }, expectedVersion: order.version },
      own,
    );
    const card = { tender: 'card_terminal', amountCents: 2000, reference: 'A1', lastFour: '4242' };
    const part = await shop.post(`${at}/payments`, card, own);
    const rest = await shop.post(`${at}/payments`, cash, own);

    expect(tipped).toMatchObject({ tipCents: 350, totalCents: 3850, version: 2 });
    expect(part).toMatchObject({ orderState: 'open', dueCents: 1850, lastFour: '4242' });
    expect(rest).toMatchObject({ amountCents: 1850, changeCents: 3150, orderState: 'paid' });
    expect(await shop.ask('GET', at, undefined, own)).toMatchObject({ state: 'paid' });
  });

  it('offers the tenders that there are', async () => {
    const { items } = await shop.ask<{ items: { tender: string }[] }>('GET', '/v1/tenders');

    expect(items.map(({ tender }) => tender)).toEqual([
      'cash',
      'card_terminal',
      'paypal',
      'cash_app',
    ]);
  });

  it.each([
    ['a tender that there is not', { tender: 'gold' }],
    ['members of another tender', { ...cash, reference: 'A1' }],
    ['nothing', {}],
    ['a card number', { tender: 'card_terminal', reference: 'A', lastFour: '4242424242424242' }],
    ['part of a cent', { tender: 'cash', tenderedCents: 10.5 }],
    ['more than can be counted', { tender: 'cash', tenderedCents: 2 ** 53 + 2 }],
  ])('refuses %s', async (_, body) => {
    const answer = await shop.server.request('POST', `/v1/orders/${ana.id}/payments`, {
      token: shop.owner,
      body,
      headers: newKey(),
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });
});

describe('the day’s money', () => {
  it('is reported as JSON and as a table', async () => {
    const { ticketId } = await served();
    await shop.post('/v1/checkout', { ticketId, tenders: [cash] });

    const report = await shop.ask('GET', '/v1/reports/days/2026-05-16');
    const table = await shop.server.request<string>(
      'GET',
      '/v1/reports/days/2026-05-16?format=csv',
      { token: shop.owner },
    );

    expect(report).toMatchObject({ ledger: { balanced: true, sumCents: 0 } });
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(table.body.split('\r\n')[0]).toBe('section,item,measure,value');
  });

  it('is shown to a barber as far as it is his', async () => {
    const period = 'from=2026-05-16&to=2026-05-16';
    const earnings = await shop.ask('GET', `/v1/earnings?${period}`, undefined, ana.token);
    const others = await shop.server.request('GET', `/v1/earnings?${period}&barberId=${ben.id}`, {
      token: ana.token,
    });
    const backwards = await shop.server.request(
      'GET',
      '/v1/earnings?from=2026-05-17&to=2026-05-16',
      { token: ana.token },
    );

    expect(earnings).toMatchObject({ barberId: ana.id, currency: 'GBP' });
    expect(others).toMatchObject({ status: 403, body: { code: 'BARBER_NOT_YOU' } });
    expect(backwards).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/to' }] },
    });
  });

  it('balances, for the owner to see', async () => {
    const balances = await shop.ask('GET', '/v1/ledger/balances');
    const refused = await shop.server.request('GET', '/v1/ledger/balances', { token: ana.token });

    expect(balances).toMatchObject({ businessDay: '2026-05-16', sumCents: 0 });
    expect(refused.status).toBe(403);
  });
});
