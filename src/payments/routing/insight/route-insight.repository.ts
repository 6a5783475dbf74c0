import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/unit-of-work';
import type { BusinessDay } from '../../../platform/time/business-day';

/** What one route took in a span of days, as the journal has it. */
export interface RouteTakings {
  readonly routeId: string;
  readonly todayCount: number;
  readonly todayCents: number;
  readonly spanCount: number;
  readonly spanCents: number;
}

/** How calls by way of a route ended, beside success. */
export interface RouteTroubles {
  readonly routeId: string;
  readonly declined: number;
  readonly notSent: number;
  readonly unknown: number;
}

/** One operation of an order's payments, with the account that was called and why that one. */
export interface AttemptRow {
  readonly operationId: string;
  readonly paymentId: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string | null;
  readonly calls: number;
  readonly createdAt: number;
  readonly firstSentAt: number | null;
  readonly settledAt: number | null;
  readonly attempt: number | null;
  readonly reason: string | null;
  readonly routeName: string | null;
  readonly accountName: string | null;
  readonly merchantAccountId: string | null;
}

/** The questions behind what is shown of routes. */
@Injectable()
export class RouteInsightRepository {
  constructor(private readonly database: Database) {}

  takings(shopId: string, from: BusinessDay, today: BusinessDay): Promise<RouteTakings[]> {
    return this.database.heavyReader.query<RouteTakings>(
      `SELECT route_id AS "routeId",
         SUM(CASE WHEN business_day = ? THEN 1 ELSE 0 END) AS "todayCount",
         SUM(CASE WHEN business_day = ? THEN amount_cents ELSE 0 END) AS "todayCents",
         COUNT(*) AS "spanCount", SUM(amount_cents) AS "spanCents"
       FROM payment_route_takings
       WHERE shop_id = ? AND route_id IS NOT NULL AND business_day BETWEEN ? AND ?
       GROUP BY route_id`,
      [today, today, shopId, from, today],
    );
  }

  /** Of operations since a moment; in doubt are those that are so now. */
  troubles(shopId: string, since: number): Promise<RouteTroubles[]> {
    return this.database.heavyReader.query<RouteTroubles>(
      `SELECT d.route_id AS "routeId",
         SUM(CASE WHEN o.state = 'declined' THEN 1 ELSE 0 END) AS declined,
         SUM(CASE WHEN o.state = 'not_sent' THEN 1 ELSE 0 END) AS "notSent",
         SUM(CASE WHEN o.state = 'unknown' THEN 1 ELSE 0 END) AS unknown
       FROM payment_route_decisions d JOIN payment_operations o ON o.payment_id = d.payment_id
       WHERE d.shop_id = ? AND d.route_id IS NOT NULL AND o.created_at >= ?
         AND o.kind IN ('create', 'capture')
       GROUP BY d.route_id`,
      [shopId, since],
    );
  }

  /** In the order that they were decided on. */
  attempts(shopId: string, orderId: string): Promise<AttemptRow[]> {
    return this.database.reader.query<AttemptRow>(
      `SELECT o.id AS "operationId", o.payment_id AS "paymentId", o.kind, o.state, o.code,
         o.attempts AS calls, o.created_at AS "createdAt", o.first_sent_at AS "firstSentAt",
         o.settled_at AS "settledAt", d.attempt, d.reason, r.name AS "routeName",
         a.name AS "accountName", o.merchant_account_id AS "merchantAccountId"
       FROM payment_operations o JOIN payments p ON p.id = o.payment_id
       LEFT JOIN payment_route_decisions d ON d.payment_id = o.payment_id
       LEFT JOIN payment_routes r ON r.id = d.route_id
       LEFT JOIN merchant_accounts a ON a.id = o.merchant_account_id
       WHERE p.shop_id = ? AND p.order_id = ? ORDER BY o.id`,
      [shopId, orderId],
    );
  }
}
