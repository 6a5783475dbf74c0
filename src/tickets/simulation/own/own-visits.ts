import type { BusinessDay } from '../../../platform/time/business-day';
import { waitBeganAt } from '../../demand/wait-began.rules';
import type { OwnRows, OwnService, OwnTicket } from './own-rows';

/** One of the shop's own tickets, as far as it tells something about the queue. Times in ms. */
export interface OwnVisit {
  ticketId: string;
  businessDay: BusinessDay;
  /** The services by name, joined; what the learner tells apart. */
  service: string;
  menuMinutes: number;
  priceCents: number;
  skills: string[];
  requestedBarberId: string | null;
  onlyThatBarber: boolean;
  waitsForBarberMinutes: number;
  /** When the wait began: of joining, or of being there for those who joined from afar. */
  joinedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  barberId: string | null;
  outcome: 'served' | 'left' | 'noshow' | 'closed';
}

/** Turns rows into visits, oldest first. A ticket without a service tells nothing. */
export function toOwnVisits(rows: OwnRows): OwnVisit[] {
  const services = new Map<string, OwnService[]>();
  for (const service of rows.services) {
    const own = services.get(service.ticketId) ?? [];
    own.push(service);
    services.set(service.ticketId, own);
  }
  const names = uniqueNames(rows.services);
  return rows.tickets.flatMap((ticket) => {
    const own = services.get(ticket.id);
    return own ? [visitOf(ticket, own, names)] : [];
  });
}

function visitOf(
  ticket: OwnTicket,
  services: readonly OwnService[],
  names: ReadonlyMap<string, string>,
): OwnVisit {
  const joinedAt = Number(ticket.joinedAt);
  const startedAt = ticket.startedAt === null ? null : Number(ticket.startedAt);
  const expectedAt = ticket.expectedAt === null ? null : Number(ticket.expectedAt);
  const calledAt = startedAt ?? (ticket.assignedAt === null ? null : Number(ticket.assignedAt));
  const outcome = outcomeOf(ticket);
  const isServed = outcome === 'served';
  const own = services.map(({ serviceId }) => names.get(serviceId) ?? serviceId);
  return {
    ticketId: ticket.id,
    businessDay: ticket.businessDay,
    service: own.sort().join(' + '),
    menuMinutes: sumOf(services, ({ durationMinutes }) => durationMinutes),
    // Whoever walked out of the chair took time and paid nothing.
    priceCents: ticket.state === 'walked_out' && isServed ? 0 : priceOf(services),
    skills: JSON.parse(ticket.requiredSkills) as string[],
    requestedBarberId: ticket.requestedBarberId,
    onlyThatBarber: Boolean(ticket.onlyRequestedBarber) && ticket.requestedBarberId !== null,
    waitsForBarberMinutes: ticket.waitsForBarberMinutes ?? 0,
    joinedAt: waitBeganAt({ joinedAt, expectedAt, calledAt }),
    startedAt: isServed ? startedAt : null,
    endedAt: ticket.endedAt === null ? null : Number(ticket.endedAt),
    barberId: isServed ? ticket.barberId : null,
    outcome,
  };
}

function outcomeOf({ state, startedAt, barberId, endedAt }: OwnTicket): OwnVisit['outcome'] {
  if (startedAt !== null && barberId !== null && endedAt !== null) return 'served';
  if (state === 'no_show') return 'noshow';
  return endedAt === null ? 'closed' : 'left';
}

function priceOf(services: readonly OwnService[]): number {
  return sumOf(services, ({ priceCents }) => priceCents);
}

function sumOf(
  services: readonly OwnService[],
  pick: (service: OwnService) => number | string,
): number {
  return services.reduce((sum, service) => sum + Number(pick(service)), 0);
}

/** The latest name of each service; where two share one, the second gets a number. */
function uniqueNames(services: readonly OwnService[]): Map<string, string> {
  const latest = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  const taken = new Map<string, number>();
  return new Map(
    [...latest].map(([serviceId, name]) => {
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return [serviceId, times === 1 ? name : `${name} ${times}`];
    }),
  );
}
