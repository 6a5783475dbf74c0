import type { Actor } from '../platform/database/command';
import type { TicketCommand } from './ticket.transitions';

interface Owned {
  readonly id: string;
  readonly barberId: string | null;
}

/**
 * Whether somebody may change a ticket: those who run the shop any, a barber the one in his
 * chair, a customer the one whose link he holds. To anybody else it does not exist. That somebody
 * has come in, every barber may note.
 */
export function mayActOn(actor: Actor, ticket: Owned, command?: TicketCommand): boolean {
  switch (actor.kind) {
    case 'owner':
    case 'manager':
    case 'system':
      return true;
    case 'barber':
      return (
        command === 'arrive' || (actor.barberId !== null && ticket.barberId === actor.barberId)
      );
    case 'customer':
      return actor.id === ticket.id;
    case 'kiosk':
    case 'lobby':
      return false;
  }
}
