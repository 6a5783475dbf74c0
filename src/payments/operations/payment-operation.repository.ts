import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { OperationEntryEntity, PaymentOperationEntity } from './payment-operation.entity';

export interface DueOperation {
  readonly id: string;
  readonly shopId: string;
  readonly paymentId: string;
}

/** Rows of operations, and of what they have booked. */
@Injectable()
export class PaymentOperationRepository {
  find(reader: Reader, id: string): Promise<PaymentOperationEntity | null> {
    return reader.findOne(PaymentOperationEntity, { id });
  }

  /** All operations of a payment, in the order of their making. */
  ofPayment(reader: Reader, paymentId: string): Promise<PaymentOperationEntity[]> {
    return reader.find(PaymentOperationEntity, { paymentId }, { orderBy: ['id'] });
  }

  /** Operations of all shops that somebody should see to, the longest waiting first. */
  due(reader: Reader, nowMs: number, limit: number): Promise<DueOperation[]> {
    return reader.query(
      `SELECT id, shop_id AS "shopId", payment_id AS "paymentId" FROM payment_operations
       WHERE next_attempt_at IS NOT NULL AND next_attempt_at <= ?
         AND (lease_until IS NULL OR lease_until <= ?)
       ORDER BY next_attempt_at LIMIT ?`,
      [nowMs, nowMs, limit],
    );
  }

  insert(writer: Writer, operation: PaymentOperationEntity): Promise<void> {
    return writer.insert(PaymentOperationEntity, operation);
  }

  async update(
    writer: Writer,
    id: string,
    changes: Partial<PaymentOperationEntity>,
  ): Promise<void> {
    await writer.update(PaymentOperationEntity, { id }, changes);
  }

  /** Whether an entry of this kind is booked for the operation for the first time. */
  async isFirstEntry(writer: Writer, entry: OperationEntryEntity): Promise<boolean> {
    const { operationId, entryKind } = entry;
    const earlier = await writer.findOne(OperationEntryEntity, { operationId, entryKind });
    if (earlier !== null) return false;
    await writer.insert(OperationEntryEntity, entry);
    return true;
  }
}
