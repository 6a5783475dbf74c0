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
  waitsForBarberMinutes: null,
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
  queueKey: 1_778_922_291_002,
  isHere: true,
  expectedAt: null,
  deferredUntil: null,
  passedOverAt: null,
  passedOverReason: null,
  assignedAt: '2026-05-16T09:12:04.318Z',
  calledAt: null,
  startedAt: null,
  endedAt: null,
  paidAt: null,
  endReason: 'said we were rude',
  endReasonCode: 'other',
  estimate: {
    wait: {
      lowMinutes: 18,
      medianMinutes: 24,
      highMinutes: 33,
      earliestAt: '2026-05-16T09:30:04.318Z',
      startsAt: '2026-05-16T09:36:04.318Z',
      latestAt: '2026-05-16T09:45:04.318Z',
    },
    reason: { code: 'barber_on_break', barber: 'Omar', text: 'Omar is on a break.' },
    computedAt: '2026-05-16T09:12:04.318Z',
  },
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
  afterTicket: null,
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

const without = (thing: object, name: string) =>
  Object.fromEntries(Object.entries(thing).filter(([member]) => member !== name));

const DATA_OF: Readonly<Record<EventKind, object>> = {
  ticket: { ticket, reason: 'Ana is free the longest.', fromBarberId: 'cal', x: 1 },
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
const shared = without(
  { ...ticket, services: ticket.services.map((service) => without(service, 'costCents')) },
  'accessTokenHash',
);
const publicBarber = without(barber, 'commissionBasisPoints');

const EXPECTED: Readonly<Record<EventKind, Partial<Record<ViewerName, object>>>> = {
  ticket: {
    admin: DATA_OF.ticket,
    ana: { ticket: shared, reason: 'Ana is free the longest.', fromBarberId: 'cal' },
    ben: { ticket: { ...shared, note: null }, fromBarberId: 'cal' },
    lobby: {
      ticket: {
        ...shared,
        customerName: 'Dan K.',
        note: null,
        endReason: null,
        endReasonCode: null,
        services: [],
      },
    },
    customer: { ticket: { ...shared, note: null, endReason: null, endReasonCode: null } },
  },
  barber: {
    admin: DATA_OF.barber,
    ana: { barber: publicBarber },
    ben: { barber: publicBarber },
    lobby: { barber: without(publicBarber, 'code') },
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
      data: { ticket: { id: 'ticket-1', number: { x: 1 }, customerName: { first: 'Dan' } } },
    };

    expect(viewFor({ kind: 'lobby' }, event)?.data).toMatchObject({
      ticket: { id: 'ticket-1', number: null, customerName: null },
    });
  });

  it('is silent about a ticket event without a ticket', () => {
    const event = { ...eventOf('ticket.opened', 'ticket'), data: { secret: 'x' } };

    const seeing = Object.values(viewers).filter((viewer) => viewFor(viewer, event));

    expect(seeing).toEqual([{ kind: 'admin' }]);
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

  it('tells both barbers of a transfer why, and the note to the one who has the customer', () => {
    const event = { ...eventOf('ticket.transferred', 'ticket'), barberIds: ['ben', 'ana'] };

    const toBarbers = deliveriesOf(event).filter(({ namespace }) => namespace === '/barber');

    expect(
      toBarbers.map(({ rooms, exceptRooms, payload }) => [rooms, exceptRooms, payload.data]),
    ).toEqual([
      [
        ['shop:shop-1'],
        ['barber:ben', 'barber:ana'],
        expect.not.objectContaining({ reason: expect.anything() }),
      ],
      [
        ['barber:ben'],
        [],
        expect.objectContaining({
          reason: expect.any(String),
          ticket: expect.objectContaining({ note: null }),
        }),
      ],
      [
        ['barber:ana'],
        [],
        expect.objectContaining({
          reason: expect.any(String),
          ticket: expect.objectContaining({ note: 'owes us ten' }),
        }),
      ],
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
