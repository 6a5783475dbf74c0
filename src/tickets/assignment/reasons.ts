import { type Explanation, explain } from './explanations';
import type { Appointment, BarberState, WaitingTicket } from './queue-state';

/** What the sentence for the customer depends on. */
export interface AssignmentFacts {
  ticket: WaitingTicket;
  barber: BarberState;
  barbers: readonly BarberState[];
  /** Free barbers who could have taken the ticket, the chosen one included. */
  candidates: number;
  hasPassed: boolean;
  isLookAheadChoice: boolean;
  /** How a party that wants to sit side by side sits down; null for others. */
  seating: 'together' | 'apart' | null;
}

/** The one sentence that tells a customer why this barber, and why now. */
export function explainAssignment(facts: AssignmentFacts): Explanation {
  const { ticket, barber, barbers, candidates, hasPassed, isLookAheadChoice, seating } = facts;
  const name = barber.name;
  if (ticket.appointment) return explainBooked(ticket.appointment, barber, barbers);
  if (ticket.request?.barberId === barber.id) {
    return explain('assignment.requested', { barber: name });
  }
  if (ticket.request) {
    const requested = barbers.find(({ id }) => id === ticket.request?.barberId);
    if (!requested) return explain('assignment.request_absent', { barber: name });
    return explain('assignment.released_request', {
      barber: name,
      requested: requested.name,
      tolerance: Math.round(ticket.request.toleranceMinutes),
    });
  }
  if (seating === 'together') return explain('assignment.party_together', { barber: name });
  if (seating === 'apart') return explain('assignment.party_apart', { barber: name });
  if (isLookAheadChoice) return explain('assignment.look_ahead', { barber: name });
  if (hasPassed) return explain('assignment.skill_first', { barber: name });
  if (candidates > 1) return explain('assignment.best_choice', { barber: name, free: candidates });
  return explain('assignment.next_in_line', { barber: name });
}

function explainBooked(
  { barberId }: Appointment,
  { id, name: barber }: BarberState,
  barbers: readonly BarberState[],
): Explanation {
  if (barberId === id) return explain('assignment.booked', { barber });
  const requested = barbers.find((one) => one.id === barberId);
  if (!requested) return explain('assignment.booked_any', { barber });
  return explain('assignment.booked_other', { barber, requested: requested.name });
}
