import type { NewEvent } from '../platform/events/event';
import type { TicketResponse } from './dto/ticket.response';
import type { IntakeReason } from './estimates/intake-verdict.policy';

/** A ticket as events carry it, whole; who may see what of it is for the receivers to decide. */
export type TicketView = TicketResponse;

interface OfTicket {
  readonly ticket: TicketView;
}

interface WithReason extends OfTicket {
  readonly reason: string | null;
}

interface FromBarber extends WithReason {
  /** Who had the ticket before. */
  readonly fromBarberId: string;
}

/** Everything that is told of tickets, with what it says. Part of the public contract. */
export interface TicketEventData {
  /** `intakeOverridden`: staff took the customer in although the list was closed, for this reason. */
  'ticket.opened': OfTicket & { readonly intakeOverridden?: IntakeReason };
  'ticket.booked': OfTicket;
  /** `reason` is the sentence that explains the choice. */
  'ticket.assigned': OfTicket & { readonly reason: string };
  'ticket.called': OfTicket;
  'ticket.started': OfTicket;
  'ticket.service_added': OfTicket & { readonly ticketServiceId: string };
  /** Suspect: longer than 99 of 100 such services; was "done" forgotten? */
  'ticket.completed': OfTicket & { readonly isDurationSuspect: boolean };
  'ticket.cancelled': WithReason;
  'ticket.no_show': WithReason;
  'ticket.walked_out': WithReason;
  'ticket.requeued': FromBarber;
  'ticket.transferred': FromBarber;
  'ticket.paid': OfTicket;
  'ticket.payment_undone': OfTicket;
  'ticket.arrived': OfTicket;
  'ticket.deferred': OfTicket & { readonly minutes: number; readonly fromBarberId?: string };
  /** `reason` names who went first, by number. */
  'ticket.passed_over': OfTicket & { readonly reason: string };
  'ticket.moved': OfTicket & { readonly reason: string };
  /** A chair is kept for the party; `reason` is the sentence that says so. */
  'ticket.chair_held': OfTicket & { readonly reason: string };
  /** The wait that is told has become another one; `reason` says why. */
  'ticket.estimate_changed': OfTicket & { readonly reason: string };
}
export type TicketEventType = keyof TicketEventData;

/** What happened to a ticket; concerns its barber, and the one who had it before. */
export function ticketEvent<Type extends TicketEventType>(
  type: Type,
  data: TicketEventData[Type],
): NewEvent<Type, TicketEventData[Type]> {
  const { id, barberId } = data.ticket;
  const from = 'fromBarberId' in data ? data.fromBarberId : undefined;
  const barberIds = from === undefined ? [] : [from];
  if (barberId !== null && !barberIds.includes(barberId)) barberIds.push(barberId);
  return { type, ticketId: id, barberIds, data };
}
