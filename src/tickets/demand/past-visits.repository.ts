import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { type BusinessDay, businessDayBounds } from '../../platform/time/business-day';
import type { ShopEntity } from '../../shops/shop.entity';
import { serviceKey } from '../assignment/queue-state.factory';
import type { TicketState } from '../ticket.transitions';
import type { PastVisit, VisitOfDay } from './learn-demand';
import type { EndedWait } from './patience-fit';
import { waitBeganAt } from './wait-began.rules';

/** One line of a past ticket, as the database gives it. */
interface VisitRow {
  readonly ticket_id: string;
  readonly business_day: BusinessDay;
  readonly joined_at: number;
  readonly state: TicketState;
  readonly expected_at: number | null;
  readonly assigned_at: number | null;
  readonly ended_at: number | null;
  readonly requested_barber_id: string | null;
  readonly only_requested_barber: number | boolean;
  readonly required_skills: string;
  readonly service_id: string;
  readonly duration_minutes: number;
  readonly price_cents: number;
}

/** What the shop's own tickets tell of whole past days. */
@Injectable()
export class PastVisits {
  constructor(private readonly database: Database) {}

  /**
   * Visits of the business days from `from` up to, but without, `before`, in the order of joining.
   * Read on another thread, since it may be years of them.
   */
  async read(shop: ShopEntity, from: BusinessDay, before: BusinessDay): Promise<VisitOfDay[]> {
    const rows = await this.database.heavyReader.query<VisitRow>(
      `SELECT t.id AS ticket_id, t.business_day, t.joined_at, t.expected_at, t.state,
              t.assigned_at, t.ended_at, t.requested_barber_id, t.only_requested_barber, t.required_skills,
              s.service_id, s.duration_minutes, s.price_cents
       FROM tickets t JOIN ticket_services s ON s.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day >= ? AND t.business_day < ?
         AND t.state NOT IN ('waiting', 'assigned', 'in_service')
       ORDER BY t.joined_at, t.id, s.position`,
      [shop.id, from, before],
    );
    return visitsOf(rows, shop);
  }
}

function visitsOf(rows: readonly VisitRow[], shop: ShopEntity): VisitOfDay[] {
  const startsAt = new Map<BusinessDay, number>();
  const startOf = (day: BusinessDay): number => {
    const known = startsAt.get(day) ?? businessDayBounds(day, shop).startsAt;
    startsAt.set(day, known);
    return known;
  };
  const visits: VisitOfDay[] = [];
  for (let first = 0; first < rows.length; ) {
    let end = first + 1;
    while (rows[end]?.ticket_id === rows[first]?.ticket_id) end += 1;
    const lines = rows.slice(first, end);
    const [ticket] = lines;
    if (ticket) visits.push(visitOf(ticket, lines, startOf(ticket.business_day)));
    first = end;
  }
  return visits;
}

function visitOf(ticket: VisitRow, lines: readonly VisitRow[], startsAt: number): VisitOfDay {
  return {
    day: ticket.business_day,
    joinedAt: (Number(ticket.joined_at) - startsAt) / 60_000,
    service: serviceKey(lines.map((line) => ({ serviceId: line.service_id }))),
    skills: JSON.parse(ticket.required_skills) as string[],
    menuMinutes: lines.reduce((sum, line) => sum + line.duration_minutes, 0),
    price: lines.reduce((sum, line) => sum + Number(line.price_cents), 0),
    requestedBarberId: ticket.requested_barber_id,
    isOnlyThatBarber: Boolean(ticket.only_requested_barber),
    outcome: outcomeOf(ticket),
    wait: waitOf(ticket),
  };
}

function outcomeOf(ticket: VisitRow): PastVisit['outcome'] {
  if (ticket.state === 'completed') return 'served';
  // Never called: on the way and did not come. That tells nothing of those who are called.
  return ticket.state === 'no_show' && ticket.assigned_at !== null ? 'noshow' : 'left';
}

/**
 * Called: more patient than that. Taken out of the queue: found gone, or said so, and had given up
 * then at the latest. Who did not come at all tells nothing of patience.
 */
function waitOf(ticket: VisitRow): EndedWait | null {
  if (ticket.state === 'no_show') return null;
  const called = ticket.assigned_at === null ? null : Number(ticket.assigned_at);
  const expected = ticket.expected_at === null ? null : Number(ticket.expected_at);
  const joinedAt = Number(ticket.joined_at);
  const beganAt = waitBeganAt({ joinedAt, expectedAt: expected, calledAt: called });
  if (called !== null) return { waited: (called - beganAt) / 60_000, end: 'served' };
  if (ticket.ended_at === null) return null;
  return { waited: (Number(ticket.ended_at) - beganAt) / 60_000, end: 'missing' };
}
