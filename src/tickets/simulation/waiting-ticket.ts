import type { WaitingTicket } from '../assignment/queue-state';
import { type DayTicket, serviceKey } from './day-file';

/** A ticket as the shop sees it: what is hidden stays behind. */
export function waitingTicket(ticket: DayTicket): WaitingTicket {
  return {
    id: String(ticket.id),
    joinedAt: ticket.arrivesAt,
    presentSince: ticket.arrivesAt,
    service: serviceKey(ticket),
    skills: ticket.skills,
    menuMinutes: ticket.menuMinutes,
    price: ticket.price,
    request:
      ticket.requestedBarber === null
        ? null
        : {
            barberId: String(ticket.requestedBarber),
            isOnlyThatBarber: ticket.onlyThatBarber,
            toleranceMinutes: ticket.waitsForBarberMinutes,
          },
    party: null,
    appointment: null,
  };
}
