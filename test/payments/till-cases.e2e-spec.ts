import { request as httpRequest } from 'node:http';
import { StaffedShop } from '../support/staffed-shop';
import { type Answer, newKey } from '../support/test-app';

// What clients do to a till, by mistake or on purpose, and how tips are shared in corners. Numbered
// as in the list of adversarial cases; those of providers, refunds and the drawer stand elsewhere.

interface Order {
  readonly id: string;
  readonly state: string;
  readonly totalCents: number;
  readonly tipCents: number;
  readonly paidCents: number;
  readonly lines: readonly { readonly id: string; readonly netCents: number }[];
  readonly tipShares: readonly { readonly barberId: string; readonly tipCents: number }[];
  readonly payments: readonly { readonly amountCents: number }[];
}

let shop: StaffedShop;
let ana: { id: string; token: string };
let ben: { id: string; token: string };
let cal: { id: string; token: string };

beforeAll(async () => {
  shop = await StaffedShop.open();
  ana = await shop.barber('AA', 'Ana');
  ben = await shop.barber('BB', 'Ben');
  cal = await shop.barber('CC', 'Cal');
});

afterAll(() => shop.close());

const card = { tender: 'card_terminal', reference: 'A1' };
const cutBy = (barberId: string) => ({ kind: 'service', catalogId: shop.serviceId, barberId });

const send = <T = Order & { code: string }>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = newKey(),
  token = shop.owner,
): Promise<Answer<T>> => shop.server.request<T>(method, path, { token, body, headers });

const open = (request: object = {}) =>
  shop.post<Order>('/v1/orders', { lines: [cutBy(ana.id)], ...request });
const show = (id: string) => shop.ask<Order>('GET', `/v1/orders/${id}`);

interface Commission {
  readonly accountCode: string;
  readonly amountCents: number;
}

async function postingsOf(orderId: string): Promise<Commission[]> {
  const postings: Commission[] = [];
  let cursor: string | null = null;
  do {
    const page: {
      items: { orderId: string; postings: Commission[] }[];
      nextCursor: string | null;
    } = await shop.ask(
      'GET',
      `/v1/ledger/entries?limit=200${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    for (const entry of page.items) if (entry.orderId === orderId) postings.push(...entry.postings);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return postings;
}

const CLIENTS: readonly [number, string, () => Promise<void>][] = [
  [
    1,
    'a double click with one key is one payment',
    async () => {
      const { id } = await open();
      const key = newKey();
      const pay = () => send('POST', `/v1/orders/${id}/payments`, card, key);

      const answers = await Promise.all([pay(), pay()]);

      // The second may come while the first is under way, and is told so; a third gets the answer.
      const statuses = answers.map(({ status }) => status).sort();
      expect([
        [201, 201],
        [201, 409],
      ]).toContainEqual(statuses);
      expect((await pay()).status).toBe(201);
      expect((await show(id)).payments).toHaveLength(1);
    },
  ],
  [
    2,
    'a double click with two keys is refused the second time',
    async () => {
      const { id } = await open();
      const pay = () => send('POST', `/v1/orders/${id}/payments`, card);

      const answers = await Promise.all([pay(), pay()]);

      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await show(id)).payments).toHaveLength(1);
    },
  ],
  [
    3,
    'one key with another tip is refused, without effect',
    async () => {
      const key = newKey();
      const checkOut = (amountCents: number) =>
        send<{ order: Order; code: string }>(
          'POST',
          '/v1/checkout',
          { lines: [cutBy(ana.id)], tip: { kind: 'amount', amountCents }, tenders: [card] },
          key,
        );
      const first = await checkOut(100);

      const second = await checkOut(200);

      expect(second).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
      expect((await show(first.body.order.id)).tipCents).toBe(100);
    },
  ],
  [
    4,
    'a payment without a key is refused',
    async () => {
      const { id } = await open();
      for (const [path, body] of [
        [`/v1/orders/${id}/payments`, card],
        ['/v1/checkout', { lines: [cutBy(ana.id)], tenders: [card] }],
      ] as const) {
        expect(await send('POST', path, body, {})).toMatchObject({
          status: 400,
          body: { code: 'IDEMPOTENCY_KEY_MISSING' },
        });
      }
      expect((await show(id)).paidCents).toBe(0);
    },
  ],
  [
    5,
    'a key of one shop means nothing in another',
    async () => {
      const { id } = await open();
      const key = newKey();
      const pay = (token: string) => send('POST', `/v1/orders/${id}/payments`, card, key, token);
      const first = await pay(shop.owner);

      const stranger = await pay(await shop.ownerOfAnotherShop());

      expect(first.status).toBe(201);
      expect(stranger).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
    },
  ],
  [
    6,
    'a client that hangs up and tries again has paid once',
    async () => {
      const { id } = await open();
      const key = newKey();
      await hangUp(`/v1/orders/${id}/payments`, card, key);

      let again = await send('POST', `/v1/orders/${id}/payments`, card, key);
      for (let tries = 0; again.status === 409 && tries < 50; tries += 1) {
        again = await send('POST', `/v1/orders/${id}/payments`, card, key);
      }

      expect(again.status).toBe(201);
      expect((await show(id)).payments).toHaveLength(1);
    },
  ],
  [
    7,
    'prices and totals of the browser are held against ours, on every path',
    async () => {
      const lines = [cutBy(ana.id)];
      for (const [path, body] of [
        ['/v1/orders', { lines, expectedTotalCents: 1 }],
        ['/v1/checkout', { lines, tenders: [card], expectedTotalCents: 1 }],
      ] as const) {
        expect(await send('POST', path, body)).toMatchObject({
          status: 409,
          body: {
            code: 'TOTAL_DIFFERS',
            expectedTotalCents: 1,
            totals: { listCents: 3500, totalCents: 3500 },
          },
        });
      }
      const priced = { ...cutBy(ana.id), expectedUnitPriceCents: 1 };
      expect(await send('POST', '/v1/orders', { lines: [priced] })).toMatchObject({
        status: 409,
        body: { code: 'PRICE_DIFFERS', unitPriceCents: 3500 },
      });
      // A price that the client sets is not even looked at.
      const set = { ...cutBy(ana.id), unitPriceCents: 1 };
      expect((await send('POST', '/v1/orders', { lines: [set] })).status).toBe(400);
      const { id } = await open();
      expect(
        await send('POST', `/v1/orders/${id}/payments`, { ...card, amountCents: 3501 }),
      ).toMatchObject({ status: 422, body: { code: 'PAYMENT_OVER_DUE' } });
    },
  ],
  [
    8,
    'a tip is not edited once the bill is paid, nor below what is paid',
    async () => {
      const { id } = await open({ tip: { kind: 'amount', amountCents: 500 } });
      const tip = (amountCents: number) =>
        send('PUT', `/v1/orders/${id}/tip`, { tip: { kind: 'amount', amountCents } }, {});
      await shop.post(`/v1/orders/${id}/payments`, { ...card, amountCents: 3900 });

      expect(await tip(300)).toMatchObject({ status: 409, body: { code: 'ORDER_HAS_PAYMENTS' } });
      await shop.post(`/v1/orders/${id}/payments`, card);
      expect(await tip(600)).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_OPEN' } });
      expect((await show(id)).tipCents).toBe(500);
    },
  ],
];

const AMOUNTS: readonly [string, string][] = [
  ['more than a double can count', '9007199254740993'],
  ['a negative amount', '-1'],
  ['a fraction', '1.5'],
  ['a text', '"1e2"'],
  ['a decimal text', '"10.005"'],
  ['nothing', 'null'],
];

/** Sends a whole request and closes the connection without waiting for the answer. */
function hangUp(path: string, body: object, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(shop.address + path, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${shop.owner}`,
        'content-type': 'application/json',
      },
    });
    request.on('error', () => resolve());
    request.end(JSON.stringify(body), () => {
      request.destroy();
      resolve();
    });
  });
}

describe('clients', () => {
  it.each(CLIENTS)('%i: %s', async (_number, _title, play) => {
    await play();
  });

  it.each(AMOUNTS)('9: an amount that is %s is refused, with the field', async (_, amount) => {
    const { id } = await open();
    const counted = { 'content-type': 'application/json', ...newKey() };
    const body = `{"tender":"card_terminal","reference":"A1","amountCents":${amount}}`;

    const answer = await send<{ errors: { pointer: string }[] }>(
      'POST',
      `/v1/orders/${id}/payments`,
      body,
      counted,
    );

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toContain('/amountCents');
    expect((await show(id)).paidCents).toBe(0);
  });
});

const SPLITS: readonly [number, string, () => Promise<void>][] = [
  [
    66,
    'one unit of tip among three barbers goes to one of them',
    async () => {
      const lines = [ana, ben, cal].map(({ id }) => cutBy(id));
      const order = await open({ lines, tip: { kind: 'amount', amountCents: 1 } });

      expect(order.tipShares).toHaveLength(1);
      expect(order.tipShares[0]?.tipCents).toBe(1);
    },
  ],
  [
    67,
    'no tip leaves no line of nothing, neither on the bill nor in the books',
    async () => {
      const order = await open({ tip: { kind: 'amount', amountCents: 0 } });
      await shop.post(`/v1/orders/${order.id}/payments`, card);

      expect(order.tipShares).toEqual([]);
      const postings = await postingsOf(order.id);
      expect(postings.length).toBeGreaterThan(0);
      for (const { accountCode, amountCents } of postings) {
        expect(amountCents).not.toBe(0);
        expect(accountCode).not.toMatch(/^2310/);
      }
    },
  ],
  [
    68,
    'a tip to a barber who is not on the bill is refused',
    async () => {
      const request = {
        lines: [cutBy(ana.id)],
        tip: { kind: 'amount', amountCents: 500 },
        tipSplit: { kind: 'shares', shares: [{ barberId: ben.id, tipCents: 500 }] },
      };

      expect(await send('POST', '/v1/orders', request)).toMatchObject({
        status: 422,
        body: { code: 'TIP_BARBER_NOT_ALLOWED' },
      });
    },
  ],
  [
    69,
    'a discount of 100 % with a tip leaves no line below zero',
    async () => {
      const order = await open({
        lines: [cutBy(ana.id), cutBy(ben.id)],
        discount: { kind: 'percent', basisPoints: 10_000, reason: 'Wedding' },
        tip: { kind: 'percent', basisPoints: 2000 },
      });

      expect(order.lines.map(({ netCents }) => netCents)).toEqual([0, 0]);
      expect(order).toMatchObject({ tipCents: 1400, totalCents: 1400 });
      expect(order.tipShares.map(({ tipCents }) => tipCents)).toEqual([700, 700]);
    },
  ],
  [
    70,
    'weights that are all zero share equally',
    async () => {
      const order = await open({
        tip: { kind: 'amount', amountCents: 1000 },
        tipSplit: {
          kind: 'pool',
          members: [ana, ben, cal].map(({ id }) => ({ barberId: id, weight: 0 })),
        },
      });

      const shares = order.tipShares.map(({ tipCents }) => tipCents).sort();
      expect(shares).toEqual([333, 333, 334]);
    },
  ],
  [
    71,
    'a commission of 0 % books nothing, one of 100 % all of the line',
    async () => {
      for (const [code, basisPoints, cents] of [
        ['ZZ', 0, 0],
        ['YY', 10_000, 3500],
      ] as const) {
        const { id } = await shop.post<{ id: string }>('/v1/barbers', {
          code,
          name: code,
          commissionBasisPoints: basisPoints,
        });
        const order = await open({ lines: [cutBy(id)] });
        await shop.post(`/v1/orders/${order.id}/payments`, card);

        const earned = (await postingsOf(order.id)).filter(({ accountCode }) =>
          accountCode.startsWith('2320'),
        );
        expect(earned.reduce((sum, { amountCents }) => sum - amountCents, 0)).toBe(cents);
        expect(earned).toHaveLength(cents === 0 ? 0 : 1);
      }
    },
  ],
  [
    72,
    'a barber who has left keeps what is owed, and earns on what was done before',
    async () => {
      const { id } = await shop.post<{ id: string }>('/v1/barbers', {
        code: 'XX',
        name: 'Xi',
        commissionBasisPoints: 5000,
      });
      const tip = { kind: 'amount', amountCents: 500 };
      const order = await open({ lines: [cutBy(id)], tip });
      await shop.ask('PATCH', `/v1/barbers/${id}`, { isActive: false });

      await shop.post(`/v1/orders/${order.id}/payments`, card);

      const owed = (await postingsOf(order.id)).filter(({ accountCode }) =>
        accountCode.endsWith(id),
      );
      const byAccount = Object.fromEntries(
        owed.map(({ accountCode, amountCents }) => [accountCode.slice(0, 4), amountCents]),
      );
      expect(byAccount).toEqual({ '2310': -500, '2320': -1750 });
      expect(await send('POST', '/v1/orders', { lines: [cutBy(id)] })).toMatchObject({
        body: { code: 'BARBER_INACTIVE' },
      });
    },
  ],
  [
    73,
    'a rate that changes after the sale changes nothing of it',
    async () => {
      const order = await open({ lines: [cutBy(cal.id)] });
      await shop.post(`/v1/orders/${order.id}/payments`, card);
      const before = await postingsOf(order.id);

      await shop.ask('PATCH', `/v1/barbers/${cal.id}`, { commissionBasisPoints: 1000 });

      expect(await postingsOf(order.id)).toEqual(before);
      expect(before).toContainEqual(
        expect.objectContaining({ accountCode: `2320:${cal.id}`, amountCents: -1750 }),
      );
    },
  ],
];

describe('splits', () => {
  it.each(SPLITS)('%i: %s', async (_number, _title, play) => {
    await play();
  });
});

describe('a receipt by its link', () => {
  it('is a page and a PDF for whoever has the link, and nothing for who has not', async () => {
    const { id } = await open();
    await shop.post(`/v1/orders/${id}/payments`, card);
    const receipt = await shop.ask<{ link: string; number: number }>(
      'GET',
      `/v1/orders/${id}/receipt`,
    );
    const path = new URL(receipt.link).pathname;
    const get = (query = '') => fetch(shop.address + path + query);

    const page = await get('?paper=58');
    const text = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(text).toContain(`Receipt ${receipt.number}`);
    expect(text).toContain('£35.00');
    expect(text).toContain('class="paper-58"');
    expect(text).toMatch(/<svg[^>]+viewBox/);
    expect(text).not.toContain('{{');
    expect((await fetch(`${shop.address}/receipt/receipt.css`)).status).toBe(200);

    const pdf = await get('?format=pdf&paper=80');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    for (const broken of ['x', '/../', `${'A'.repeat(200)}`]) {
      expect((await fetch(`${shop.address}${path}${broken}`)).status).toBe(404);
    }
    expect((await get('?paper=99')).status).toBe(400);
  });

  it('is printed again as a copy, by the staff alone', async () => {
    const { id } = await open();
    await shop.post(`/v1/orders/${id}/payments`, card);

    const copy = await shop.post<{ reprints: number }>(`/v1/orders/${id}/receipt/reprints`);

    expect(copy.reprints).toBe(1);
    const html = await shop.server.request<string>('GET', `/v1/orders/${id}/receipt?format=html`, {
      token: shop.owner,
    });
    expect(html.body).toContain('Copy 1');
    expect((await shop.server.request('GET', `/v1/orders/${id}/receipt`)).status).toBe(401);
  });
});

describe('the rest of the till by HTTP', () => {
  it('sells, activates, shows and redeems a gift card', async () => {
    const { order } = await shop.post<{ order: { lines: { catalogId: string }[] } }>(
      '/v1/checkout',
      { giftCards: [{ amountCents: 5000 }], tenders: [card] },
    );
    const id = order.lines[0]?.catalogId ?? '';
    const { code } = await shop.post<{ code: string }>(`/v1/stored-values/${id}/code`);

    await shop.post('/v1/checkout', {
      lines: [cutBy(ana.id)],
      tenders: [{ tender: 'gift_card', code }],
    });

    expect(await shop.post('/v1/stored-values/by-code', { code })).toMatchObject({
      id,
      balanceCents: 1500,
    });
    expect(await shop.ask('GET', `/v1/stored-values/${id}`)).toMatchObject({
      movements: [{ kind: 'issue' }, { kind: 'redeem', amountCents: -3500 }],
    });
    expect(await shop.ask('GET', '/v1/stored-values?kind=gift_card&limit=1')).toMatchObject({
      items: [{ kind: 'gift_card' }],
    });
    expect(
      await send('POST', '/v1/stored-values/by-code', { code: '0000-0000-0000-0000' }),
    ).toMatchObject({ status: 404, body: { code: 'STORED_VALUE_NOT_FOUND' } });
  });

  it('takes packages, promotions and a claim, step by step', async () => {
    const shave = await shop.post<{ id: string }>('/v1/services', {
      name: 'Shave',
      priceCents: 1500,
      durationMinutes: 20,
    });
    const offered = await shop.post<{ id: string }>('/v1/packages', {
      name: 'Cut and shave',
      priceCents: 4000,
      serviceIds: [shop.serviceId, shave.id],
    });
    const discount = { kind: 'amount', amountCents: 500 };
    const { id: promotionId } = await shop.post<{ id: string }>('/v1/promotions', {
      code: 'FIVE',
      name: 'Five off',
      discount,
    });
    await shop.ask('PATCH', '/v1/shop', { cashTag: '$TestCuts' });
    const { id } = await open();

    const line = { kind: 'service', catalogId: shave.id, barberId: ben.id };
    const added = await shop.post<Order>(`/v1/orders/${id}/lines`, { line });
    expect(added.totalCents).toBe(4000);
    const lineId = added.lines[1]?.id ?? '';
    await shop.ask('PATCH', `/v1/orders/${id}/lines/${lineId}`, { barberId: cal.id });
    const promoted = await shop.ask<Order>('PUT', `/v1/orders/${id}/discounts`, {
      promotionCodes: ['five'],
    });
    expect(promoted.totalCents).toBe(3500);
    expect(await shop.ask('GET', `/v1/orders/${id}/tip-presets`)).toMatchObject({
      presets: expect.arrayContaining([{ choice: 'none', amountCents: 0, basisPoints: 0 }]),
    });

    const claim = await shop.post<{ id: string; state: string }>(`/v1/orders/${id}/payments`, {
      tender: 'cash_tag',
      payer: 'Dan',
    });
    expect(claim.state).toBe('claimed');
    expect(await shop.ask('GET', '/v1/payments/claims')).toMatchObject({
      items: [{ id: claim.id }],
    });
    expect(await shop.post(`/v1/payments/${claim.id}/confirm`)).toMatchObject({
      orderState: 'paid',
    });
    expect(
      await send('POST', `/v1/payments/${claim.id}/reject`, { reason: 'Too late' }),
    ).toMatchObject({ status: 409, body: { code: 'PAYMENT_NOT_CLAIMED' } });

    await shop.ask('PATCH', `/v1/packages/${offered.id}`, { isActive: false });
    expect(
      await send('POST', '/v1/orders', { lines: [cutBy(ana.id)], packageIds: [offered.id] }),
    ).toMatchObject({ body: { code: 'PACKAGE_INACTIVE' } });
    expect(
      await send('PATCH', `/v1/packages/${offered.id}`, { name: 'X', expectedVersion: 1 }),
    ).toMatchObject({ status: 409, body: { code: 'PACKAGE_VERSION_STALE' } });
    expect(await shop.ask('GET', '/v1/packages?isActive=false')).toMatchObject({
      items: [{ id: offered.id, isActive: false, version: 2 }],
    });
    expect(
      await shop.ask('PATCH', `/v1/promotions/${promotionId}`, { isActive: false }),
    ).toMatchObject({ spentCents: 500, isActive: false });
    expect(await shop.ask('GET', '/v1/tenders/card-terminal/total')).toMatchObject({
      totalCents: expect.any(Number),
    });
  });

  it('takes a line off again', async () => {
    const { id, lines } = await open({ lines: [cutBy(ana.id), cutBy(ben.id)] });

    const left = await shop.ask<Order>('DELETE', `/v1/orders/${id}/lines/${lines[0]?.id}`);

    expect(left.lines).toHaveLength(1);
    expect(left.totalCents).toBe(3500);
  });
});
