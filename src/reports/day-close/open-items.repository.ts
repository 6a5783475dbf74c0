import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import type { OpenItem, OpenItemKind } from './open-items.rules';

interface Row {
  readonly kind: OpenItemKind;
  readonly id: string;
  readonly label: string;
  readonly amountCents: number | null;
}

/** Finds what is not settled at the end of a day. */
@Injectable()
export class OpenItemsRepository {
  async list(reader: Reader, shopId: string, businessDay: BusinessDay): Promise<OpenItem[]> {
    const rows = await reader.query<Row>(
      `SELECT CASE WHEN state = 'completed' THEN 'unpaid_ticket' ELSE 'unfinished_ticket' END
           AS kind, id, 'No. ' || number AS label, NULL AS "amountCents"
         FROM tickets WHERE shop_id = ? AND business_day = ?
           AND (state IN ('waiting', 'assigned', 'in_service')
             OR (state = 'completed' AND paid_at IS NULL))
       UNION ALL
       SELECT 'open_order', id, state, total_cents - paid_cents
         FROM orders WHERE shop_id = ? AND business_day = ? AND state = 'open'
       UNION ALL
       SELECT CASE WHEN state = 'claimed' THEN 'claimed_payment' ELSE 'payment_in_doubt' END,
           id, tender || ' ' || state, amount_cents
         FROM payments WHERE shop_id = ? AND business_day <= ?
           AND state IN ('claimed', 'processing', 'capture_pending', 'needs_reconciliation')
       UNION ALL
       SELECT 'refund_under_way', id, tender, amount_cents
         FROM refunds WHERE shop_id = ? AND state = 'pending'
       UNION ALL
       SELECT 'uncounted_drawer', id, COALESCE(register_id, ''), NULL
         FROM drawer_sessions WHERE shop_id = ? AND state = 'open' AND business_day <= ?
       ORDER BY 1, 2`,
      [
        ...[shopId, businessDay],
        ...[shopId, businessDay],
        ...[shopId, businessDay],
        shopId,
        ...[shopId, businessDay],
      ],
    );
    return rows.map(({ kind, id, label, amountCents }) => ({
      ...{ kind, id, label },
      amountCents: amountCents === null ? null : Number(amountCents),
    }));
  }
}
