import { Injectable } from '@nestjs/common';
import { accountOf } from '../../payments/ledger/chart-of-accounts.rules';
import { type JournalHead, LedgerService } from '../../payments/ledger/ledger.service';
import type { RowsOf, Statement } from '../../platform/database/sql';
import type { Transaction } from '../../platform/database/unit-of-work';
import { type BusinessDay, businessDayBounds } from '../../platform/time/business-day';
import type { ShopEntity } from '../../shops/shop.entity';
import { DayReportRepository } from '../day-report.repository';
import { dayReport } from '../day-report.rules';
import { DayCloseRepository } from './day-close.repository';
import type { DayReportEntity } from './day-report.entity';
import type { ClosedDay } from './dto/closed-day.schema';
import type { judgeOpenItems } from './open-items.rules';

/** What is decided when a day is closed. */
export interface Closing {
  readonly shop: ShopEntity;
  readonly businessDay: BusinessDay;
  readonly version: number;
  readonly reopenReason: string | null;
  readonly terminal: ClosedDay['terminal'];
  readonly items: Pick<ReturnType<typeof judgeOpenItems>, 'leftOpen' | 'exceptions'>;
  readonly head: JournalHead;
  readonly previous: DayReportEntity | null;
}

/** Writes down a day as it is at the moment of its closing, within the unit that locks it. */
@Injectable()
export class ClosedDays {
  constructor(
    private readonly reports: DayReportRepository,
    private readonly closes: DayCloseRepository,
    private readonly ledger: LedgerService,
  ) {}

  async describe(tx: Transaction, closing: Closing): Promise<ClosedDay> {
    const { shop, businessDay, items, head, previous } = closing;
    const bounds = businessDayBounds(businessDay, shop);
    const until = Math.min(tx.now, bounds.endsAt);
    const day = { shopId: shop.id, businessDay, ...bounds, until };
    const facts = await this.reports.factsOf(day, { queryTogether: togetherIn(tx) });
    const { currency } = shop;
    const balances = await this.ledger.balances(tx, shop.id, businessDay);
    return {
      form: 'fusion.day.1',
      shopId: shop.id,
      shopName: shop.name,
      businessDay,
      version: closing.version,
      reopenReason: closing.reopenReason,
      closedAt: new Date(tx.now).toISOString(),
      report: dayReport({ businessDay, ...bounds, currency, generatedAt: tx.now }, facts),
      terminal: closing.terminal,
      drawers: await this.closes.drawersOf(tx, shop.id, businessDay),
      accounts: balances.map(({ accountCode: code, movementCents, balanceCents }) => ({
        ...{ code, name: accountOf(code).name, movementCents, balanceCents },
      })),
      leftOpen: items.leftOpen,
      exceptions: items.exceptions,
      journal: { lastEntryNumber: head.number, lastEntryHash: head.hash },
      previousClose: previous && {
        businessDay: previous.businessDay,
        version: previous.version,
        hash: previous.hash,
      },
    };
  }
}

/** Within a unit everything is of one moment by itself. */
function togetherIn(tx: Transaction) {
  return async <const S extends readonly Statement<object>[]>(
    statements: S,
  ): Promise<RowsOf<S>> => {
    const rows: object[][] = [];
    for (const { sql, parameters } of statements) rows.push(await tx.query(sql, parameters));
    return rows as unknown as RowsOf<S>;
  };
}
