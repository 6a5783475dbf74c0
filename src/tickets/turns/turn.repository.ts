import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';

/** What a barber did on a business day. */
export interface DayOfBarber {
  readonly barberId: string;
  /** Tickets that were given to the barber, each once. */
  readonly turns: number;
  /** Of these, those that had not asked for this barber: what counts as a turn. */
  readonly walkInTurns: number;
  /** Completed customers who had asked for nobody. */
  readonly walkIns: number;
}

export interface LastAssignment {
  readonly barberId: string;
  readonly sentence: string;
  readonly decidedAt: number;
}

export interface TimeOfBarber {
  readonly barberId: string;
  readonly ms: number;
}

interface Day {
  readonly shopId: string;
  readonly businessDay: string;
}

/** What the turn list counts: no money in it. */
@Injectable()
export class TurnRepository {
  async days(reader: Reader, { shopId, businessDay }: Day): Promise<DayOfBarber[]> {
    const rows = await reader.query<DayOfBarber>(
      `SELECT a.barber_id AS "barberId", COUNT(DISTINCT t.id) AS turns,
         COUNT(DISTINCT CASE WHEN t.requested_barber_id IS NULL
           OR t.requested_barber_id <> a.barber_id THEN t.id END) AS "walkInTurns",
         COUNT(DISTINCT CASE WHEN t.state = 'completed' AND t.barber_id = a.barber_id
           AND t.requested_barber_id IS NULL THEN t.id END) AS "walkIns"
       FROM tickets t JOIN assignments a ON a.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day = ?
       GROUP BY a.barber_id`,
      [shopId, businessDay],
    );
    return rows.map(({ barberId, turns, walkInTurns, walkIns }) => ({
      ...{ barberId, turns: Number(turns), walkIns: Number(walkIns) },
      walkInTurns: Number(walkInTurns),
    }));
  }

  /** The last decision for each barber, of the tickets of the day. */
  async lastAssignments(reader: Reader, { shopId, businessDay }: Day): Promise<LastAssignment[]> {
    const rows = await reader.query<LastAssignment>(
      `SELECT "barberId", sentence, "decidedAt" FROM (
         SELECT a.barber_id AS "barberId", a.sentence, a.decided_at AS "decidedAt",
           ROW_NUMBER() OVER (PARTITION BY a.barber_id ORDER BY a.decided_at DESC, a.id DESC)
             AS place
         FROM tickets t JOIN assignments a ON a.ticket_id = t.id
         WHERE t.shop_id = ? AND t.business_day = ?
       ) AS ranked WHERE place = 1`,
      [shopId, businessDay],
    );
    return rows.map((row) => ({ ...row, decidedAt: Number(row.decidedAt) }));
  }

  /** Time on shift less breaks, until a moment, of the shifts of the day. */
  async worked(reader: Reader, { shopId, businessDay }: Day, now: number): Promise<TimeOfBarber[]> {
    const rows = await reader.query<TimeOfBarber>(
      `SELECT s.barber_id AS "barberId", SUM(COALESCE(s.ended_at, CAST(? AS bigint)) - s.started_at
         - COALESCE((SELECT SUM(COALESCE(b.ended_at, CAST(? AS bigint)) - b.started_at)
             FROM breaks b WHERE b.shift_id = s.id), 0)) AS ms
       FROM shifts s WHERE s.shop_id = ? AND s.business_day = ?
       GROUP BY s.barber_id`,
      [now, now, shopId, businessDay],
    );
    return rows.map(({ barberId, ms }) => ({ barberId, ms: Number(ms) }));
  }
}
