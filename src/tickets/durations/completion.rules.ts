import { serviceKey } from '../assignment/queue-state.factory';
import type { TicketEntity, TicketServiceEntity } from '../ticket.entity';
import type { Completion } from './duration-state';

const MINUTE_MS = 60_000;

type Line = Pick<TicketServiceEntity, 'serviceId' | 'barberId' | 'durationMinutes'>;

/** What a completed ticket teaches; null when two barbers shared it, or nobody saw it begin. */
export function completionOf(
  ticket: Pick<TicketEntity, 'barberId' | 'startedAt' | 'endedAt'>,
  services: readonly Line[],
): Completion | null {
  const { barberId, startedAt, endedAt } = ticket;
  if (barberId === null || startedAt === null || endedAt === null) return null;
  if (services.some((line) => line.barberId !== barberId)) return null;
  return {
    barberId,
    service: serviceKey(services),
    menuMinutes: services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    minutes: (endedAt - startedAt) / MINUTE_MS,
  };
}
