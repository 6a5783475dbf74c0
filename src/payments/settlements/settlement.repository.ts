import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { SettlementEntity } from './settlement.entity';
import {
  keyOfRow,
  type OwnMovement,
  type SettledTender,
  type SettlementRow,
} from './settlement-match.rules';
import { SettlementRowEntity } from './settlement-row.entity';

/** A payment or refund that no settlement has named yet. */
export interface UnsettledMovement {
  readonly kind: 'capture' | 'refund';
  readonly id: string;
  readonly orderId: string;
  /** What the provider, the terminal or we call it, each where it has one. */
  readonly reference: string | null;
  readonly providerRef: string | null;
  readonly startedRef: string | null;
  readonly amountCents: number;
  /** What is booked already of what the provider keeps; null: nothing is known yet. */
  readonly feeCents: number | null;
  readonly at: number;
}

/** Rows of settlements, and of our own movements that they are held against. */
@Injectable()
export class SettlementRepository {
  find(reader: Reader, shopId: string, id: string): Promise<SettlementEntity | null> {
    return reader.findOne(SettlementEntity, { shopId, id });
  }

  findByReference(
    reader: Reader,
    shopId: string,
    tender: SettledTender,
    reference: string,
  ): Promise<SettlementEntity | null> {
    return reader.findOne(SettlementEntity, { shopId, tender, reference });
  }

  /** The latest first. */
  list(
    reader: Reader,
    shopId: string,
    page: { readonly before?: string; readonly limit: number },
  ): Promise<SettlementEntity[]> {
    const { before, limit } = page;
    return before === undefined
      ? reader.select(SettlementEntity, 'WHERE shop_id = ? ORDER BY id DESC LIMIT ?', [
          shopId,
          limit,
        ])
      : reader.select(SettlementEntity, 'WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?', [
          shopId,
          before,
          limit,
        ]);
  }

  rowsOf(reader: Reader, settlementId: string): Promise<SettlementRowEntity[]> {
    return reader.find(SettlementRowEntity, { settlementId }, { orderBy: ['position'] });
  }

  /** What the last file of a tender left owing. */
  async carried(reader: Reader, shopId: string, tender: SettledTender): Promise<number> {
    const rows = await reader.select(
      SettlementEntity,
      'WHERE shop_id = ? AND tender = ? ORDER BY id DESC LIMIT 1',
      [shopId, tender],
    );
    return rows[0]?.carriedOutCents ?? 0;
  }

  /** Which of some rows an earlier file had, as their keys. */
  async seen(
    reader: Reader,
    shopId: string,
    tender: SettledTender,
    rows: readonly SettlementRow[],
  ): Promise<Set<string>> {
    const providerRef = rows.map((row) => row.providerRef);
    const earlier = await reader.find(SettlementRowEntity, { shopId, tender, providerRef });
    return new Set(earlier.filter(({ verdict }) => verdict !== 'repeated').map(keyOfRow));
  }

  /** Our payments and refunds of a tender that no settlement has matched, up to a moment. */
  async unsettled(
    reader: Reader,
    shopId: string,
    tender: SettledTender,
    until: number,
  ): Promise<UnsettledMovement[]> {
    return reader.query<UnsettledMovement>(
      // Money that went to barbers' own accounts is settled with them.
      `SELECT 'capture' AS kind, p.id, p.order_id AS "orderId", p.reference,
         p.capture_ref AS "providerRef", p.provider_ref AS "startedRef",
         p.amount_cents AS "amountCents", p.captured_at AS at, p.fee_cents AS "feeCents"
       FROM payments p WHERE p.shop_id = ? AND p.tender = ? AND p.captured_at <= ?
         AND p.owner_barber_id IS NULL AND p.state IN ('captured', 'partially_refunded', 'refunded')
         AND NOT EXISTS (SELECT 1 FROM settlement_rows r
           WHERE r.payment_id = p.id AND r.kind = 'capture')
       UNION ALL
       SELECT 'refund', f.id, f.order_id, f.reference, o.provider_ref, NULL, -f.amount_cents,
         f.completed_at, 0
       FROM refunds f JOIN payments p ON p.id = f.payment_id AND p.owner_barber_id IS NULL
       LEFT JOIN payment_operations o ON o.id = f.reference
       WHERE f.shop_id = ? AND f.tender = ? AND f.completed_at <= ? AND f.state = 'completed'
         AND NOT EXISTS (SELECT 1 FROM settlement_rows r WHERE r.refund_id = f.id)
       ORDER BY 8, 2`,
      [shopId, tender, until, shopId, tender, until],
    );
  }

  async insert(
    writer: Writer,
    settlement: SettlementEntity,
    rows: readonly SettlementRowEntity[],
  ): Promise<void> {
    await writer.insert(SettlementEntity, settlement);
    for (const row of rows) await writer.insert(SettlementRowEntity, row);
  }
}

/** A movement of ours as rows are held against it. */
export function toOwnMovement(movement: UnsettledMovement): OwnMovement {
  const { kind, id, orderId, reference, providerRef, startedRef, amountCents } = movement;
  return {
    ...{ kind, id },
    references: [reference, providerRef, startedRef].filter((ref) => ref !== null),
    invoiceIds: [id, orderId],
    grossCents: amountCents,
    feeCents: movement.feeCents,
  };
}
