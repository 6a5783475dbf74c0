import { sentenceOf } from './assign.sentence';
import type {
  BarberOnShift,
  Candidate,
  CandidateReason,
  Decision,
  WaitingTicket,
} from './assignment.types';

/** Kept with every decision, so that old ones can be read when the rules are new. */
const ASSIGN_POLICY = 'longest-idle-1';

/**
 * Gives waiting tickets to free barbers: in the order of the queue, passing over only those whom
 * nobody free may serve. Among the barbers who may, the requested one comes first, then whoever
 * has been idle longest, then the smaller id, so that the same state gives the same decisions.
 *
 * Hard constraints: on shift (all of `barbers` are), not on break, no other ticket, every
 * required skill, and the requested barber where the customer takes no other.
 */
export function assign(
  waiting: readonly WaitingTicket[],
  barbers: readonly BarberOnShift[],
  now: number,
): Decision[] {
  const decisions: Decision[] = [];
  let current = barbers;
  for (const ticket of waiting) {
    if (!current.some((barber) => barber.status === 'free')) break;
    const decision = decide(ticket, current, now);
    if (!decision) continue;
    decisions.push(decision);
    current = current.map((barber) =>
      barber.barberId === decision.barberId ? { ...barber, status: 'busy' } : barber,
    );
  }
  return decisions;
}

/** What keeps a barber from serving a ticket now, or null when he may. */
export function obstacle(ticket: WaitingTicket, barber: BarberOnShift): CandidateReason | null {
  if (barber.status !== 'free') return barber.status;
  if (ticket.onlyRequestedBarber && ticket.requestedBarberId !== barber.barberId) {
    return 'not_requested';
  }
  return missingSkills(ticket.requiredSkills, barber.skills).length > 0 ? 'missing_skill' : null;
}

/** The skills that are required and not there. */
export function missingSkills(
  required: readonly string[],
  available: readonly string[],
): readonly string[] {
  return required.filter((skill) => !available.includes(skill));
}

function decide(
  ticket: WaitingTicket,
  barbers: readonly BarberOnShift[],
  now: number,
): Decision | null {
  const eligible = barbers.filter((barber) => obstacle(ticket, barber) === null);
  const [chosen, ...others] = eligible.sort(byPreference(ticket));
  if (!chosen) return null;

  const ruledOut = barbers.filter((barber) => !eligible.includes(barber)).sort(byId);
  const candidates = [
    candidate(chosen, isRequested(ticket, chosen) ? 'requested' : 'longest_idle', 1, now),
    ...others.map((barber, index) => candidate(barber, 'less_idle', index + 2, now)),
    ...ruledOut.map((barber) => candidate(barber, obstacle(ticket, barber) ?? 'busy', null, now)),
  ];
  const { ticketId } = ticket;
  const sentence = sentenceOf(ticket, candidates);
  return { ticketId, barberId: chosen.barberId, policy: ASSIGN_POLICY, sentence, candidates };
}

function candidate(
  barber: BarberOnShift,
  why: CandidateReason,
  rank: number | null,
  now: number,
): Candidate {
  const idleMs = Math.max(0, now - barber.idleSince);
  return {
    barberId: barber.barberId,
    name: barber.name,
    isEligible: rank !== null,
    why,
    idleMinutes: barber.status === 'free' ? Math.floor(idleMs / 60_000) : null,
    rank,
  };
}

function byPreference(ticket: WaitingTicket) {
  return (a: BarberOnShift, b: BarberOnShift): number =>
    Number(isRequested(ticket, b)) - Number(isRequested(ticket, a)) ||
    a.idleSince - b.idleSince ||
    byId(a, b);
}

function byId(a: BarberOnShift, b: BarberOnShift): number {
  return a.barberId < b.barberId ? -1 : Number(a.barberId > b.barberId);
}

function isRequested(ticket: WaitingTicket, barber: BarberOnShift): boolean {
  return ticket.requestedBarberId === barber.barberId;
}
