import type { ChairWork } from '../barbers/barbers.service';
import type { TicketEntity, TicketServiceEntity } from './ticket.entity';

type DoneService = Pick<TicketServiceEntity, 'barberId' | 'priceCents' | 'durationMinutes'>;

/**
 * What the barber of a completed ticket earned, and how long it took. When two shared a ticket,
 * the time counts by the menu minutes of what each did.
 */
export function chairWorkOf(
  ticket: Pick<TicketEntity, 'barberId' | 'startedAt' | 'endedAt'>,
  services: readonly DoneService[],
): ChairWork {
  const own = services.filter(({ barberId }) => barberId === ticket.barberId);
  const { startedAt, endedAt } = ticket;
  const sat = startedAt === null || endedAt === null ? 0 : endedAt - startedAt;
  const share = minutesOf(own) / Math.max(1, minutesOf(services));
  const earnedCents = own.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return { earnedCents, workedMs: Math.round(sat * share) };
}

function minutesOf(services: readonly DoneService[]): number {
  return services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
}
