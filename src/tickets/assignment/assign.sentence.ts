import type { Candidate, WaitingTicket } from './assignment.types';

/** Why the first of the candidates was chosen, in a sentence for staff and customer. */
export function sentenceOf(ticket: WaitingTicket, candidates: readonly Candidate[]): string {
  const eligible = candidates.filter((candidate) => candidate.isEligible);
  const [chosen] = eligible;
  if (!chosen) return 'Nobody who may serve this ticket is free.';

  const { name } = chosen;
  if (chosen.why === 'requested') {
    return ticket.onlyRequestedBarber
      ? `The customer waits for ${name} only, and ${name} is free.`
      : `The customer asked for ${name}, and ${name} is free.`;
  }
  const able = ticket.requiredSkills.length > 0 ? ` who can do ${inWords(ticket)}` : '';
  if (eligible.length === 1) return `${name} is the only free barber${able}.`;
  const idle = chosen.idleMinutes ?? 0;
  return `${name} has been idle longest (${idle} min) of the ${eligible.length} free barbers${able}.`;
}

function inWords({ requiredSkills }: WaitingTicket): string {
  if (requiredSkills.length === 1) return String(requiredSkills[0]);
  return `${requiredSkills.slice(0, -1).join(', ')} and ${String(requiredSkills.at(-1))}`;
}
