import type { Actor } from '../platform/database/command';
import type { TicketView } from './ticket.events';

/** Who looks at tickets: everybody within an audience sees the same, but for a barber's own. */
export type Audience = 'admin' | 'barber' | 'customer' | 'screen';

export function audienceOf(actor: Actor): Audience {
  switch (actor.kind) {
    case 'owner':
    case 'manager':
    case 'system':
      return 'admin';
    case 'barber':
      return 'barber';
    case 'customer':
      return 'customer';
    case 'kiosk':
    case 'lobby':
      return 'screen';
  }
}

/**
 * A ticket as somebody may see it. Notes are for those who run the shop and for the barber who
 * has the customer; screens that everybody can read show a short name and what is called out.
 * That a customer sees no tickets but his own is not for this function to ensure.
 */
export function visibleTo(actor: Actor, ticket: TicketView): TicketView {
  switch (audienceOf(actor)) {
    case 'admin':
      return ticket;
    case 'barber':
      return ticket.barberId === actor.barberId ? ticket : { ...ticket, note: null };
    case 'customer':
      return { ...ticket, note: null, endReason: null, endReasonCode: null };
    case 'screen':
      return {
        ...ticket,
        customerName: shortName(ticket.customerName),
        note: null,
        services: [],
        endReason: null,
        endReasonCode: null,
      };
  }
}

/** `Daniel Kowalski` becomes `Daniel K.`: enough to know oneself by, too little to be found by. */
export function shortName(name: string | null): string | null {
  if (name === null) return null;
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const initial = [...(rest.at(-1) ?? '')][0];
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
}
