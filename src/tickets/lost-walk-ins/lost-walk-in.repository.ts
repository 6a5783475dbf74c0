import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import type { LeaveReason } from '../leave-reasons.rules';
import { LostWalkInEntity } from './lost-walk-in.entity';

/** Business days, both ends included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface ReasonSum {
  readonly reason: LeaveReason;
  readonly count: number;
  readonly people: number;
  readonly lostCents: number;
}

/** Rows of `lost_walk_ins`: only ever added. */
@Injectable()
export class LostWalkInRepository {
  insert(tx: Transaction, lost: LostWalkInEntity): Promise<void> {
    return tx.insert(LostWalkInEntity, lost);
  }

  /** What completed tickets since a business day came to by their list prices; null: none. */
  async averageTicketCents(reader: Reader, shopId: string, since: string): Promise<number | null> {
    const rows = await reader.query<{ cents: number; tickets: number }>(
      `SELECT COALESCE(SUM(s.price_cents), 0) AS cents, COUNT(DISTINCT t.id) AS tickets
       FROM tickets t JOIN ticket_services s ON s.ticket_id = t.id
       WHERE t.shop_id = ? AND t.business_day >= ? AND t.state || '' = 'completed'`,
      [shopId, since],
    );
    const tickets = Number(rows[0]?.tickets ?? 0);
    return tickets === 0 ? null : Math.round(Number(rows[0]?.cents) / tickets);
  }

  async sums(reader: Reader, shopId: string, { from, to }: Days): Promise<ReasonSum[]> {
    const rows = await reader.query<ReasonSum>(
      `SELECT reason, COUNT(*) AS count, SUM(party_size) AS people, SUM(lost_cents) AS "lostCents"
       FROM lost_walk_ins WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       GROUP BY reason ORDER BY 4 DESC, reason`,
      [shopId, from, to],
    );
    return rows.map(({ reason, ...numbers }) => ({
      reason,
      count: Number(numbers.count),
      people: Number(numbers.people),
      lostCents: Number(numbers.lostCents),
    }));
  }

  newest(reader: Reader, shopId: string, days: Days, limit: number): Promise<LostWalkInEntity[]> {
    return reader.select(
      LostWalkInEntity,
      `WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       ORDER BY business_day DESC, id DESC LIMIT ?`,
      [shopId, days.from, days.to, limit],
    );
  }
}
