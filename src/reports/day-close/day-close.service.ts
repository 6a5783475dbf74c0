import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ACCOUNTS } from '../../payments/ledger/chart-of-accounts.rules';
import { transferEntry } from '../../payments/ledger/journal-entry.rules';
import { LedgerService } from '../../payments/ledger/ledger.service';
import { type Command, SYSTEM_ACTOR } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { assert } from '../../platform/errors/problem';
import { newTraceId } from '../../platform/http/trace-context';
import type { BusinessDay } from '../../platform/time/business-day';
import { ShopsService } from '../../shops/shops.service';
import { FIRST_CLOSE_HASH, hashOfClose, sha256 } from './close-hash.rules';
import { ClosedDays } from './closed-day.service';
import type { DayCloseEntity } from './day-close.entity';
import { dayClosed, dayReopened } from './day-close.events';
import {
  DAY_NOT_CLOSED,
  DAY_NOT_LAST_CLOSED,
  DAY_NOT_READY,
  DAY_NOT_STARTED,
} from './day-close.problems';
import { DayCloseRepository } from './day-close.repository';
import type { DayReportEntity } from './day-report.entity';
import type { ClosedDay } from './dto/closed-day.schema';
import type { CloseDayDto } from './dto/day-close.dto';
import { OpenItemsRepository } from './open-items.repository';
import { judgeOpenItems, type OpenItem } from './open-items.rules';
import { ReportFiles } from './report-files.service';

/**
 * Closes business days. A close has two units: the first judges, books differences, locks the day
 * and writes its report down; the second adds the files and tells of it. Stopped in between, it is
 * finished at the next start or by the next request; what it reports stood with the first.
 */
@Injectable()
export class DayCloseService implements OnApplicationBootstrap {
  private readonly logger = new Logger(DayCloseService.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly closes: DayCloseRepository,
    private readonly openItems: OpenItemsRepository,
    private readonly closedDays: ClosedDays,
    private readonly files: ReportFiles,
    private readonly ledger: LedgerService,
    private readonly shops: ShopsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.finishAll();
  }

  /**
   * Closes a day; a day that is closed already is answered with its close.
   *
   * @throws DAY_NOT_STARTED, DAY_NOT_READY
   */
  async close(command: Command, businessDay: BusinessDay, request: CloseDayDto): Promise<string> {
    const { id, state } = await this.unitOfWork.run(command, (tx) =>
      this.lock(tx, businessDay, request),
    );
    if (state === 'locked') await this.finish(command, id);
    return id;
  }

  /**
   * Opens a closed day again; closing it anew makes the next version.
   *
   * @throws DAY_NOT_CLOSED, DAY_NOT_LAST_CLOSED
   */
  reopen(command: Command, businessDay: BusinessDay, reason: string): Promise<string> {
    return this.unitOfWork.run(command, async (tx) => {
      const close = await this.closes.find(tx, tx.shopId, businessDay);
      if (close?.state !== 'closed') throw DAY_NOT_CLOSED.error();
      const last = await this.closes.lastReport(tx, tx.shopId);
      if (last?.closeId !== close.id) {
        throw DAY_NOT_LAST_CLOSED.error({ lastClosedDay: last?.businessDay });
      }
      await this.ledger.setLocked(tx, businessDay, false);
      await this.closes.update(tx, close.id, {
        state: 'reopened',
        reopenedBy: tx.command.actor.id,
        reopenedAt: tx.now,
        reopenReason: reason,
      });
      tx.record(dayReopened(close, reason));
      return close.id;
    });
  }

  /** Finishes every close that was stopped half way. */
  async finishAll(): Promise<void> {
    for (const { id, shopId } of await this.closes.unfinished(this.database.reader)) {
      try {
        await this.finish({ shopId, actor: SYSTEM_ACTOR, traceId: newTraceId() }, id);
      } catch (error) {
        // Tried again at the next start, or when somebody asks for this close.
        this.logger.error({ event: 'day_close.unfinished', closeId: id, err: error });
      }
    }
  }

  private async lock(
    tx: Transaction,
    businessDay: BusinessDay,
    request: CloseDayDto,
  ): Promise<Pick<DayCloseEntity, 'id' | 'state'>> {
    const shop = await this.shops.get(tx, tx.shopId);
    if (businessDay > this.shops.businessDay(shop, tx.now)) throw DAY_NOT_STARTED.error();
    const earlier = await this.closes.find(tx, tx.shopId, businessDay);
    if (earlier && earlier.state !== 'reopened') return { id: earlier.id, state: earlier.state };

    const id = tx.newId();
    const items = await this.judge(tx, businessDay, request);
    const terminal = await this.bookTerminal(tx, { id, businessDay, ...request });
    await this.ledger.setLocked(tx, businessDay, true);

    const version = (earlier?.version ?? 0) + 1;
    const previous = await this.closes.lastReport(tx, tx.shopId);
    const head = await this.ledger.head(tx, tx.shopId);
    const reopenReason = earlier?.reopenReason ?? null;
    const closed = await this.closedDays.describe(tx, {
      ...{ shop, businessDay, version, reopenReason, terminal, items, head, previous },
    });
    await this.closes.insert(
      tx,
      {
        ...{ id, shopId: tx.shopId, businessDay, version, state: 'locked' },
        ...{ closedBy: tx.command.actor.id, lockedAt: tx.now, closedAt: null },
        ...{ reopenedBy: null, reopenedAt: null, reopenReason: null },
      },
      toReport(id, tx.now, closed, previous),
    );
    return { id, state: 'locked' };
  }

  /** @throws DAY_NOT_READY while anything stands in the way */
  private async judge(tx: Transaction, businessDay: BusinessDay, request: CloseDayDto) {
    const open = await this.openItems.list(tx, tx.shopId, businessDay);
    const judged = judgeOpenItems(open, request.leftOpen);
    const expectedCents = await this.expectedOfTerminal(tx, businessDay);
    const missing: OpenItem[] =
      expectedCents !== 0 && request.terminalBatchCents === undefined
        ? [{ kind: 'terminal_total', id: businessDay, label: businessDay, amountCents: null }]
        : [];
    const items = [...judged.blocking, ...missing];
    if (items.length > 0) throw DAY_NOT_READY.error({ items });
    return judged;
  }

  private expectedOfTerminal(tx: Transaction, businessDay: BusinessDay): Promise<number> {
    const code = ACCOUNTS.cardTerminalClearing;
    return this.ledger.movementOfDay(tx, tx.shopId, { code, businessDay });
  }

  private async bookTerminal(
    tx: Transaction,
    close: { id: string; businessDay: BusinessDay; terminalBatchCents?: number | undefined },
  ): Promise<ClosedDay['terminal']> {
    const { id, businessDay, terminalBatchCents: batchCents } = close;
    if (batchCents === undefined) return null;
    const expectedCents = await this.expectedOfTerminal(tx, businessDay);
    const differenceCents = batchCents - expectedCents;
    const isShort = differenceCents < 0;
    const entry = transferEntry({
      kind: 'terminal_difference',
      debit: isShort ? ACCOUNTS.cashOverShort : ACCOUNTS.cardTerminalClearing,
      credit: isShort ? ACCOUNTS.cardTerminalClearing : ACCOUNTS.cashOverShort,
      amountCents: Math.abs(differenceCents),
    });
    const source = { kind: 'day_close', id } as const;
    if (entry) await this.ledger.post(tx, { entry, businessDay, source });
    return { expectedCents, batchCents, differenceCents };
  }

  /** Adds the files and tells of the close, once, whoever comes to it. */
  private async finish(command: Command, closeId: string): Promise<void> {
    const report = await this.closes.reportOf(this.database.reader, closeId);
    assert(report, 'a close has its report from the start');
    const closed = JSON.parse(report.report) as ClosedDay;
    const files = await this.files.make(report.report, closed);
    await this.unitOfWork.run({ ...command, idempotency: undefined }, async (tx) => {
      const close = await this.closes.get(tx, closeId);
      if (close?.state !== 'locked') return;
      for (const { format, body } of files) {
        await this.closes.insertFile(tx, {
          ...{ closeId, format, shopId: close.shopId, sha256: sha256(body) },
          bodyBase64: body.toString('base64'),
        });
      }
      await this.closes.update(tx, closeId, { state: 'closed', closedAt: tx.now });
      tx.record(dayClosed(report, closed));
    });
  }
}

function toReport(
  closeId: string,
  createdAt: number,
  closed: ClosedDay,
  previous: DayReportEntity | null,
): DayReportEntity {
  const report = JSON.stringify(closed);
  const { shopId, businessDay, version, journal } = closed;
  const previousHash = previous?.hash ?? FIRST_CLOSE_HASH;
  const chained = {
    ...{ shopId, number: (previous?.number ?? 0) + 1, businessDay, version },
    ...{ reportSha256: sha256(report), ...journal },
  };
  const hash = hashOfClose(previousHash, chained);
  return { closeId, ...chained, report, previousHash, hash, createdAt };
}
