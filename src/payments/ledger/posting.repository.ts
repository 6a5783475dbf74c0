import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import { conditionOf, type PostingFilter, type PostingPlace } from './posting-filter.rules';

/** A posting with what its entry says. */
export interface PostingRow {
  readonly entryNumber: number;
  readonly line: number;
  readonly kind: string;
  readonly businessDay: string;
  readonly effectiveAt: number;
  readonly orderId: string | null;
  readonly accountCode: string;
  readonly amountCents: number;
  readonly barberId: string | null;
  readonly tender: string | null;
  readonly orderLineId: string | null;
  readonly taxBasisPoints: number | null;
}

/** Finds the postings behind a figure. */
@Injectable()
export class PostingRepository {
  list(
    reader: Pick<Reader, 'query'>,
    shopId: string,
    filter: PostingFilter,
    page: { readonly after?: PostingPlace | undefined; readonly limit: number },
  ): Promise<PostingRow[]> {
    const { sql, parameters } = conditionOf(shopId, filter, page.after);
    const statement = `SELECT p.entry_number AS "entryNumber", p.line, e.kind, p.business_day AS "businessDay",
         e.effective_at AS "effectiveAt", e.order_id AS "orderId",
         p.account_code AS "accountCode", p.amount_cents AS "amountCents",
         p.barber_id AS "barberId", p.tender, p.order_line_id AS "orderLineId",
         p.tax_basis_points AS "taxBasisPoints"
       FROM postings p
       JOIN journal_entries e ON e.shop_id = p.shop_id AND e.number = p.entry_number
       WHERE ${sql} ORDER BY p.entry_number, p.line LIMIT ?`;
    return reader.query<PostingRow>(statement, [...parameters, page.limit]);
  }

  /** What all postings of a filter add up to. */
  async sum(reader: Pick<Reader, 'query'>, shopId: string, filter: PostingFilter): Promise<number> {
    const { sql, parameters } = conditionOf(shopId, filter);
    const statement = `SELECT SUM(p.amount_cents) AS cents FROM postings p WHERE ${sql}`;
    const rows = await reader.query<{ cents: number | null }>(statement, parameters);
    return Number(rows[0]?.cents ?? 0);
  }
}
