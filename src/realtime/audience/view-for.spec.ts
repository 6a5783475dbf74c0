import type { RecordedEvent } from '../../platform/events/event';
import { deliveriesOf, roomsOf } from './deliveries';
import { EVENTS, type EventKind } from './event-kinds';
import { viewFor } from './view-for';
import { NAMESPACES, type NamespaceName, type Viewer, viewerIn } from './viewer';

const ticket = {
  id: 'ticket-1',
  number: 17,
  businessDay: '2026-05-16',
  state: 'assigned',
  source: 'web',
  customerName: 'Dan Kowalski',
  note: 'owes us ten',
  requestedBarberId: null,
  onlyRequestedBarber: false,
  requiredSkills: ['cut'],
  barberId: 'ana',
  services: [
    {
      id: 'line-1',
      serviceId: 'cut',
      name: 'Haircut',
      priceCents: 3500,
      durationMinutes: 30,
      isTaxable: true,
      barberId: null,
      costCents: 900,
    },
  ],
  joinedAt: '2026-05-16T09:04:51.002Z',
  assignedAt: '2026-05-16T09:12:04.318Z',
  calledAt: null,
  startedAt: null,
  endedAt: null,
  paidAt: null,
  endReason: 'said we were rude',
  version: 2,
  accessTokenHash: 'secret',
};
const barber = {
  id: 'ana',
  code: 'ANA',
  name: 'Ana',
  skills: ['cut'],
  isActive: true,
  status: 'available',
  ticketId: null,
  onShiftSince: null,
  version: 1,
  commissionBasisPoints: 5000,
};
const earnings = {
  orderId: 'order-1',
  ticketId: 'ticket-1',
  barberId: 'ana',
  commissionCents: 1750,
  tipCents: 500,
};

const DATA_OF: Readonly<Record<EventKind, object>> = {
  ticket: { ticket, reason: 'Ana is free the longest.', orderId: 'order-1' },
  barber: { barber },
  earnings,
  internal: { order: { totalCents: 4000 }, shop: {}, secret: 'x' },
};

function eventOf(type: string, kind: EventKind): RecordedEvent {
  return {
    shopId: 'shop-1',
    sequence: 7,
    id: 'event-1',
    type,
    occurredAt: Date.parse('2026-05-16T09:12:04.318Z'),
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    actor: { kind: 'owner', id: 'owner-1', barberId: null },
    ticketId: kind === 'ticket' || kind === 'earnings' ? 'ticket-1' : null,
    barberIds: kind === 'internal' ? [] : ['ana'],
    data: DATA_OF[kind],
  };
}

const viewers = {
  admin: { kind: 'admin' },
  ana: { kind: 'barber', barberId: 'ana' },
  ben: { kind: 'barber', barberId: 'ben' },
  lobby: { kind: 'lobby' },
  customer: { kind: 'ticket', ticketId: 'ticket-1' },
  stranger: { kind: 'ticket', ticketId: 'ticket-2' },
} as const satisfies Record<string, Viewer>;
type ViewerName = keyof typeof viewers;

/** What each viewer must get of each kind, member by member. */
const { note: _note, endReason: _endReason, accessTokenHash: _hash, ...shared } = ticket;
const { costCents: _cost, ...priced } = ticket.services[0]!;
const { priceCents: _price, isTaxable: _taxable, ...unpriced } = priced;
const {
  source: _source,
  requiredSkills: _skills,
  ...customers
} = {
  ...shared,
  services: [priced],
};
const { commissionBasisPoints: _commission, ...publicBarber } = barber;

const EXPECTED: Readonly<Record<EventKind, Partial<Record<ViewerName, object>>>> = {
  ticket: {
    admin: DATA_OF.ticket,
    ana: {
      ticket: { ...shared, note: ticket.note, endReason: ticket.endReason, services: [priced] },
      reason: 'Ana is free the longest.',
    },
    ben: { ticket: { ...shared, services: [unpriced] } },
    lobby: {
      ticket: {
        id: 'ticket-1',
        number: 17,
        businessDay: '2026-05-16',
        state: 'assigned',
        customerName: 'Dan K.',
        barberId: 'ana',
        requestedBarberId: null,
        joinedAt: ticket.joinedAt,
        assignedAt: ticket.assignedAt,
        calledAt: null,
        startedAt: null,
        endedAt: null,
        version: 2,
      },
    },
    customer: { ticket: customers },
  },
  barber: {
    admin: DATA_OF.barber,
    ana: { barber: publicBarber },
    ben: { barber: publicBarber },
    lobby: {
      barber: { id: 'ana', name: 'Ana', isActive: true, status: 'available', ticketId: null },
    },
  },
  earnings: { admin: earnings, ana: earnings },
  internal: { admin: DATA_OF.internal },
};

const types = (Object.keys(EVENTS) as EventKind[]).flatMap((kind) =>
  Object.keys(EVENTS[kind]).map((type) => [type, kind] as const),
);
const table = [...types, ['loyalty.invented_later', 'internal'] as const].flatMap(([type, kind]) =>
  (Object.keys(viewers) as ViewerName[]).map((name) => [type, name, kind] as const),
);

describe('viewFor', () => {
  it.each(table)('shows of %s to %s what is theirs and no more', (type, name, kind) => {
    const view = viewFor(viewers[name], eventOf(type, kind));

    expect(view?.data ?? null).toEqual(EXPECTED[kind][name] ?? null);
  });

  it('tells who did it to owners and managers alone', () => {
    const event = eventOf('ticket.opened', 'ticket');

    const told = Object.values(viewers).filter((viewer) => viewFor(viewer, event)?.actor);

    expect(told).toEqual([{ kind: 'admin' }]);
  });

  it('hides a new kind of ticket event from all but owners and managers until it is named', () => {
    const event = { ...eventOf('ticket.opened', 'ticket'), type: 'ticket.invented_later' };

    const seeing = Object.values(viewers).filter((viewer) => viewFor(viewer, event));

    expect(seeing).toEqual([{ kind: 'admin' }]);
  });

  it('shows nothing in place of a member that is not what was agreed', () => {
    const event = {
      ...eventOf('ticket.opened', 'ticket'),
      data: { ticket: { id: 'ticket-1', customerName: { first: 'Dan' }, barberId: { x: 1 } } },
    };

    expect(viewFor({ kind: 'lobby' }, event)?.data).toEqual({
      ticket: { id: 'ticket-1', customerName: null, barberId: null },
    });
  });
});

describe('deliveriesOf', () => {
  const namespaceOf: Readonly<Record<Viewer['kind'], NamespaceName>> = {
    admin: '/admin',
    barber: '/barber',
    lobby: '/lobby',
    ticket: '/ticket',
  };

  it.each(table)('brings %s to %s once, as viewFor shows it', (type, name, kind) => {
    const event = eventOf(type, kind);
    const viewer = viewers[name];
    const rooms = roomsOf(viewer, 'shop-1');

    const received = deliveriesOf(event).filter(
      (delivery) =>
        delivery.namespace === namespaceOf[viewer.kind] &&
        delivery.rooms.some((room) => rooms.includes(room)) &&
        !delivery.exceptRooms.some((room) => rooms.includes(room)),
    );

    const view = viewFor(viewer, event);
    expect(received.map(({ payload }) => payload)).toEqual(view ? [view] : []);
  });

  it('keeps within the shop', () => {
    const rooms = roomsOf({ kind: 'admin' }, 'shop-2');

    const deliveries = deliveriesOf(eventOf('ticket.opened', 'ticket'));

    expect(deliveries.flatMap((delivery) => delivery.rooms)).not.toContain(rooms[0]);
  });

  it('gives both barbers of a transfer the same view, in one message', () => {
    const event = { ...eventOf('ticket.transferred', 'ticket'), barberIds: ['ana', 'ben'] };

    const toBarbers = deliveriesOf(event).filter(({ namespace }) => namespace === '/barber');

    expect(toBarbers.map(({ rooms, exceptRooms }) => ({ rooms, exceptRooms }))).toEqual([
      { rooms: ['shop:shop-1'], exceptRooms: ['barber:ana', 'barber:ben'] },
      { rooms: ['barber:ana', 'barber:ben'], exceptRooms: [] },
    ]);
  });
});

describe('the rights to namespaces', () => {
  const rights: Readonly<Record<string, readonly NamespaceName[]>> = {
    owner: ['/admin', '/lobby'],
    manager: ['/admin', '/lobby'],
    barber: ['/barber'],
    kiosk: ['/lobby'],
    lobby: ['/lobby'],
    customer: ['/ticket'],
    system: [],
  };

  it.each(Object.entries(rights))('of %s are %j', (kind, namespaces) => {
    const identity = {
      shopId: 'shop-1',
      credentialId: 'credential-1',
      actor: { kind, id: 'id-1', barberId: kind === 'barber' ? 'ana' : null } as never,
    };

    const entered = [...NAMESPACES, '/', '/admin/', '/ADMIN', '/nothing'].filter((namespace) =>
      viewerIn(namespace, identity),
    );

    expect(entered).toEqual(namespaces);
  });
});
