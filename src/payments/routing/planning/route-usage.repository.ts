import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../../platform/database/sql';
import type { BusinessDay } from '../../../platform/time/business-day';
import { RouteDecisionEntity } from './route-decision.entity';

/** What is known of a route's past when a payment is planned. */
export interface RouteUsage {
  readonly usedTodayCents: number;
  readonly lastChosen: number | null;
}

export const NOT_USED: RouteUsage = { usedTodayCents: 0, lastChosen: null };

/** Rows of `payment_route_decisions`, and what they and the journal say of each route. */
@Injectable()
export class RouteUsageRepository {
  /** By id of the route. Money under way counts as taken: it may come at any moment. */
  async usage(
    reader: Reader,
    shopId: string,
    businessDay: BusinessDay,
  ): Promise<Map<string, RouteUsage>> {
    const rows = await reader.query<{ id: string; usedCents: number; lastChosen: number }>(
      `SELECT d.route_id AS id, MAX(d.number) AS "lastChosen",
         COALESCE((SELECT SUM(t.amount_cents) FROM payment_route_takings t
           WHERE t.shop_id = ? AND t.route_id = d.route_id AND t.business_day = ?), 0)
         + COALESCE((SELECT SUM(p.amount_cents) FROM payment_route_decisions u
           JOIN payments p ON p.id = u.payment_id
           WHERE u.route_id = d.route_id AND p.state IN ('draft', 'action_required', 'approved',
             'processing', 'capture_pending', 'needs_reconciliation')), 0) AS "usedCents"
       FROM payment_route_decisions d
       WHERE d.shop_id = ? AND d.route_id IS NOT NULL GROUP BY d.route_id`,
      [shopId, businessDay, shopId],
    );
    return new Map(
      rows.map(({ id, usedCents, lastChosen }) => [
        id,
        { usedTodayCents: Number(usedCents), lastChosen: Number(lastChosen) },
      ]),
    );
  }

  async nextNumber(reader: Reader, shopId: string): Promise<number> {
    const rows = await reader.query<{ number: number | null }>(
      'SELECT MAX(number) AS number FROM payment_route_decisions WHERE shop_id = ?',
      [shopId],
    );
    return Number(rows[0]?.number ?? 0) + 1;
  }

  find(reader: Reader, paymentId: string): Promise<RouteDecisionEntity | null> {
    return reader.findOne(RouteDecisionEntity, { paymentId });
  }

  /** The decision that was made because nothing came of this payment. */
  findAfter(reader: Reader, paymentId: string): Promise<RouteDecisionEntity | null> {
    return reader.findOne(RouteDecisionEntity, { afterPaymentId: paymentId });
  }

  ofOrder(reader: Reader, shopId: string, orderId: string): Promise<RouteDecisionEntity[]> {
    return reader.find(RouteDecisionEntity, { shopId, orderId }, { orderBy: ['number'] });
  }

  insert(writer: Writer, decision: RouteDecisionEntity): Promise<void> {
    return writer.insert(RouteDecisionEntity, decision);
  }
}
