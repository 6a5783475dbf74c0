import { StaffedShop } from '../support/staffed-shop';
import { newKey } from '../support/test-app';

// Whatever is wrong with a request, the answer is a problem with a stable code, and nothing changes.

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';

interface Wrong {
  readonly title: string;
  readonly method?: string;
  readonly path: string | ((ids: Ids) => string);
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: (ids: Ids) => string | undefined;
  readonly status: number;
  readonly code: string;
}

interface Ids {
  readonly ticketId: string;
  readonly openTicketId: string;
  readonly serviceId: string;
  readonly barberId: string;
  readonly barberToken: string;
  readonly strangerToken: string;
  readonly kioskToken: string;
}

const key = { 'idempotency-key': 'one-key-for-all' };
const ticket = (body: object) => ({ path: '/v1/tickets', body });
const checkout = (more: object) => ({
  path: '/v1/checkout',
  headers: key,
  body: { ticketId: '{ticketId}', tenders: [{ tender: 'cash', tenderedCents: 9000 }], ...more },
});

const WRONG: readonly Wrong[] = [
  {
    title: 'malformed JSON',
    ...ticket({}),
    body: '{"serviceIds": [',
    status: 400,
    code: 'JSON_MALFORMED',
  },
  {
    title: 'a body that is no object',
    ...ticket({}),
    body: '"hello"',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  { title: 'no body', path: '/v1/tickets', status: 400, code: 'REQUEST_INVALID' },
  { title: 'a wrong type', ...ticket({ serviceIds: 'cut' }), status: 400, code: 'REQUEST_INVALID' },
  {
    title: 'an unknown field',
    ...ticket({ serviceIds: ['{serviceId}'], role: 'owner' }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a price sent by the client',
    ...ticket({ serviceIds: ['{serviceId}'], priceCents: 1 }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a prototype in the body',
    ...ticket({}),
    body: '{"__proto__": {"role": "owner"}}',
    status: 400,
    code: 'JSON_MALFORMED',
  },
  {
    title: 'a line break in a name',
    ...ticket({ serviceIds: ['{serviceId}'], customerName: 'Dan\nKowalski' }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'an unknown service',
    ...ticket({ serviceIds: [NOBODY] }),
    status: 404,
    code: 'SERVICE_NOT_FOUND',
  },
  {
    title: 'only nobody',
    ...ticket({ serviceIds: ['{serviceId}'], onlyRequestedBarber: true }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'an unknown barber',
    ...ticket({ serviceIds: ['{serviceId}'], requestedBarberId: NOBODY }),
    status: 404,
    code: 'BARBER_NOT_FOUND',
  },
  {
    title: 'a huge body',
    ...ticket({ note: 'x'.repeat(200_000) }),
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  {
    title: 'text as content type',
    ...ticket({}),
    body: '{}',
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    title: 'a form as content type',
    ...ticket({}),
    body: 'a=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    title: 'an unknown id',
    method: 'GET',
    path: `/v1/tickets/${NOBODY}`,
    status: 404,
    code: 'TICKET_NOT_FOUND',
  },
  {
    title: 'an id that is none',
    method: 'GET',
    path: "/v1/tickets/'; DROP TABLE tickets",
    status: 404,
    code: 'TICKET_NOT_FOUND',
  },
  {
    title: 'an id of another shop',
    method: 'GET',
    path: ({ ticketId }) => `/v1/tickets/${ticketId}`,
    token: ({ strangerToken }) => strangerToken,
    status: 404,
    code: 'TICKET_NOT_FOUND',
  },
  {
    title: 'a command on a ticket of another shop',
    path: ({ openTicketId }) => `/v1/tickets/${openTicketId}/cancel`,
    body: {},
    token: ({ strangerToken }) => strangerToken,
    status: 404,
    code: 'TICKET_NOT_FOUND',
  },
  {
    title: 'an illegal transition',
    path: ({ ticketId }) => `/v1/tickets/${ticketId}/start`,
    body: {},
    status: 409,
    code: 'TICKET_TRANSITION_ILLEGAL',
  },
  {
    title: 'a stale version',
    path: ({ openTicketId }) => `/v1/tickets/${openTicketId}/cancel`,
    body: { expectedVersion: 99 },
    status: 409,
    code: 'TICKET_VERSION_STALE',
  },
  {
    title: 'an unknown address',
    method: 'GET',
    path: '/v1/haircuts',
    status: 404,
    code: 'ROUTE_NOT_FOUND',
  },
  {
    title: 'a column to sort by',
    method: 'GET',
    path: '/v1/tickets?sort=id;drop table',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a page of a million',
    method: 'GET',
    path: '/v1/tickets?limit=1000000',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a forged cursor',
    method: 'GET',
    path: '/v1/tickets?cursor=nonsense',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a day that is none',
    method: 'GET',
    path: '/v1/reports/days/2026-02-30',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'nobody',
    ...ticket({ serviceIds: ['{serviceId}'] }),
    token: () => undefined,
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  {
    title: 'a made-up token',
    ...ticket({ serviceIds: ['{serviceId}'] }),
    token: () => 'fat_made-up',
    status: 401,
    code: 'UNAUTHENTICATED',
  },
  {
    title: 'a kiosk that wants the books',
    method: 'GET',
    path: '/v1/ledger/entries',
    token: ({ kioskToken }) => kioskToken,
    status: 403,
    code: 'FORBIDDEN',
  },
  {
    title: 'a negative price',
    path: '/v1/services',
    body: { name: 'Cut', priceCents: -1, durationMinutes: 30, skills: [] },
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a price with a fraction',
    path: '/v1/services',
    body: { name: 'Cut', priceCents: 10.005, durationMinutes: 30, skills: [] },
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a price as text',
    path: '/v1/services',
    body: { name: 'Cut', priceCents: '5', durationMinutes: 30, skills: [] },
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a price beyond all numbers',
    path: '/v1/services',
    body: { name: 'Cut', priceCents: 2 ** 53 + 1, durationMinutes: 30, skills: [] },
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a price as a power',
    path: '/v1/services',
    body: '{"name":"Cut","priceCents":1e309,"durationMinutes":30,"skills":[]}',
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'a tip over the limit',
    ...checkout({ tip: { kind: 'amount', amountCents: 400_000 } }),
    status: 422,
    code: 'TIP_OVER_LIMIT',
  },
  {
    title: 'a negative tip',
    ...checkout({ tip: { kind: 'amount', amountCents: -1 } }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'another total than ours',
    ...checkout({ expectedTotalCents: 1 }),
    status: 409,
    code: 'TOTAL_DIFFERS',
  },
  {
    title: 'too little cash',
    ...checkout({ tenders: [{ tender: 'cash', tenderedCents: 100 }] }),
    status: 422,
    code: 'CASH_TOO_LITTLE',
  },
  {
    title: 'a tender that is none',
    ...checkout({ tenders: [{ tender: 'seashells' }] }),
    status: 400,
    code: 'REQUEST_INVALID',
  },
  {
    title: 'money without a key',
    path: '/v1/checkout',
    body: { ticketId: '{ticketId}', tenders: [] },
    status: 400,
    code: 'IDEMPOTENCY_KEY_MISSING',
  },
  {
    title: 'a key with a blank in it',
    ...ticket({ serviceIds: ['{serviceId}'] }),
    headers: { 'idempotency-key': 'a b' },
    status: 400,
    code: 'IDEMPOTENCY_KEY_INVALID',
  },
];

let shop: StaffedShop;
let ids: Ids;

beforeAll(async () => {
  shop = await StaffedShop.open();
  const barber = await shop.barber('AA', 'Ana');
  const { id: ticketId } = await shop.join('Dan');
  for (const step of ['start', 'complete']) await shop.post(`/v1/tickets/${ticketId}/${step}`);
  const { id: openTicketId } = await shop.join('Eve');
  const { token: kioskToken } = await shop.apiToken('kiosk');
  ids = {
    ticketId,
    openTicketId,
    serviceId: shop.serviceId,
    barberId: barber.id,
    barberToken: barber.token,
    strangerToken: await shop.ownerOfAnotherShop(),
    kioskToken,
  };
});

afterAll(() => shop.close());

/** Everything that a change would show in: the head of the history, and the balances. */
async function state(): Promise<unknown> {
  const board = await shop.ask<{ sequence: number }>('GET', '/v1/board');
  const balances = await shop.ask('GET', '/v1/ledger/balances');
  return { sequence: board.sequence, balances };
}

const fill = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name])
    : JSON.parse(fill(JSON.stringify(value)) as string);

describe('a request with', () => {
  it.each(WRONG)('$title is refused with $code and changes nothing', async (wrong) => {
    const before = await state();
    const token = wrong.token ? wrong.token(ids) : shop.owner;

    const answer = await shop.server.request<{ code: string; traceId: string; detail: string }>(
      wrong.method ?? 'POST',
      typeof wrong.path === 'string' ? wrong.path : wrong.path(ids),
      {
        ...(token !== undefined && { token }),
        ...(wrong.body !== undefined && {
          body: typeof wrong.body === 'string' ? wrong.body : fill(wrong.body),
        }),
        headers: wrong.headers ?? {},
      },
    );

    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: wrong.status,
      code: wrong.code,
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.traceId).toBe(answer.headers.get('x-trace-id'));
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(await state()).toEqual(before);
  });

  it('a key that was used for another request is refused, and the first stays', async () => {
    const headers = newKey();
    const open = (customerName: string) =>
      shop.server.request<{ code?: string }>('POST', '/v1/tickets', {
        token: shop.owner,
        headers,
        body: { customerName, serviceIds: [shop.serviceId] },
      });

    const first = await open('Fay');
    const second = await open('Gus');

    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('a field at fault names it by a JSON pointer', async () => {
    const { body } = await shop.server.request<{ errors: object[] }>('POST', '/v1/tickets', {
      token: shop.owner,
      body: { serviceIds: [shop.serviceId, 'x'], colour: 'red' },
    });

    expect(body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/serviceIds/1' }),
        expect.objectContaining({ pointer: '/colour' }),
      ]),
    );
  });
});
