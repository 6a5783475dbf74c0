import { ShopsService } from '../../../src/shops/shops.service';
import { serviceKey } from '../../../src/tickets/assignment/queue-state.factory';
import { DurationMemory } from '../../../src/tickets/durations/duration-memory.service';
import { type DurationModel, medianMinutes } from '../../../src/tickets/durations/duration-model';
import { TicketEntity, TicketServiceEntity } from '../../../src/tickets/ticket.entity';
import type { TicketShop } from '../ticket-shop';

export interface Chair {
  readonly barberId: string;
  readonly skills: readonly string[];
  readonly ticketId: string | null;
  readonly isOnBreak: boolean;
  readonly plannedEndsAt: number | null;
  readonly restLatestAt: number | null;
}

/** A decision that was made just now. */
export interface JustDecided {
  readonly ticketId: string;
  readonly barberId: string;
  readonly policy: string;
}

/** What the rows of a shop say at one moment, for rules to be checked against. */
export interface LiveFloor {
  readonly now: number;
  readonly isLookAhead: boolean;
  readonly chairs: readonly Chair[];
  /** Planned for today, and not at work. */
  readonly planned: ReadonlySet<string>;
  readonly tickets: readonly TicketEntity[];
  readonly decided: readonly JustDecided[];
  /** Given back to the queue just now: passed over on purpose. */
  readonly requeued: ReadonlySet<string>;
  readonly minutes: (ticket: TicketEntity, barberId: string) => number;
}

export async function readLiveFloor(shop: TicketShop): Promise<LiveFloor> {
  const { reader, shopId } = shop;
  const now = shop.clock.now();
  const entity = await shop.get(ShopsService).get(reader, shopId);
  const day = shop.get(ShopsService).businessDay(entity, now);
  const model = await shop.get(DurationMemory).modelOf(reader, shopId, day);
  const chairs = await reader.query<Record<string, unknown>>(
    `SELECT s.barber_id, b.skills, s.ticket_id, s.planned_ends_at, s.rest_latest_at,
       EXISTS (SELECT 1 FROM breaks p WHERE p.shift_id = s.id AND p.ended_at IS NULL) AS on_break
     FROM shifts s JOIN barbers b ON b.id = s.barber_id WHERE s.ended_at IS NULL`,
  );
  const planned = await reader.query<{ barber_id: string }>(
    'SELECT barber_id FROM barber_days WHERE day = ? AND hours IS NOT NULL',
    [day],
  );
  const decided = await reader.query<{ ticketId: string; barberId: string; policy: string }>(
    `SELECT ticket_id AS "ticketId", barber_id AS "barberId", policy FROM assignments
     WHERE decided_at = ?`,
    [now],
  );
  const requeued = await reader.query<{ ticket_id: string }>(
    `SELECT ticket_id FROM events WHERE type = 'ticket.requeued' AND occurred_at = ?`,
    [now],
  );
  const services = await reader.find(TicketServiceEntity, { shopId }, { orderBy: ['position'] });
  return {
    now,
    isLookAhead: entity.dispatchMode === 'look_ahead',
    chairs: chairs.map((row) => ({
      barberId: String(row.barber_id),
      skills: JSON.parse(String(row.skills)) as string[],
      ticketId: row.ticket_id as string | null,
      isOnBreak: row.on_break === 1,
      plannedEndsAt: row.planned_ends_at as number | null,
      restLatestAt: row.rest_latest_at as number | null,
    })),
    planned: new Set(planned.map((row) => row.barber_id)),
    tickets: await reader.find(TicketEntity, { shopId }, { orderBy: ['queueKey', 'id'] }),
    decided,
    requeued: new Set(requeued.map((row) => row.ticket_id)),
    minutes: minutesBy(model, services),
  };
}

function minutesBy(
  model: DurationModel,
  services: readonly TicketServiceEntity[],
): LiveFloor['minutes'] {
  const byTicket = new Map<string, TicketServiceEntity[]>();
  for (const one of services) {
    byTicket.set(one.ticketId, [...(byTicket.get(one.ticketId) ?? []), one]);
  }
  return (ticket, barberId) => {
    const own = byTicket.get(ticket.id) ?? [];
    const menu = own.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
    const median = medianMinutes(model, barberId, serviceKey(own), menu);
    return median * Math.exp(model.residualLogSd ** 2 / 2);
  };
}
