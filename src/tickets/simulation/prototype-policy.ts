import type { Assignment, BreakToStart, Decision } from '../assignment/decision';
import { explain } from '../assignment/explanations';
import type { BarberState, QueueState, WaitingTicket } from '../assignment/queue-state';
import { seedFrom } from '../assignment/seeded-random';
import type { Trigger } from './trigger';

/** A match of half the skills already passes: one of the faults that the benchmark must show. */
const THRESHOLD = 50;

/**
 * The product's prototype, faults included: a new ticket is tried at once and ahead of those
 * waiting; a completion tries the pending set, which has no order, until one ticket is placed;
 * nothing else triggers anything. Requests, shift ends and waiting times are ignored, and the
 * first barber wins ties.
 */
export function prototypeDecision(
  state: QueueState,
  now: number,
  _learned: unknown,
  trigger: Trigger,
): Decision {
  const breaksToStart = overdueBreaks(state, now);
  const resting = new Set(breaksToStart.map(({ barberId }) => barberId));
  const free = state.barbers.filter((barber) => isFree(barber, now) && !resting.has(barber.id));
  const assignment = firstMatch(candidatesFor(state, trigger), free);
  return {
    assignments: assignment ? [assignment] : [],
    breaksToStart,
    holds: [],
    nextCheckAt: null,
  };
}

function candidatesFor(state: QueueState, trigger: Trigger): readonly WaitingTicket[] {
  switch (trigger.kind) {
    case 'joined':
      return state.tickets.filter(({ id }) => id === trigger.ticketId);
    case 'completed':
      return [...state.tickets].sort((a, b) => placeInSet(state, a) - placeInSet(state, b));
    case 'other':
      return [];
  }
}

/** A set of ids has an order, but not one that anybody would recognise. */
function placeInSet(state: QueueState, ticket: WaitingTicket): number {
  return seedFrom(state.seed, ticket.id) >>> 0;
}

function firstMatch(
  tickets: readonly WaitingTicket[],
  free: readonly BarberState[],
): Assignment | null {
  for (const ticket of tickets) {
    let best: BarberState | null = null;
    let highest = THRESHOLD - 1;
    for (const barber of free) {
      const score = scoreOf(ticket, barber);
      if (score > highest) {
        highest = score;
        best = barber;
      }
    }
    if (best) return assign(ticket, best);
  }
  return null;
}

function scoreOf(ticket: WaitingTicket, barber: BarberState): number {
  const matched = ticket.skills.filter((skill) => barber.skills.includes(skill)).length;
  return (matched / ticket.skills.length) * 100 + 10;
}

function assign(ticket: WaitingTicket, barber: BarberState): Assignment {
  return {
    ticketId: ticket.id,
    barberId: barber.id,
    reasons: {
      explanation: explain('assignment.next_in_line', { barber: barber.name }),
      waitedMinutes: 0,
      expectedMinutes: ticket.menuMinutes,
      passedTicketIds: [],
      candidates: [],
      lookAheadSaved: null,
    },
  };
}

function isFree(barber: BarberState, now: number): boolean {
  return (
    barber.current === null &&
    (barber.rest?.startedAt ?? null) === null &&
    now >= barber.shiftStartsAt &&
    now < barber.shiftEndsAt
  );
}

function overdueBreaks(state: QueueState, now: number): BreakToStart[] {
  return state.barbers
    .filter((barber) => isFree(barber, now) && barber.rest && now >= barber.rest.latestAt)
    .map((barber) => ({
      barberId: barber.id,
      minutes: barber.rest?.minutes ?? 0,
      explanation: explain('rest.overdue', { barber: barber.name }),
    }));
}
