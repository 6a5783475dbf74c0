import type { Actor } from '../../platform/database/command';
import type { RecordedEvent } from '../../platform/events/event';
import type { TicketView } from '../../tickets/ticket.events';
import { visibleTo } from '../../tickets/ticket-visibility.policy';
import {
  barberData,
  earningsData,
  lobbyBarberData,
  staffTicketData,
  ticketData,
} from '../protocol/event-data.schema';
import { kindOf } from './event-kinds';
import type { Viewer } from './viewer';
import { whitelist } from './whitelist';

/** An event as it is sent to sockets. */
export interface EventMessage {
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly traceId: string;
  readonly ticketId: string | null;
  /** Who did it; for owners and managers only. */
  readonly actor?: Actor;
  readonly data: object;
}

const show = {
  ticket: whitelist(ticketData),
  staffTicket: whitelist(staffTicketData),
  barber: whitelist(barberData),
  lobbyBarber: whitelist(lobbyBarberData),
  earnings: whitelist(earningsData),
};

const SCREEN: Actor = { kind: 'lobby', id: null, barberId: null };
const CUSTOMER: Actor = { kind: 'customer', id: null, barberId: null };

/**
 * What a viewer gets to see of an event of the own shop; null: nothing, not even that it happened.
 * The only place that decides it: live delivery, resuming and the tests all ask here. How much of
 * a ticket shows is the same as on the board, so that board and events fit together.
 */
export function viewFor(viewer: Viewer, event: RecordedEvent): EventMessage | null {
  const data = dataFor(viewer, event);
  if (data === null) return null;
  return {
    sequence: event.sequence,
    id: event.id,
    type: event.type,
    occurredAt: new Date(event.occurredAt).toISOString(),
    traceId: event.traceId,
    ticketId: event.ticketId,
    ...(viewer.kind === 'admin' && { actor: event.actor }),
    data,
  };
}

function dataFor(viewer: Viewer, event: RecordedEvent): object | null {
  switch (viewer.kind) {
    case 'admin':
      return event.data;
    case 'barber':
      return dataForBarber(event, viewer.barberId);
    case 'lobby':
      return dataForLobby(event);
    case 'ticket':
      return kindOf(event.type) === 'ticket' && event.ticketId === viewer.ticketId
        ? withTicketFor(CUSTOMER, show.ticket(event.data))
        : null;
  }
}

function dataForBarber(event: RecordedEvent, barberId: string): object | null {
  const isConcerned = event.barberIds.includes(barberId);
  switch (kindOf(event.type)) {
    case 'ticket': {
      const { reason, ...data } = show.staffTicket(event.data);
      const shown = isConcerned && reason !== undefined ? { ...data, reason } : data;
      return withTicketFor({ kind: 'barber', id: null, barberId }, shown);
    }
    case 'barber':
      return show.barber(event.data);
    case 'earnings':
      return isConcerned ? show.earnings(event.data) : null;
    case 'internal':
      return null;
  }
}

function dataForLobby(event: RecordedEvent): object | null {
  switch (kindOf(event.type)) {
    case 'ticket':
      return withTicketFor(SCREEN, show.ticket(event.data));
    case 'barber':
      return show.lobbyBarber(event.data);
    case 'earnings':
    case 'internal':
      return null;
  }
}

function withTicketFor(actor: Actor, data: Record<string, unknown>): object | null {
  const { ticket } = data;
  return ticket ? { ...data, ticket: visibleTo(actor, ticket as TicketView) } : null;
}
