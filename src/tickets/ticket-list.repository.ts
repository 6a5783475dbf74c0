import { Injectable } from '@nestjs/common';
import type { Reader, SqlValue } from '../platform/database/sql';
import { TicketEntity, TicketServiceEntity } from './ticket.entity';
import type { TicketState } from './ticket.transitions';

/** A place in the queue. */
export interface Place {
  readonly queueKey: number;
  readonly id: string;
}

/** Where a page of tickets begins: before this one. */
export interface TicketKey {
  readonly businessDay: string;
  readonly id: string;
}

export interface TicketFilter {
  readonly state?: TicketState | undefined;
  readonly businessDay?: string | undefined;
  readonly barberId?: string | undefined;
}

const BEFORE_ALL: Place = { queueKey: Number.MIN_SAFE_INTEGER, id: '' };

/** Reads of many tickets: the queue, the board's columns, pages of the past. */
@Injectable()
export class TicketListRepository {
  /** The whole queue in its order, with those who are still on the way. */
  findQueue(reader: Reader, shopId: string, limit: number): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE shop_id = ? AND state = 'waiting' ORDER BY queue_key, id LIMIT ?`,
      [shopId, limit],
    );
  }

  /** Those who could sit down now, since they are here: in the order of the queue, after a place. */
  findWaiting(
    reader: Reader,
    shopId: string,
    limit: number,
    after: Place = BEFORE_ALL,
  ): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE shop_id = ? AND state = 'waiting' AND is_here AND (queue_key, id) > (?, ?)
       ORDER BY queue_key, id LIMIT ?`,
      [shopId, after.queueKey, after.id, limit],
    );
  }

  /** Those on the way whom nobody was preferred to yet. */
  findAway(reader: Reader, shopId: string): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE shop_id = ? AND state = 'waiting' AND NOT is_here AND passed_over_at IS NULL
       ORDER BY queue_key, id`,
      [shopId],
    );
  }

  /** Those on the way who said to be here by a moment. */
  findOverdue(reader: Reader, shopId: string, expectedUntil: number): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE shop_id = ? AND state = 'waiting' AND NOT is_here AND expected_at <= ?
       ORDER BY expected_at, id`,
      [shopId, expectedUntil],
    );
  }

  /** Booked slots between two moments whose customers have not come yet, in their order. */
  findBooked(
    reader: Reader,
    shopId: string,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE state = 'booked' AND booked_at >= ? AND booked_at <= ? AND shop_id = ?
       ORDER BY booked_at, id`,
      [from, until, shopId],
    );
  }

  /** A barber's booked slots that begin between two moments, whether the customer is here or not. */
  findSlotsOf(
    reader: Reader,
    barberId: string,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE requested_barber_id = ? AND state IN ('booked', 'waiting', 'assigned', 'in_service')
         AND booked_at > ? AND booked_at < ? ORDER BY booked_at, id`,
      [barberId, from, until],
    );
  }

  /** Shops where somebody on the way is later than the shop keeps a place. */
  async findShopsWithLapsed(reader: Reader, now: number): Promise<string[]> {
    const rows = await reader.query<{ shop_id: string }>(
      `SELECT DISTINCT t.shop_id FROM tickets t JOIN shops s ON s.id = t.shop_id
       WHERE t.state = 'waiting' AND NOT t.is_here AND t.expected_at <= ?
         AND t.expected_at + s.remote_hold_minutes * 60000 <= ?
       UNION
       SELECT DISTINCT t.shop_id FROM tickets t JOIN shops s ON s.id = t.shop_id
       WHERE t.state = 'booked' AND t.booked_at <= ?
         AND t.booked_at + s.remote_hold_minutes * 60000 <= ?`,
      [now, now, now, now],
    );
    return rows.map((row) => row.shop_id);
  }

  /** The shops in which anybody waits. */
  async findShopsWaiting(reader: Reader): Promise<string[]> {
    const rows = await reader.query<{ shop_id: string }>(
      `SELECT DISTINCT shop_id FROM tickets WHERE state = 'waiting'`,
    );
    return rows.map((row) => row.shop_id);
  }

  async countWaiting(reader: Reader, shopId: string, before?: Place): Promise<number> {
    const until = before ?? { queueKey: Number.MAX_SAFE_INTEGER, id: '' };
    const rows = await reader.query<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM tickets
       WHERE shop_id = ? AND state = 'waiting' AND (queue_key, id) < (?, ?)`,
      [shopId, until.queueKey, until.id],
    );
    return Number(rows[0]?.waiting);
  }

  /** Tickets that have a barber now. */
  findActive(reader: Reader, shopId: string): Promise<TicketEntity[]> {
    const state: TicketState[] = ['assigned', 'in_service'];
    return reader.find(TicketEntity, { shopId, state }, { orderBy: ['assignedAt', 'id'] });
  }

  /** Completed tickets that have not been paid, of whatever day. */
  findUnpaid(reader: Reader, shopId: string, limit: number): Promise<TicketEntity[]> {
    return reader.select(
      TicketEntity,
      `WHERE shop_id = ? AND state = 'completed' AND paid_at IS NULL
       ORDER BY ended_at, id LIMIT ?`,
      [shopId, limit],
    );
  }

  /** Newest first. Each filter has an index of its own, so a page costs the same anywhere. */
  findPage(
    reader: Reader,
    shopId: string,
    options: { filter: TicketFilter; before: TicketKey | null; limit: number },
  ): Promise<TicketEntity[]> {
    const { filter, before, limit } = options;
    const terms = ['shop_id = ?'];
    const parameters: SqlValue[] = [shopId];
    const add = (term: string, ...values: SqlValue[]) => {
      terms.push(term);
      parameters.push(...values);
    };
    // The planner knows no numbers of rows, so the terms name the one index that is to be used:
    // an expression around a column keeps the others out.
    const isByDay = filter.businessDay !== undefined;
    const isByBarber = !isByDay && filter.barberId !== undefined;
    const isByState = !isByDay && !isByBarber && filter.state !== undefined;
    if (filter.businessDay !== undefined) add('business_day = ?', filter.businessDay);
    if (filter.barberId !== undefined) {
      add(isByBarber ? 'barber_id = ?' : `barber_id || '' = ?`, filter.barberId);
    }
    if (filter.state !== undefined) {
      add(isByState ? 'state = ?' : `state || '' = ?`, filter.state);
    }
    const isById = isByDay || isByBarber || isByState;
    if (before && isById) add('id < ?', before.id);
    if (before && !isById) add('(business_day, id) < (?, ?)', before.businessDay, before.id);
    const order = isById ? 'id DESC' : 'business_day DESC, id DESC';
    const tail = `WHERE ${terms.join(' AND ')} ORDER BY ${order} LIMIT ?`;
    return reader.select(TicketEntity, tail, [...parameters, limit]);
  }

  /** The services of several tickets, by ticket. */
  async findServicesOf(
    reader: Reader,
    tickets: readonly TicketEntity[],
  ): Promise<ReadonlyMap<string, TicketServiceEntity[]>> {
    const services = new Map(tickets.map(({ id }) => [id, [] as TicketServiceEntity[]]));
    const ticketId = [...services.keys()];
    const rows = await reader.find(TicketServiceEntity, { ticketId }, { orderBy: ['position'] });
    for (const row of rows) services.get(row.ticketId)?.push(row);
    return services;
  }
}
