import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/unit-of-work';
import { addDays } from '../../platform/time/business-day';
import { Clock } from '../../platform/time/clock';
import { ShopsService } from '../../shops/shops.service';
import type { AccuracyResponse } from '../dto/accuracy.response';
import { type AccuracyOfDay, AccuracyRepository } from './accuracy.repository';

type Sums = Omit<AccuracyOfDay, 'businessDay'>;

const NOTHING: Sums = {
  ...{ called: 0, inside: 0, later: 0, left: 0 },
  ...{ errorMs: 0, biasMs: 0, quotedMs: 0, waitedMs: 0 },
};

/** How good the quoted waits of a shop were. */
@Injectable()
export class AccuracyQueries {
  constructor(
    private readonly accuracy: AccuracyRepository,
    private readonly shops: ShopsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(shopId: string, days: number): Promise<AccuracyResponse> {
    const shop = await this.shops.get(this.database.reader, shopId);
    const to = this.shops.businessDay(shop, this.clock.now());
    const from = addDays(to, 1 - days);
    const rows = await this.accuracy.byDay(shopId, from, to);
    return {
      ...{ from, to },
      total: toAccuracy(rows.reduce(add, NOTHING)),
      days: rows.map((row) => ({ businessDay: row.businessDay, ...toAccuracy(row) })),
    };
  }
}

function add(sums: Sums, row: Sums): Sums {
  return {
    called: sums.called + row.called,
    inside: sums.inside + row.inside,
    later: sums.later + row.later,
    left: sums.left + row.left,
    errorMs: sums.errorMs + row.errorMs,
    biasMs: sums.biasMs + row.biasMs,
    quotedMs: sums.quotedMs + row.quotedMs,
    waitedMs: sums.waitedMs + row.waitedMs,
  };
}

function toAccuracy(sums: Sums): AccuracyResponse['total'] {
  const { called } = sums;
  const mean = (sum: number, unit: number, digits: number): number | null =>
    called === 0 ? null : Number((sum / called / unit).toFixed(digits));
  const minutes = (sum: number) => mean(sum, 60_000, 1);
  return {
    count: called,
    meanErrorMinutes: minutes(sums.errorMs),
    biasMinutes: minutes(sums.biasMs),
    coverage: mean(sums.inside, 1, 3),
    lateShare: mean(sums.later, 1, 3),
    quotedMinutes: minutes(sums.quotedMs),
    waitedMinutes: minutes(sums.waitedMs),
    left: sums.left,
  };
}
