const ANA = '01969a3c-5b1e-7c4d-8f10-2a3b4c5d6e7f';
const TICKET = '01969a41-0c2d-7e5f-9a10-3b4c5d6e7f80';
const ORDER = '01969a5d-7f00-7a1b-8c2d-4e5f60718293';

const envelope = {
  sequence: 1042,
  id: '01969a41-0c2e-7000-8000-5a6b7c8d9e0f',
  occurredAt: '2026-05-16T09:12:04.318Z',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  ticketId: TICKET,
};

const service = {
  id: '01969a41-0c2d-7e60-8b21-4c5d6e7f8091',
  serviceId: '01969a3c-5b20-7d11-9c22-5d6e7f8091a2',
  name: 'Haircut',
  priceCents: 3500,
  durationMinutes: 30,
  isTaxable: true,
  barberId: null,
};

const ticket = {
  id: TICKET,
  number: 17,
  businessDay: '2026-05-16',
  state: 'assigned',
  source: 'web',
  customerName: 'Dan Kowalski',
  note: 'short at the sides',
  requestedBarberId: null,
  onlyRequestedBarber: false,
  waitsForBarberMinutes: null,
  requiredSkills: ['cut'],
  barberId: ANA,
  services: [service],
  joinedAt: '2026-05-16T09:04:51.002Z',
  queueKey: 1_778_922_291_002,
  isHere: true,
  expectedAt: null,
  deferredUntil: null,
  passedOverAt: null,
  passedOverReason: null,
  partyId: null,
  partyMode: null,
  chairHeldSince: null,
  bookedAt: null,
  assignedAt: '2026-05-16T09:12:04.318Z',
  calledAt: null,
  startedAt: null,
  endedAt: null,
  paidAt: null,
  endReason: null,
  endReasonCode: null,
  estimate: null,
  version: 2,
};
const estimate = {
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
};
const waiting = { ...ticket, state: 'waiting', barberId: null, assignedAt: null, estimate };
const lobbyTicket = { ...ticket, customerName: 'Dan K.', note: null, services: [] };

const lobbyBarber = {
  id: ANA,
  name: 'Ana',
  skills: ['cut', 'beard'],
  isActive: true,
  status: 'available',
  ticketId: null,
  onShiftSince: '2026-05-16T08:57:30.000Z',
  afterTicket: null,
  shiftEndsAt: '2026-05-16T17:00:00.000Z',
  isLastClient: false,
  plannedBreak: null,
  breakEndsAt: null,
  version: 3,
};
const barber = { ...lobbyBarber, code: 'ANA' };

const assigned = { ...envelope, type: 'ticket.assigned' };
const clockedIn = { ...envelope, type: 'barber.clocked_in', ticketId: null };
const reason = 'Ana has been free the longest of 2 who can do it.';

/** Messages as a reader would get them; a test holds them against their schemas. */
export const EXAMPLES = {
  sync: [{ after: 1041 }],
  ready: [{ sequence: 1042, connectionId: 'vq3NzmVJc0iQ4C7yAAAB' }],
  resync: [{ sequence: 9042, reason: 'too_old' }],
  head: [{ sequence: 1042 }],
  moving: [{ spreadMs: 5000 }],
  error: [
    {
      code: 'MESSAGE_UNKNOWN',
      status: 400,
      title: 'There is no such message.',
      detail: 'Send only what /docs/asyncapi describes. Nothing was done.',
    },
  ],
  adminEvent: [
    { ...assigned, actor: { kind: 'system', id: null, barberId: null }, data: { ticket, reason } },
  ],
  barberTicketEvent: [{ ...assigned, data: { ticket, reason } }],
  barberEvent: [{ ...clockedIn, data: { barber } }],
  earningsEvent: [
    {
      ...envelope,
      type: 'earnings.credited',
      data: {
        orderId: ORDER,
        ticketId: TICKET,
        barberId: ANA,
        commissionCents: 1750,
        tipCents: 500,
      },
    },
  ],
  lobbyTicketEvent: [{ ...assigned, data: { ticket: lobbyTicket } }],
  lobbyBarberEvent: [{ ...clockedIn, data: { barber: lobbyBarber } }],
  ownTicketEvent: [
    { ...assigned, data: { ticket: { ...ticket, note: null } } },
    { ...envelope, type: 'ticket.estimate_changed', data: { ticket: { ...waiting, note: null } } },
  ],
};
