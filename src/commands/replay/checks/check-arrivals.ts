import type { Evidence } from '../evidence';
import type { TicketFact } from '../play/api';
import type { Acknowledgement, Deed } from '../play/diary';

const STATE_AFTER: Readonly<Partial<Record<Deed, string>>> = {
  paid: 'completed',
  cancelled: 'cancelled',
  walked_out: 'walked_out',
  no_show: 'no_show',
};

/** Every visit of the recording has one ticket, and every ticket came to the end that it had. */
export function checkArrivals(evidence: Evidence): string[] {
  const { facts, ticketOfVisit, acknowledged } = evidence;
  const visits = evidence.days.flatMap((day) => day.visits);
  const deviations: string[] = [];
  const ticketIds = new Set(facts.tickets.map((ticket) => ticket.id));
  if (facts.tickets.length !== visits.length) {
    deviations.push(`${visits.length} people came, but there are ${facts.tickets.length} tickets`);
  }
  for (const visit of visits) {
    const ticketId = ticketOfVisit.get(visit.key);
    if (ticketId === undefined) deviations.push(`Visit ${visit.key} never got a ticket`);
    else if (!ticketIds.has(ticketId)) deviations.push(`The ticket of ${visit.key} is lost`);
  }
  for (const ticket of facts.tickets) {
    const deeds = acknowledged.filter((deed) => deed.ticketId === ticket.id);
    deviations.push(...checkEnd(ticket, deeds));
  }
  return [...deviations, ...checkNumbers(facts.tickets)];
}

function checkEnd(ticket: TicketFact, deeds: readonly Acknowledgement[]): string[] {
  const name = `Ticket ${ticket.number} of ${ticket.businessDay}`;
  const ends = deeds.filter(({ deed }) => STATE_AFTER[deed] !== undefined);
  const [end] = ends;
  if (!end || ends.length > 1) return [`${name} came to ${ends.length} ends (${ticket.state})`];
  if (STATE_AFTER[end.deed] !== ticket.state) {
    return [`${name} is ${ticket.state}, but what was done last is: ${end.deed}`];
  }
  if ((end.deed === 'paid') !== (ticket.paidAt !== null)) {
    return [`${name} is ${ticket.paidAt === null ? 'not ' : ''}paid, against what was done`];
  }
  return [];
}

/** 1, 2, 3, ... within each day: nobody was given a number twice, and none was lost. */
function checkNumbers(tickets: readonly TicketFact[]): string[] {
  const byDay = new Map<string, number[]>();
  for (const { businessDay, number } of tickets) {
    byDay.set(businessDay, [...(byDay.get(businessDay) ?? []), number]);
  }
  return [...byDay].flatMap(([day, numbers]) => {
    const isWhole = numbers.sort((a, b) => a - b).every((number, index) => number === index + 1);
    return isWhole ? [] : [`The ticket numbers of ${day} have gaps or repetitions`];
  });
}
