import type { HeavyReading, Statement } from '../../../platform/database/sql';
import type { BusinessDay } from '../../../platform/time/business-day';
import type { OpeningHours } from '../../../shops/opening-hours.rules';
import type { TicketState } from '../../ticket.transitions';
import type { OwnShop } from './own-shop';

/** Both days belong to it. */
export interface Period {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** A shop, as far as its days hang on it. */
export interface StoredShop extends OwnShop {
  readonly dayStartsAtHour: number;
}

/** A shop's tickets and shifts of a period, as its database has them: plain data. */
export interface OwnRows {
  readonly tickets: readonly OwnTicket[];
  readonly services: readonly OwnService[];
  readonly barbers: readonly OwnBarber[];
  readonly shifts: readonly OwnShift[];
  readonly breaks: readonly OwnSpan[];
  /** People who looked in and went before they took a ticket. */
  readonly lookedIn: readonly { businessDay: BusinessDay; people: number }[];
}

export interface OwnTicket {
  id: string;
  businessDay: BusinessDay;
  state: TicketState;
  requestedBarberId: string | null;
  onlyRequestedBarber: number | boolean;
  waitsForBarberMinutes: number | null;
  requiredSkills: string;
  barberId: string | null;
  joinedAt: number;
  expectedAt: number | null;
  assignedAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
}

/** A service on a ticket, as it was when it was chosen. */
export interface OwnService {
  ticketId: string;
  serviceId: string;
  name: string;
  priceCents: number;
  durationMinutes: number;
}

export interface OwnBarber {
  id: string;
  name: string;
  skills: string;
}

/** A shift or a break. */
export interface OwnSpan {
  businessDay: BusinessDay;
  barberId: string;
  startedAt: number;
  endedAt: number | null;
}

export interface OwnShift extends OwnSpan {
  /** When the barber had meant to go home, if it was said. */
  plannedEndsAt: number | null;
}

/** The shops of a database, with what says how their days lie. */
export async function readOwnShops(reading: HeavyReading): Promise<StoredShop[]> {
  const rows = await reading.query<Omit<StoredShop, 'openingHours'> & { openingHours: string }>(
    `SELECT id, slug, currency, locale, time_zone AS "timeZone",
       day_starts_at_hour AS "dayStartsAtHour", opening_hours AS "openingHours"
     FROM shops ORDER BY slug`,
  );
  return rows.map((row) => ({
    ...row,
    openingHours: JSON.parse(row.openingHours) as OpeningHours,
  }));
}

/** Reads a period, all as it was at one moment, on the thread for long reading. */
export async function readOwnRows(
  reading: HeavyReading,
  shopId: string,
  period: Period,
): Promise<OwnRows> {
  const key = [shopId, period.from, period.to];
  const [tickets, services, barbers, shifts, breaks, lookedIn] = await reading.queryTogether([
    ticketsIn(key),
    servicesIn(key),
    barbersOf(shopId),
    shiftsIn(key),
    breaksIn(key),
    lookedInIn(key),
  ]);
  return { tickets, services, barbers, shifts, breaks, lookedIn };
}

/** The days on which somebody joined, oldest first, up to and including `until`. */
export async function readOwnDays(
  reading: HeavyReading,
  shopId: string,
  until: BusinessDay,
): Promise<BusinessDay[]> {
  const rows = await reading.query<{ day: BusinessDay }>(
    `SELECT DISTINCT business_day AS day FROM tickets
     WHERE shop_id = ? AND business_day <= ? ORDER BY 1`,
    [shopId, until],
  );
  return rows.map(({ day }) => day);
}

type Key = readonly string[];

function ticketsIn(parameters: Key): Statement<OwnTicket> {
  return {
    sql: `SELECT id, business_day AS "businessDay", state,
         requested_barber_id AS "requestedBarberId",
         only_requested_barber AS "onlyRequestedBarber",
         waits_for_barber_minutes AS "waitsForBarberMinutes",
         required_skills AS "requiredSkills", barber_id AS "barberId", joined_at AS "joinedAt",
         expected_at AS "expectedAt", assigned_at AS "assignedAt", started_at AS "startedAt",
         ended_at AS "endedAt"
       FROM tickets WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       ORDER BY joined_at, id`,
    parameters,
  };
}

function servicesIn(parameters: Key): Statement<OwnService> {
  return {
    sql: `SELECT s.ticket_id AS "ticketId", s.service_id AS "serviceId", s.name,
         s.price_cents AS "priceCents", s.duration_minutes AS "durationMinutes"
       FROM tickets t JOIN ticket_services s ON s.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day BETWEEN ? AND ?
       ORDER BY t.joined_at, s.ticket_id, s.position`,
    parameters,
  };
}

function barbersOf(shopId: string): Statement<OwnBarber> {
  return {
    sql: 'SELECT id, name, skills FROM barbers WHERE shop_id = ? ORDER BY created_at, id',
    parameters: [shopId],
  };
}

function shiftsIn(parameters: Key): Statement<OwnShift> {
  return {
    sql: `SELECT business_day AS "businessDay", barber_id AS "barberId",
         started_at AS "startedAt", ended_at AS "endedAt", planned_ends_at AS "plannedEndsAt"
       FROM shifts WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       ORDER BY started_at, id`,
    parameters,
  };
}

function breaksIn(parameters: Key): Statement<OwnSpan> {
  return {
    sql: `SELECT s.business_day AS "businessDay", b.barber_id AS "barberId",
         b.started_at AS "startedAt", b.ended_at AS "endedAt"
       FROM shifts s JOIN breaks b ON b.shift_id = s.id
       WHERE s.shop_id = ? AND s.business_day BETWEEN ? AND ?
       ORDER BY b.started_at, b.id`,
    parameters,
  };
}

function lookedInIn(parameters: Key): Statement<{ businessDay: BusinessDay; people: number }> {
  return {
    sql: `SELECT business_day AS "businessDay", SUM(party_size) AS people
       FROM lost_walk_ins WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       GROUP BY business_day ORDER BY business_day`,
    parameters,
  };
}
