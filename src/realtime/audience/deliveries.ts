import type { RecordedEvent } from '../../platform/events/event';
import { type EventMessage, viewFor } from './view-for';
import type { NamespaceName, Viewer } from './viewer';

/** One message to one set of rooms: serialised once, however many sockets are in them. */
export interface Delivery {
  readonly namespace: NamespaceName;
  readonly rooms: readonly string[];
  /** Rooms inside those, whose sockets get another view of the event. */
  readonly exceptRooms: readonly string[];
  readonly payload: EventMessage;
}

export const roomOf = {
  shop: (shopId: string) => `shop:${shopId}`,
  barber: (barberId: string) => `barber:${barberId}`,
  ticket: (ticketId: string) => `ticket:${ticketId}`,
};

/** The rooms that a viewer's sockets are in. */
export function roomsOf(viewer: Viewer, shopId: string): string[] {
  const shop = roomOf.shop(shopId);
  switch (viewer.kind) {
    case 'admin':
    case 'lobby':
      return [shop];
    case 'barber':
      return [shop, roomOf.barber(viewer.barberId)];
    case 'ticket':
      return [shop, roomOf.ticket(viewer.ticketId)];
  }
}

/** A barber whom no event concerns as a person: sees what all barbers may see. */
const ANY_BARBER: Viewer = { kind: 'barber', barberId: '' };

/** An event's messages, one for each audience that sees something different. */
export function deliveriesOf(event: RecordedEvent): Delivery[] {
  const shop = [roomOf.shop(event.shopId)];
  const deliveries: Delivery[] = [];
  const deliver = (
    namespace: NamespaceName,
    payload: EventMessage | null,
    rooms: readonly string[],
    exceptRooms: readonly string[] = [],
  ) => {
    if (payload) deliveries.push({ namespace, rooms, exceptRooms, payload });
  };

  deliver('/admin', viewFor({ kind: 'admin' }, event), shop);
  deliver('/lobby', viewFor({ kind: 'lobby' }, event), shop);

  deliver('/barber', viewFor(ANY_BARBER, event), shop, event.barberIds.map(roomOf.barber));
  for (const barberId of event.barberIds) {
    deliver('/barber', viewFor({ kind: 'barber', barberId }, event), [roomOf.barber(barberId)]);
  }

  if (event.ticketId !== null) {
    const view = viewFor({ kind: 'ticket', ticketId: event.ticketId }, event);
    deliver('/ticket', view, [roomOf.ticket(event.ticketId)]);
  }
  return deliveries;
}
