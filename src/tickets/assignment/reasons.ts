import { type Explanation, explain } from './explanations';
import type { BarberState, WaitingTicket } from './queue-state';

/** What the sentence for the customer depends on. */
export interface AssignmentFacts {
  ticket: WaitingTicket;
  barber: BarberState;
  barbers: readonly BarberState[];
  /** Free barbers who could have taken the ticket, the chosen one included. */
  candidates: number;
  hasPassed: boolean;
  isLookAheadChoice: boolean;
}

/** The one sentence that tells a customer why this barber, and why now. */
export function explainAssignment(facts: AssignmentFacts): Explanation {
  const { ticket, barber, barbers, candidates, hasPassed, isLookAheadChoice } = facts;
  const name = barber.name;
  if (ticket.appointment?.barberId === barber.id) {
    return explain('assignment.booked', { barber: name });
  }
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
  if (isLookAheadChoice) return explain('assignment.look_ahead', { barber: name });
  if (hasPassed) return explain('assignment.skill_first', { barber: name });
  if (candidates > 1) return explain('assignment.best_choice', { barber: name, free: candidates });
  return explain('assignment.next_in_line', { barber: name });
}
