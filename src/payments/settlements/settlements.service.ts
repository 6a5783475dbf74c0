import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Command } from '../../platform/database/command';
import { Database, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { decodeCursor, type Page, toPage } from '../../platform/http/pagination';
import { ShopsService } from '../../shops/shops.service';
import { DisputeBooking } from '../disputes/dispute-booking.service';
import { LedgerService } from '../ledger/ledger.service';
import { PaymentRepository } from '../payment.repository';
import type { ImportSettlementDto, ListSettlementsQuery } from './dto/settlement.dto';
import {
  type SettlementResponse,
  type SettlementSummary,
  toSettlementResponse,
  toSettlementSummary,
} from './dto/settlement.response';
import type { SettlementEntity } from './settlement.entity';
import { settlementImported } from './settlement.events';
import {
  SETTLEMENT_NOT_FOUND,
  SETTLEMENT_REFERENCE_REUSED,
  SETTLEMENT_ROW_OFF,
} from './settlement.problems';
import { SettlementRepository, toOwnMovement } from './settlement.repository';
import {
  bookedFeesOf,
  type MatchedRow,
  matchRows,
  type SettledTender,
  type SettlementRow,
  sumsOf,
} from './settlement-match.rules';
import { settlementEntry } from './settlement-postings.rules';
import type { SettlementRowEntity } from './settlement-row.entity';

const cursorKey = z.tuple([z.string()]);

/** Holds what providers say they have settled against our books, and books it. */
@Injectable()
export class SettlementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly settlements: SettlementRepository,
    private readonly ledger: LedgerService,
    private readonly payments: PaymentRepository,
    private readonly disputes: DisputeBooking,
    private readonly shops: ShopsService,
  ) {}

  /**
   * Imports a file of a provider. The same file again changes nothing and gets the same answer;
   * rows that an earlier file had are marked and left out.
   *
   * @throws SETTLEMENT_REFERENCE_REUSED, SETTLEMENT_ROW_OFF
   */
  async import(command: Command, request: ImportSettlementDto): Promise<SettlementResponse> {
    assertRowsAddUp(request.rows);
    const id = await this.unitOfWork.run(command, (tx) => this.importWithin(tx, request));
    return this.show(command.shopId, id);
  }

  /** A settlement with its rows, and what of ours it should have had. @throws SETTLEMENT_NOT_FOUND */
  show(shopId: string, id: string): Promise<SettlementResponse> {
    return this.database.snapshot(async (reader) => {
      const settlement = await this.settlements.find(reader, shopId, id);
      if (!settlement) throw SETTLEMENT_NOT_FOUND.error();
      const { tender, periodEnd } = settlement;
      const missing = await this.settlements.unsettled(reader, shopId, tender, periodEnd);
      const rows = await this.settlements.rowsOf(reader, id);
      return toSettlementResponse(settlement, rows, missing);
    });
  }

  /** The latest first. */
  async list(shopId: string, query: ListSettlementsQuery): Promise<Page<SettlementSummary>> {
    const before = decodeCursor(query.cursor, cursorKey)?.[0];
    const rows = await this.settlements.list(this.database.reader, shopId, {
      limit: query.limit + 1,
      ...(before !== undefined && { before }),
    });
    return toPage(rows, query.limit, (row) => [row.id], toSettlementSummary);
  }

  private async importWithin(tx: Transaction, request: ImportSettlementDto): Promise<string> {
    const { tender, reference } = request;
    const rows = request.rows.map((row) => ({ ...row, invoiceId: row.invoiceId ?? null }));
    const contentSha256 = hashOf(rows);
    const earlier = await this.settlements.findByReference(tx, tx.shopId, tender, reference);
    if (earlier) {
      if (earlier.contentSha256 === contentSha256) return earlier.id;
      throw SETTLEMENT_REFERENCE_REUSED.error({ settlementId: earlier.id });
    }

    const periodEnd = Date.parse(request.periodEnd);
    const own = await this.settlements.unsettled(tx, tx.shopId, tender, tx.now);
    const seen = await this.settlements.seen(tx, tx.shopId, tender, rows);
    const matched = matchRows(rows, own.map(toOwnMovement), seen);
    const carriedInCents = await this.settlements.carried(tx, tx.shopId, tender);
    const sums = sumsOf(matched, carriedInCents);
    const shop = await this.shops.get(tx, tx.shopId);
    const settlement: SettlementEntity = {
      ...{ id: tx.newId(), shopId: tx.shopId, tender, reference, contentSha256, periodEnd },
      ...sums,
      carriedInCents,
      businessDay: await this.ledger.openDay(tx, this.shops.businessDay(shop, tx.now)),
      importedBy: tx.command.actor.id,
      importedAt: tx.now,
    };
    await this.settlements.insert(tx, settlement, matched.map(toRowEntity(settlement)));
    await this.book(tx, settlement, matched);
    const deviations = matched.filter(
      ({ verdict }) => verdict === 'missing_here' || verdict === 'amount_differs',
    );
    tx.record(settlementImported(settlement, deviations.length));
    return settlement.id;
  }

  private async book(
    tx: Transaction,
    settlement: SettlementEntity,
    matched: readonly MatchedRow[],
  ): Promise<void> {
    const { id, tender, businessDay } = settlement;
    const { paidOutCents } = settlement;
    let chargebackCents = 0;
    for (const { row, verdict } of matched) {
      if (row.kind !== 'chargeback' || verdict !== 'matched') continue;
      // A dispute that we heard of has left the clearing account already.
      if (!(await this.isDisputeBooked(tx, tender, row))) chargebackCents -= row.grossCents;
    }
    const feeCents = settlement.feeCents - bookedFeesOf(matched);
    const entry = settlementEntry(tender, { chargebackCents, feeCents, paidOutCents });
    const source = { kind: 'settlement', id } as const;
    if (entry) await this.ledger.post(tx, { entry, businessDay, source });
    for (const { row, own } of matched) {
      // The provider may still tell of the fee by another way: it is booked once.
      if (own?.kind === 'capture' && row.kind === 'capture' && own.feeCents === null) {
        await this.payments.update(tx, own.id, { feeCents: row.feeCents });
      }
    }
  }

  private async isDisputeBooked(
    tx: Transaction,
    tender: SettledTender,
    { providerRef, invoiceId }: SettlementRow,
  ): Promise<boolean> {
    if (tender === 'card_terminal') return false;
    const hints = [providerRef, invoiceId].filter((hint) => hint !== null);
    const payment = await this.payments.findByHints(tx, tender, hints);
    const isOurs = payment !== null && payment.shopId === tx.shopId;
    return isOurs && (await this.disputes.isBooked(tx, payment));
  }
}

function assertRowsAddUp(rows: ImportSettlementDto['rows']): void {
  const index = rows.findIndex(
    ({ grossCents, feeCents, netCents }) => grossCents - feeCents !== netCents,
  );
  if (index >= 0) throw SETTLEMENT_ROW_OFF.error({ position: index + 1 });
}

function hashOf(rows: readonly SettlementRow[]): string {
  const canonical = rows.map((row) => [
    ...[row.kind, row.providerRef, row.invoiceId],
    ...[row.grossCents, row.feeCents, row.netCents],
  ]);
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}

function toRowEntity({ id: settlementId, shopId, tender }: SettlementEntity) {
  return ({ row, verdict, own }: MatchedRow, index: number): SettlementRowEntity => ({
    settlementId,
    position: index + 1,
    shopId,
    tender,
    ...row,
    verdict,
    paymentId: own?.kind === 'capture' ? own.id : null,
    refundId: own?.kind === 'refund' ? own.id : null,
    expectedCents: own?.grossCents ?? null,
  });
}
