import { Injectable } from '@nestjs/common';
import { BARBER_NOT_YOU } from '../barbers/barber.problems';
import { BarbersService } from '../barbers/barbers.service';
import { Database } from '../platform/database/unit-of-work';
import { REQUEST_INVALID } from '../platform/errors/platform.problems';
import type { Identity } from '../platform/http/request-context';
import { ShopsService } from '../shops/shops.service';
import type { EarningsQuery } from './dto/earnings.query';
import { type EarningsResponse, toEarningsLine } from './dto/earnings.response';
import { EarningsRepository, type EarningsRow } from './earnings.repository';

type Asker = Pick<Identity, 'shopId' | 'actor'>;

/** Tells barbers what they have earned, and owners what anybody has. */
@Injectable()
export class EarningsQueries {
  constructor(
    private readonly database: Database,
    private readonly earnings: EarningsRepository,
    private readonly barbers: BarbersService,
    private readonly shops: ShopsService,
  ) {}

  /** @throws BARBER_NOT_YOU, BARBER_NOT_FOUND, REQUEST_INVALID when nobody is named */
  async show(asker: Asker, query: EarningsQuery): Promise<EarningsResponse> {
    const { shopId } = asker;
    const barberId = whose(asker, query.barberId);
    const { from, to } = query;
    const shop = await this.shops.get(this.database.reader, shopId);
    await this.barbers.get(this.database.reader, shopId, barberId);
    const rows = await this.earnings.list({ shopId, barberId, from, to });
    const commissionCents = earned(rows, 'commission');
    const tipCents = earned(rows, 'tip');
    return {
      barberId,
      from,
      to,
      currency: shop.currency,
      commissionCents,
      tipCents,
      totalCents: commissionCents + tipCents,
      tipsByTender: tipsByTender(rows),
      lines: rows.map(toEarningsLine),
    };
  }
}

function whose({ actor }: Asker, named: string | undefined): string {
  if (actor.kind === 'barber') {
    if (actor.barberId === null || (named !== undefined && named !== actor.barberId)) {
      throw BARBER_NOT_YOU.error();
    }
    return actor.barberId;
  }
  if (named === undefined) {
    const errors = [{ pointer: '/barberId', message: 'Say whose earnings you want to see' }];
    throw REQUEST_INVALID.error({ errors });
  }
  return named;
}

function earned(rows: readonly EarningsRow[], kind: EarningsRow['kind']): number {
  return rows.reduce((sum, row) => sum + (row.kind === kind ? row.earnedCents : 0), 0);
}

function tipsByTender(rows: readonly EarningsRow[]): EarningsResponse['tipsByTender'] {
  const sums = new Map<string, number>();
  for (const { kind, tender, earnedCents } of rows) {
    if (kind !== 'tip') continue;
    const key = tender ?? 'unknown';
    sums.set(key, (sums.get(key) ?? 0) + earnedCents);
  }
  return [...sums].map(([tender, tipCents]) => ({ tender, tipCents }));
}
