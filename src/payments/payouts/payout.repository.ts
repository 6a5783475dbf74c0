import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { commissionPayable, heldByBarber, tipsPayable } from '../ledger/chart-of-accounts.rules';
import { PayoutEntity } from './payout.entity';

/** A posting to a barber's accounts, as it stands on a statement. */
export interface StatementRow {
  readonly entryNumber: number;
  readonly at: number;
  readonly businessDay: string;
  readonly kind: string;
  readonly accountCode: string;
  readonly orderId: string | null;
  readonly orderLineId: string | null;
  readonly lineName: string | null;
  readonly tender: string | null;
  /** Above zero: earned. */
  readonly amountCents: number;
}

/** Rows of payouts and what statements are made of. */
@Injectable()
export class PayoutRepository {
  find(reader: Reader, shopId: string, id: string): Promise<PayoutEntity | null> {
    return reader.findOne(PayoutEntity, { shopId, id });
  }

  /** The number of a barber's last payout's entry; 0 before the first. */
  async lastEntry(reader: Reader, shopId: string, barberId: string): Promise<number> {
    const rows = await reader.select(
      PayoutEntity,
      'WHERE shop_id = ? AND barber_id = ? ORDER BY id DESC LIMIT 1',
      [shopId, barberId],
    );
    return rows[0]?.upToEntry ?? 0;
  }

  /** The latest first; of one barber, or of all. */
  list(
    reader: Reader,
    shopId: string,
    page: { readonly barberId?: string; readonly before?: string; readonly limit: number },
  ): Promise<PayoutEntity[]> {
    const { barberId, before, limit } = page;
    const conditions = ['shop_id = ?'];
    const values: (string | number)[] = [shopId];
    if (barberId !== undefined) {
      conditions.push('barber_id = ?');
      values.push(barberId);
    }
    if (before !== undefined) {
      conditions.push('id < ?');
      values.push(before);
    }
    const tail = `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`;
    return reader.select(PayoutEntity, tail, [...values, limit]);
  }

  insert(writer: Writer, payout: PayoutEntity): Promise<void> {
    return writer.insert(PayoutEntity, payout);
  }

  /** Everything booked to a barber's accounts between two payouts. */
  statement(reader: Reader, payout: PayoutEntity): Promise<StatementRow[]> {
    const { shopId, barberId, afterEntry, upToEntry } = payout;
    return reader.query<StatementRow>(
      `SELECT p.entry_number AS "entryNumber", e.effective_at AS at,
         e.business_day AS "businessDay", e.kind, p.account_code AS "accountCode",
         e.order_id AS "orderId", p.order_line_id AS "orderLineId", l.name AS "lineName",
         p.tender, -p.amount_cents AS "amountCents"
       FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       LEFT JOIN order_lines l ON l.id = p.order_line_id
       WHERE p.shop_id = ? AND p.account_code IN (?, ?, ?)
         AND p.entry_number > ? AND p.entry_number < ?
       ORDER BY p.entry_number, p.line`,
      [
        ...[shopId, tipsPayable(barberId), commissionPayable(barberId), heldByBarber(barberId)],
        ...[afterEntry, upToEntry],
      ],
    );
  }
}
