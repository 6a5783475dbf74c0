import { SocketClient } from '../support/socket-client';
import { StaffedShop } from '../support/staffed-shop';
import { newKey } from '../support/test-app';

// A customer from the door to the ledger, through the client that is generated from the API.

let shop: StaffedShop;
const clients: SocketClient[] = [];

beforeEach(async () => {
  shop = await StaffedShop.open();
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await shop.close();
});

function ok<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

describe('a day in the shop', () => {
  it('tells the right barber at once, takes the money and balances to the cent', async () => {
    const owner = shop.server.client(shop.owner);
    const mike = await shop.barber('MS', 'Mike Styles');
    const mikesClient = shop.server.client(mike.token);
    const phone = await SocketClient.live(shop.address, '/barber', { token: mike.token });
    const board = await SocketClient.live(shop.address, '/admin', { token: shop.owner });
    clients.push(phone, board);

    const { ticket } = ok(
      await owner.POST('/v1/tickets', {
        body: { customerName: 'Dan Kowalski', serviceIds: [shop.serviceId] },
      }),
    );
    expect(ticket).toMatchObject({ number: 1, state: 'assigned', barberId: mike.id });
    await phone.until(() => phone.events.some((event) => event.type === 'ticket.assigned'));

    const path = { params: { path: { ticketId: ticket.id } } };
    shop.server.clock.advanceMinutes(2);
    ok(await mikesClient.POST('/v1/tickets/{ticketId}/call', { ...path, body: {} }));
    ok(await mikesClient.POST('/v1/tickets/{ticketId}/start', { ...path, body: {} }));
    shop.server.clock.advanceMinutes(28);
    ok(await mikesClient.POST('/v1/tickets/{ticketId}/complete', { ...path, body: {} }));

    const { order, payments } = ok(
      await mikesClient.POST('/v1/checkout', {
        params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: {
          ticketId: ticket.id,
          tip: { kind: 'percent', basisPoints: 2000 },
          tenders: [{ tender: 'cash', tenderedCents: 5000 }],
          expectedTotalCents: 4200,
        },
      }),
    );
    expect(order).toMatchObject({
      state: 'paid',
      totalCents: 4200,
      tipCents: 700,
      tipShares: [{ barberId: mike.id, tipCents: 700 }],
    });
    expect(payments).toMatchObject([{ tender: 'cash', amountCents: 4200, changeCents: 800 }]);

    const report = ok(
      await owner.GET('/v1/reports/days/{businessDay}', {
        params: { path: { businessDay: order.businessDay } },
      }),
    );
    expect(report.ledger).toMatchObject({ balanced: true, sumCents: 0 });
    expect(report.sales).toMatchObject({ netCents: 3500, tipsCents: 700 });

    await board.until(() => board.events.some((event) => event.type === 'order.paid'));
    await phone.until(() => phone.events.some((event) => event.type === 'earnings.credited'));
    expect(phone.events.map((event) => event.type)).not.toContain('order.paid');
    expect(board.sequences).toEqual(
      board.sequences.map((_, index) => (board.sequences[0] ?? 0) + index),
    );
  });

  it('explains why a barber was chosen, candidate by candidate', async () => {
    await shop.barber('AA', 'Ana');
    shop.server.clock.advanceMinutes(10);
    await shop.barber('BB', 'Ben');
    const { id } = await shop.join('Dan');

    const { decisions } = ok(
      await shop.server.client(shop.owner).GET('/v1/tickets/{ticketId}/assignment', {
        params: { path: { ticketId: id } },
      }),
    );

    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.sentence).toContain('Ana');
    expect(decisions[0]?.candidates).toHaveLength(2);
  });

  it('knows a repetition after signing in again', async () => {
    const headers = newKey();
    const openAgain = async () => {
      const signedIn = await shop.server.request('POST', '/v1/auth/sign-in', {
        body: { email: 'olivia@cuts.example', password: 'comb over coffee' },
      });
      const [, token = ''] = /fusion=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '') ?? [];
      return shop.server.request<{ ticket: { id: string } }>('POST', '/v1/tickets', {
        token,
        headers,
        body: { serviceIds: [shop.serviceId] },
      });
    };

    const first = await openAgain();
    const second = await openAgain();

    expect(second.body.ticket.id).toBe(first.body.ticket.id);
    expect(second.headers.get('idempotent-replay')).toBe('true');
  });

  it('charges a double tap once and answers it twice', async () => {
    await shop.barber('AA', 'Ana');
    const { id } = await shop.join('Dan');
    for (const step of ['start', 'complete']) await shop.post(`/v1/tickets/${id}/${step}`);
    const headers = newKey();
    const pay = () =>
      shop.server.request<{ order: { id: string } }>('POST', '/v1/checkout', {
        token: shop.owner,
        headers,
        body: { ticketId: id, tenders: [{ tender: 'cash', tenderedCents: 3500 }] },
      });

    const first = await pay();
    const second = await pay();

    expect([first.status, second.status]).toEqual([first.status, first.status]);
    expect(second.headers.get('idempotent-replay')).toBe('true');
    expect(second.body).toEqual(first.body);
    const entries = await shop.ask<{ items: { kind: string }[] }>('GET', '/v1/ledger/entries');
    expect(entries.items.filter(({ kind }) => kind === 'sale')).toHaveLength(1);
  });
});
