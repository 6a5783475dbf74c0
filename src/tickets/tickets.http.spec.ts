import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { TicketShop } from '../../test/support/ticket-shop';
import { CredentialsService } from '../auth/credentials.service';
import { ROLES, type Role } from '../auth/roles.decorator';
import type { MyTicketResponse } from './dto/my-ticket.response';
import type { OpenTicketResponse } from './dto/open-ticket.response';

interface Sent {
  readonly as?: Role;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const NOBODY = '01990000-0000-7000-8000-00000000dead';

/** Every route with those who may call it. */
const ROUTES: readonly (readonly [method: 'GET' | 'POST', path: string, roles: Role[]])[] = [
  ['POST', '/v1/tickets', ['owner', 'manager', 'barber', 'kiosk']],
  ['POST', '/v1/bookings', ['owner', 'manager', 'barber']],
  ['POST', '/v1/parties', ['owner', 'manager', 'barber', 'kiosk']],
  ['GET', '/v1/tickets', ['owner', 'manager', 'barber']],
  ['GET', `/v1/tickets/${NOBODY}`, ['owner', 'manager', 'barber']],
  ['GET', `/v1/tickets/${NOBODY}/assignment`, ['owner', 'manager', 'barber']],
  ['POST', `/v1/tickets/${NOBODY}/assign`, ['owner', 'manager']],
  ...['call', 'start', 'services', 'complete', 'requeue', 'transfer', 'cancel', 'no-show']
    .concat('walk-out', 'here', 'running-late')
    .map(
      (step) => ['POST', `/v1/tickets/${NOBODY}/${step}`, ['owner', 'manager', 'barber']] as const,
    )
    .map(([method, path, roles]) => [method, path, [...roles] as Role[]] as const),
  ['POST', `/v1/tickets/${NOBODY}/move`, ['owner', 'manager']],
  ['GET', '/v1/board', ['owner', 'manager', 'barber', 'kiosk', 'lobby']],
  ['GET', '/v1/my-ticket', ['customer']],
  ['POST', '/v1/lost-walk-ins', ['owner', 'manager', 'barber', 'kiosk']],
  ['GET', '/v1/turns', ['owner', 'manager', 'barber']],
  ['GET', '/v1/lost-walk-ins', ['owner', 'manager']],
  ['POST', '/v1/my-ticket/cancel', ['customer']],
  ['POST', '/v1/my-ticket/here', ['customer']],
  ['POST', '/v1/my-ticket/running-late', ['customer']],
];

describe('tickets by HTTP', () => {
  let shop: TicketShop;
  let cut: string;
  let ann: string;

  beforeAll(async () => {
    shop = await TicketShop.open();
    cut = await shop.service('Cut', ['cut']);
    ann = await shop.hire('ANN', ['cut']);
    const credentials = shop.get(CredentialsService);
    const identify = credentials.identify.bind(credentials);
    jest.spyOn(credentials, 'identify').mockImplementation(async (presented) => {
      const role = ROLES.find((one) => presented.authorization === `Bearer ${one}`);
      if (!role) return identify(presented);
      const barberId = role === 'barber' ? ann : null;
      const actor = { kind: role, id: NOBODY, barberId };
      return { shopId: shop.shopId, actor, credentialId: `credential of ${role}` };
    });
  });

  afterAll(() => shop.close());

  async function send(method: 'GET' | 'POST', path: string, sent: Sent = {}) {
    const token = sent.token ?? sent.as;
    const answer = await shop.server.inject({
      method,
      url: path,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...sent.headers },
      ...(sent.body !== undefined && { payload: sent.body as object }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: parsed(answer.body) };
  }

  async function open(sent: Sent = { as: 'kiosk' }): Promise<OpenTicketResponse> {
    const body = { serviceIds: [cut], customerName: 'Daniel Kowalski' };
    const answer = await send('POST', '/v1/tickets', { body, ...sent });
    expect(answer.status).toBe(201);
    return answer.body as unknown as OpenTicketResponse;
  }

  describe.each(ROUTES)('%s %s', (method, path, roles) => {
    it.each(ROLES)('for %s', async (role) => {
      const { status } = await send(method, path, {
        as: role,
        body: method === 'POST' ? {} : undefined,
      });

      if (roles.includes(role)) expect([200, 400, 404]).toContain(status);
      else expect(status).toBe(403);
    });

    it('for nobody', async () => {
      expect((await send(method, path)).status).toBe(401);
    });
  });

  it('opens a ticket, and shows it', async () => {
    const { ticket } = await open();

    const shown = await send('GET', `/v1/tickets/${ticket.id}`, { as: 'owner' });

    expect(ticket).toMatchObject({ source: 'kiosk', state: 'waiting' });
    expect(shown.body).toEqual(ticket);
  });

  it.each<[string, object]>([
    ['no service', { serviceIds: [] }],
    ['too many services', { serviceIds: Array<string>(11).fill(NOBODY) }],
    ['a service that is no id', { serviceIds: ['haircut'] }],
    ['an unknown field', { serviceIds: [NOBODY], priceCents: 1 }],
    ['an unknown source', { serviceIds: [NOBODY], source: 'letter' }],
    ['a name of several lines', { serviceIds: [NOBODY], customerName: 'Dan\nKowalski' }],
    ['an endless name', { serviceIds: [NOBODY], customerName: 'x'.repeat(81) }],
    ['nobody else but nobody', { serviceIds: [NOBODY], onlyRequestedBarber: true }],
  ])('refuses a ticket with %s', async (_title, body) => {
    const answer = await send('POST', '/v1/tickets', { as: 'kiosk', body });

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'REQUEST_INVALID' });
  });

  it.each(['not-an-id', "' OR 1=1 --", NOBODY])('finds no ticket named %s', async (id) => {
    const answer = await send('GET', `/v1/tickets/${encodeURIComponent(id)}`, { as: 'owner' });

    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'TICKET_NOT_FOUND' });
  });

  it('takes commands without a body, and refuses illegal ones with what is allowed', async () => {
    const { ticket } = await open();

    const cancelled = await send('POST', `/v1/tickets/${ticket.id}/cancel`, { as: 'owner' });
    const again = await send('POST', `/v1/tickets/${ticket.id}/cancel`, { as: 'owner', body: {} });

    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'TICKET_TRANSITION_ILLEGAL', state: 'cancelled', allowed: [] },
    });
  });

  it('refuses filters that it does not know', async () => {
    for (const query of ['state=paid', 'sort=id;drop table tickets', 'businessDay=yesterday']) {
      const answer = await send('GET', `/v1/tickets?${query}`, { as: 'owner' });
      expect(answer.status).toBe(400);
    }
  });

  it('sends the board once, and again when something has happened', async () => {
    const first = await send('GET', '/v1/board', { as: 'owner' });
    const headers = { 'if-none-match': String(first.headers.etag) };
    const second = await send('GET', '/v1/board', { as: 'owner', headers });
    const others = await send('GET', '/v1/board', { as: 'lobby', headers });
    await open();
    const third = await send('GET', '/v1/board', { as: 'owner', headers });

    expect(first.body).toMatchObject({ sequence: expect.any(Number), barbers: [{ id: ann }] });
    expect(second).toMatchObject({ status: 304, body: {} });
    expect(others.status).toBe(200);
    expect(third.status).toBe(200);
    expect(third.headers.etag).not.toBe(first.headers.etag);
    expect(first.headers['cache-control']).toBe('private, no-cache');
  });

  describe("by the customer's own link", () => {
    it('shows the ticket and its place, and lets the customer leave', async () => {
      const { ticket, accessToken: token } = await open();

      const shown = await send('GET', '/v1/my-ticket', { token });
      const left = await send('POST', '/v1/my-ticket/cancel', { token });
      const again = await send('POST', '/v1/my-ticket/cancel', { token });

      const mine = shown.body as unknown as MyTicketResponse;
      expect(mine.ticket.id).toBe(ticket.id);
      expect(mine.position).toBeGreaterThan(0);
      expect(left).toMatchObject({
        status: 200,
        body: { ticket: { state: 'cancelled' }, position: null },
      });
      expect(again.body).toMatchObject({ code: 'TICKET_TRANSITION_ILLEGAL' });
    });

    it('opens nothing else, and nothing at all after two days', async () => {
      const { accessToken: token } = await open();

      expect((await send('GET', '/v1/board', { token })).status).toBe(403);
      expect((await send('GET', '/v1/my-ticket', { token: `${token}x` })).status).toBe(401);
      shop.clock.advanceMinutes(48 * 60 + 1);
      expect((await send('GET', '/v1/my-ticket', { token })).status).toBe(401);
    });
  });

  describe("from the shop's page", () => {
    const path = (slug = 'test') => `/v1/public/shops/${slug}/tickets`;

    it('lets anybody join, once for a key, and shows no one else', async () => {
      const body = { serviceIds: [cut], customerName: 'Ann' };
      const headers = { 'idempotency-key': 'b1e3a9d0-long-and-random' };

      const first = await send('POST', path(), { body, headers });
      const second = await send('POST', path(), { body, headers });
      const other = { ...body, customerName: 'Bob' };
      const third = await send('POST', path(), { body: other, headers });

      expect(first).toMatchObject({ status: 201, body: { ticket: { source: 'web' } } });
      expect(second.body).toEqual(first.body);
      expect(second.headers['idempotent-replay']).toBe('true');
      expect(third).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    });

    it('lets several join as a party, with a link for each', async () => {
      const members = [{ serviceIds: [cut], customerName: 'Dan' }, { serviceIds: [cut] }];
      const to = '/v1/public/shops/test/parties';
      const tooFew = { mode: 'together', members: members.slice(1) };

      const joined = await send('POST', to, { body: { mode: 'side_by_side', members } });

      expect(joined).toMatchObject({ status: 201, body: { mode: 'side_by_side' } });
      const { tickets } = joined.body as { tickets: OpenTicketResponse[] };
      expect(tickets.map(({ ticket }) => ticket.source)).toEqual(['web', 'web']);
      const token = tickets[1]?.accessToken ?? '';
      const mine = await send('GET', '/v1/my-ticket', { token });
      expect(mine.body).toMatchObject({ ticket: { partyMode: 'side_by_side' } });
      expect(await send('POST', to, { body: tooFew })).toMatchObject({ status: 400 });
    });

    it('refuses unknown shops, short keys and what only the staff may say', async () => {
      const body = { serviceIds: [cut] };
      const headers = { 'idempotency-key': 'short' };

      const answers = [
        await send('POST', path('nowhere'), { body }),
        await send('POST', path(), { body, headers }),
        await send('POST', path(), { body: { ...body, source: 'phone' } }),
      ];

      expect(answers.map(({ status, body: { code } }) => [status, code])).toEqual([
        [404, 'SHOP_NOT_FOUND'],
        [400, 'IDEMPOTENCY_KEY_INVALID'],
        [400, 'REQUEST_INVALID'],
      ]);
    });

    it('slows down who joins over and over', async () => {
      const body = { serviceIds: [cut] };
      const statuses: number[] = [];
      for (let i = 0; i < 40; i += 1) statuses.push((await send('POST', path(), { body })).status);

      const last = await send('POST', path(), { body });
      expect(statuses).toContain(201);
      expect(last).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
      expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    });
  });

  it('is documented, operation by operation', () => {
    const document = SwaggerModule.createDocument(
      shop.app,
      new DocumentBuilder().setTitle('Test').build(),
    );

    const operations = Object.entries(document.paths)
      .filter(([path]) => /tickets|board|my-ticket|lost-walk-ins|turns|parties|bookings/.test(path))
      .flatMap(([path, item]) =>
        (['get', 'post'] as const).flatMap((method) => {
          const operation = item[method];
          return operation ? [{ path, method, operation }] : [];
        }),
      );
    expect(operations).toHaveLength(ROUTES.length + 2);
    for (const { operation } of operations) {
      expect(operation.summary).toBeTruthy();
      expect(operation).toHaveProperty('x-problem-codes');
    }
  });
});

function parsed(text: string): Record<string, unknown> {
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
