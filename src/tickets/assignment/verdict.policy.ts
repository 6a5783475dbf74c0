import { missingSkills } from '../../shops/skill.rules';
import type { Assignment } from './decision';
import type { IndexTerms } from './index-rule';
import type { BarberState, WaitingTicket } from './queue-state';
import type { Candidate, CandidateReason, Verdict } from './verdict';

/** Writes a decision down with everybody who was on shift: the possible by rank, then the others. */
export function verdictOf(
  assignment: Assignment,
  ticket: WaitingTicket,
  barbers: readonly BarberState[],
  policy: string,
): Verdict {
  const { ticketId, barberId, reasons } = assignment;
  const { explanation } = reasons;
  return {
    ticketId,
    barberId,
    policy,
    sentence: explanation.text,
    reasons: {
      code: explanation.code,
      parameters: explanation.parameters,
      waitedMinutes: rounded(reasons.waitedMinutes),
      expectedMinutes: rounded(reasons.expectedMinutes),
      passedTicketIds: reasons.passedTicketIds,
      lookAheadSaved: reasons.lookAheadSaved === null ? null : rounded(reasons.lookAheadSaved),
    },
    candidates: candidatesOf(assignment, ticket, barbers),
  };
}

function candidatesOf(
  { barberId, reasons }: Assignment,
  ticket: WaitingTicket,
  barbers: readonly BarberState[],
): Candidate[] {
  const byId = new Map(barbers.map((barber) => [barber.id, barber]));
  // The chosen one first: a request or the look-ahead may go before the lowest total.
  const possible = [...reasons.candidates].sort(
    (a, b) => Number(b.barberId === barberId) - Number(a.barberId === barberId),
  );
  const isRequested = ticket.request?.barberId === barberId;
  const ranked = possible.map((candidate, index): Candidate => {
    const chosen = isRequested ? 'requested' : 'lowest_total';
    return {
      barberId: candidate.barberId,
      name: byId.get(candidate.barberId)?.name ?? '',
      isEligible: true,
      why: index === 0 ? chosen : 'higher_total',
      rank: index + 1,
      total: rounded(candidate.total),
      terms: roundedTerms(candidate.terms),
    };
  });
  const ruledOut = barbers
    .filter(({ id }) => !possible.some((candidate) => candidate.barberId === id))
    .map((barber): Candidate => {
      const { id, name } = barber;
      const why = obstacle(ticket, barber) ?? 'would_not_end_in_time';
      return { barberId: id, name, isEligible: false, why, rank: null, total: null, terms: null };
    });
  return [...ranked, ...ruledOut];
}

/** What keeps a barber from serving a ticket, or null when nothing does but the time. */
export function obstacle(
  ticket: Pick<WaitingTicket, 'skills' | 'request'>,
  barber: Pick<BarberState, 'id' | 'skills' | 'current' | 'rest'>,
): CandidateReason | null {
  if (barber.current) return 'busy';
  if (barber.rest && barber.rest.startedAt !== null) return 'on_break';
  const { request } = ticket;
  if (request?.isOnlyThatBarber && request.barberId !== barber.id) return 'not_requested';
  return missingSkills(ticket.skills, barber.skills).length > 0 ? 'missing_skill' : null;
}

function roundedTerms(terms: IndexTerms): IndexTerms {
  return {
    scarcity: rounded(terms.scarcity),
    requests: rounded(terms.requests),
    earnings: rounded(terms.earnings),
    minutes: rounded(terms.minutes),
    restOverrun: rounded(terms.restOverrun),
    idle: rounded(terms.idle),
  };
}

/** To a hundredth; never -0, which JSON does not know. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
