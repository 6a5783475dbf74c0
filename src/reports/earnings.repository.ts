import { Injectable } from '@nestjs/common';
import { commissionPayable, tipsPayable } from '../payments/ledger/chart-of-accounts.rules';
import { Database } from '../platform/database/unit-of-work';
import type { BusinessDay } from '../platform/time/business-day';

/** A posting to a barber's account, with what it is for. */
export interface EarningsRow {
  readonly at: number;
  readonly businessDay: BusinessDay;
  readonly kind: 'commission' | 'tip';
  readonly orderId: string | null;
  readonly ticketNumber: number | null;
  readonly lineName: string | null;
  readonly quantity: number | null;
  readonly listCents: number | null;
  readonly discountCents: number | null;
  readonly netCents: number | null;
  readonly commissionBasisPoints: number | null;
  readonly earnedCents: number;
  readonly tender: string | null;
}

/** Whose earnings, and when. */
export interface EarningsKey {
  readonly shopId: string;
  readonly barberId: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** The questions behind a barber's earnings. */
@Injectable()
export class EarningsRepository {
  constructor(private readonly database: Database) {}

  /**
   * What was booked to the barber's tips and commission, in the order of the journal. That the
   * barber has some of it already, on an own account, makes it no less earned.
   */
  list({ shopId, barberId, from, to }: EarningsKey): Promise<EarningsRow[]> {
    const tips = tipsPayable(barberId);
    return this.database.heavyReader.query(
      `SELECT e.effective_at AS at, e.business_day AS "businessDay",
         CASE WHEN p.account_code = ? THEN 'tip' ELSE 'commission' END AS kind,
         e.order_id AS "orderId", t.number AS "ticketNumber", l.name AS "lineName", l.quantity,
         l.list_cents AS "listCents", l.discount_cents AS "discountCents",
         l.net_cents AS "netCents",
         COALESCE(c.commission_basis_points, l.commission_basis_points)
           AS "commissionBasisPoints",
         -p.amount_cents AS "earnedCents", p.tender
       FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       LEFT JOIN orders o ON o.id = e.order_id
       LEFT JOIN tickets t ON t.id = o.ticket_id
       LEFT JOIN order_lines l ON l.id = p.order_line_id
       LEFT JOIN corrections c ON c.id = e.source_id AND c.to_barber_id = p.barber_id
       WHERE p.shop_id = ? AND p.business_day BETWEEN ? AND ? AND p.account_code IN (?, ?)
         -- What is paid out was earned before.
         AND e.kind NOT IN ('payout', 'tip_payout', 'own_account_offset')
       ORDER BY p.entry_number, p.line`,
      [tips, shopId, from, to, tips, commissionPayable(barberId)],
    );
  }
}
