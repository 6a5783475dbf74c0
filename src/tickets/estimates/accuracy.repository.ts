import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import type { BusinessDay } from '../../platform/time/business-day';

/** The quotes of one business day that have turned out. Means are null when nobody was called. */
export interface AccuracyOfDay {
  readonly businessDay: BusinessDay;
  readonly called: number;
  readonly inside: number;
  readonly later: number;
  readonly errorMs: number;
  readonly biasMs: number;
  readonly quotedMs: number;
  readonly waitedMs: number;
  readonly left: number;
}

type Row = Record<
  'called' | 'inside' | 'later' | 'error' | 'bias' | 'quoted' | 'waited' | 'gone',
  number | null
> & { readonly business_day: BusinessDay };

/** Sums over `wait_quotes`. */
@Injectable()
export class AccuracyRepository {
  constructor(private readonly database: Database) {}

  /** Days on which anything was quoted, oldest first; sums over those who were called. */
  async byDay(shopId: string, from: BusinessDay, to: BusinessDay): Promise<AccuracyOfDay[]> {
    const rows = await this.database.heavyReader.query<Row>(
      `SELECT business_day,
              SUM(CASE WHEN outcome = 'called' THEN 1 ELSE 0 END) AS called,
              SUM(CASE WHEN outcome = 'called' AND waited_ms BETWEEN low_ms AND high_ms
                       THEN 1 ELSE 0 END) AS inside,
              SUM(CASE WHEN outcome = 'called' AND waited_ms > high_ms THEN 1 ELSE 0 END) AS later,
              SUM(CASE WHEN outcome = 'called' THEN abs(waited_ms - median_ms) END) AS error,
              SUM(CASE WHEN outcome = 'called' THEN median_ms - waited_ms END) AS bias,
              SUM(CASE WHEN outcome = 'called' THEN median_ms END) AS quoted,
              SUM(CASE WHEN outcome = 'called' THEN waited_ms END) AS waited,
              SUM(CASE WHEN outcome = 'left' THEN 1 ELSE 0 END) AS gone
       FROM wait_quotes
       WHERE shop_id = ? AND business_day >= ? AND business_day <= ? AND outcome IS NOT NULL
       GROUP BY business_day ORDER BY business_day`,
      [shopId, from, to],
    );
    return rows.map((row) => ({
      businessDay: row.business_day,
      called: Number(row.called),
      inside: Number(row.inside),
      later: Number(row.later),
      errorMs: Number(row.error),
      biasMs: Number(row.bias),
      quotedMs: Number(row.quoted),
      waitedMs: Number(row.waited),
      left: Number(row.gone),
    }));
  }
}
