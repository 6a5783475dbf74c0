import type { Actor } from '../../platform/database/command';
import type { RecordedEvent } from '../../platform/events/event';
import {
  barberData,
  colleagueTicketData,
  customerTicketData,
  earningsData,
  lobbyBarberData,
  lobbyTicketData,
  ownTicketData,
} from '../protocol/event-data.schema';
import { kindOf } from './event-kinds';
import { maskName } from './mask-name';
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
  ownTicket: whitelist(ownTicketData),
  colleagueTicket: whitelist(colleagueTicketData),
  lobbyTicket: whitelist(lobbyTicketData),
  customerTicket: whitelist(customerTicketData),
  barber: whitelist(barberData),
  lobbyBarber: whitelist(lobbyBarberData),
  earnings: whitelist(earningsData),
};

/**
 * What a viewer gets to see of an event of the own shop; null: nothing, not even that it happened.
 * The only place that decides it: live delivery, resuming and the tests all ask here.
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
      return dataForBarber(event, event.barberIds.includes(viewer.barberId));
    case 'lobby':
      return dataForLobby(event);
    case 'ticket':
      return kindOf(event.type) === 'ticket' && event.ticketId === viewer.ticketId
        ? show.customerTicket(event.data)
        : null;
  }
}

function dataForBarber(event: RecordedEvent, isHis: boolean): object | null {
  switch (kindOf(event.type)) {
    case 'ticket':
      return isHis ? show.ownTicket(event.data) : show.colleagueTicket(event.data);
    case 'barber':
      return show.barber(event.data);
    case 'earnings':
      return isHis ? show.earnings(event.data) : null;
    case 'internal':
      return null;
  }
}

function dataForLobby(event: RecordedEvent): object | null {
  switch (kindOf(event.type)) {
    case 'ticket':
      return withMaskedName(show.lobbyTicket(event.data));
    case 'barber':
      return show.lobbyBarber(event.data);
    case 'earnings':
    case 'internal':
      return null;
  }
}

function withMaskedName(data: Record<string, unknown>): object {
  const ticket = data.ticket as { customerName?: unknown } | undefined;
  const name = ticket?.customerName;
  return {
    ...data,
    ticket: { ...ticket, customerName: typeof name === 'string' ? maskName(name) : null },
  };
}
