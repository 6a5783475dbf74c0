import { Injectable } from '@nestjs/common';
import { ACCOUNTS } from '../../payments/ledger/chart-of-accounts.rules';
import type { Statement } from '../../platform/database/sql';
import { Database } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';
import type { SoldItem, Stretch } from './range-facts';

export interface RangeKey {
  readonly shopId: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** Now: until when work that goes on is counted. */
  readonly until: number;
}

/** What a report of several days asks that no report of a single day tells. */
@Injectable()
export class RangeRepository {
  constructor(private readonly database: Database) {}

  async factsOf(range: RangeKey): Promise<{ items: SoldItem[]; stretches: Stretch[] }> {
    const [items, stretches] = await this.database.heavyReader.queryTogether([
      itemsOf(range),
      stretchesOf(range),
    ]);
    return { items, stretches };
  }
}

function itemsOf({ shopId, from, to }: RangeKey): Statement<SoldItem> {
  return {
    // Money is what the books say, at whatever day it was given back; pieces are those of bills
    // paid in this time.
    sql: `SELECT "catalogId", kind, MAX(name) AS name, SUM(quantity) AS quantity,
         SUM("netCents") AS "netCents"
       FROM (
         SELECT l.catalog_id AS "catalogId", l.kind, l.name, 0 AS quantity,
           -p.amount_cents AS "netCents"
         FROM postings p JOIN order_lines l ON l.id = p.order_line_id
         WHERE p.shop_id = ? AND p.business_day BETWEEN ? AND ?
           AND p.account_code IN (?, ?, ?, ?)
         UNION ALL
         SELECT l.catalog_id, l.kind, l.name, l.quantity, 0
         FROM orders o JOIN order_lines l ON l.order_id = o.id
         WHERE o.shop_id = ? AND o.paid_business_day BETWEEN ? AND ?
           AND l.kind IN ('service', 'product')
       ) sold
       GROUP BY "catalogId", kind`,
    parameters: [
      ...[shopId, from, to],
      ...[ACCOUNTS.serviceSales, ACCOUNTS.productSales, ACCOUNTS.discounts, ACCOUNTS.refunds],
      ...[shopId, from, to],
    ],
  };
}

function stretchesOf({ shopId, from, to, until }: RangeKey): Statement<Stretch> {
  return {
    sql: `SELECT 'shift' AS "of", business_day AS "businessDay", started_at AS "startedAt",
         COALESCE(ended_at, CAST(? AS bigint)) AS "endedAt"
       FROM shifts WHERE shop_id = ? AND business_day BETWEEN ? AND ?
       UNION ALL
       SELECT 'break', s.business_day, b.started_at, COALESCE(b.ended_at, CAST(? AS bigint))
       FROM shifts s JOIN breaks b ON b.shift_id = s.id
       WHERE s.shop_id = ? AND s.business_day BETWEEN ? AND ?
       UNION ALL
       SELECT 'chair', business_day, started_at, COALESCE(ended_at, CAST(? AS bigint))
       FROM tickets WHERE shop_id = ? AND business_day BETWEEN ? AND ? AND started_at IS NOT NULL`,
    parameters: [
      ...[until, shopId, from, to],
      ...[until, shopId, from, to],
      ...[until, shopId, from, to],
    ],
  };
}
