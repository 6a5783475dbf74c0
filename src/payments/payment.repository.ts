import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { PaymentOperationEntity } from './operations/payment-operation.entity';
import { PaymentEntity } from './payment.entity';
import type { ProviderTenderName } from './tenders/provider-tender';

export interface DuePayment {
  readonly id: string;
  readonly shopId: string;
}

/** Rows of payments, as providers and the people who verify them look for them. */
@Injectable()
export class PaymentRepository {
  find(reader: Reader, id: string): Promise<PaymentEntity | null> {
    return reader.findOne(PaymentEntity, { id });
  }

  findByReturnToken(reader: Reader, returnToken: string): Promise<PaymentEntity | null> {
    return reader.findOne(PaymentEntity, { returnToken });
  }

  /** The payment that one of these ids, ours or the provider's, belongs to. */
  async findByHints(
    reader: Reader,
    tender: ProviderTenderName,
    hints: readonly string[],
  ): Promise<PaymentEntity | null> {
    for (const where of [{ id: hints }, { providerRef: hints }, { captureRef: hints }]) {
      const [found] = await reader.find(PaymentEntity, { tender, ...where }, { limit: 1 });
      if (found !== undefined) return found;
    }
    for (const where of [{ id: hints }, { providerRef: hints }]) {
      const [found] = await reader.find(PaymentOperationEntity, { tender, ...where }, { limit: 1 });
      if (found !== undefined) return this.find(reader, found.paymentId);
    }
    return null;
  }

  /** Payments of all shops that are to be asked about, the longest waiting first. */
  dueForReading(reader: Reader, nowMs: number, limit: number): Promise<DuePayment[]> {
    return reader.query(
      `SELECT id, shop_id AS "shopId" FROM payments
       WHERE next_read_at IS NOT NULL AND next_read_at <= ? ORDER BY next_read_at LIMIT ?`,
      [nowMs, limit],
    );
  }

  /** What people are to verify, oldest first. */
  withAttention(
    reader: Reader,
    shopId: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<PaymentEntity[]> {
    return reader.select(
      PaymentEntity,
      'WHERE shop_id = ? AND attention IS NOT NULL AND id > ? ORDER BY id LIMIT ?',
      [shopId, page.afterId ?? '', page.limit],
    );
  }

  insert(writer: Writer, payment: PaymentEntity): Promise<void> {
    return writer.insert(PaymentEntity, payment);
  }

  async update(writer: Writer, id: string, changes: Partial<PaymentEntity>): Promise<void> {
    await writer.update(PaymentEntity, { id }, changes);
  }
}
