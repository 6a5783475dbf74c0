import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { ReceiptEntity, ShopSecretEntity } from './receipt.entity';
import type { RefundPosting } from './receipt-refunds.rules';

/** Rows of receipts, and of the secrets that sign their links. */
@Injectable()
export class ReceiptRepository {
  findOfOrder(reader: Reader, shopId: string, orderId: string): Promise<ReceiptEntity | null> {
    return reader.findOne(ReceiptEntity, { shopId, orderId });
  }

  findById(reader: Reader, id: string): Promise<ReceiptEntity | null> {
    return reader.findOne(ReceiptEntity, { id });
  }

  /** The number after that of a shop's last receipt. Units of a shop are serial: no gaps. */
  async nextNumber(reader: Reader, shopId: string): Promise<number> {
    const rows = await reader.query<{ number: number | null }>(
      'SELECT MAX(number) AS number FROM receipts WHERE shop_id = ?',
      [shopId],
    );
    return Number(rows[0]?.number ?? 0) + 1;
  }

  insert(writer: Writer, receipt: ReceiptEntity): Promise<void> {
    return writer.insert(ReceiptEntity, receipt);
  }

  async setReprints(writer: Writer, id: string, reprints: number): Promise<void> {
    await writer.update(ReceiptEntity, { id }, { reprints });
  }

  /** What the books say of money that went back on an order. */
  refundPostings(reader: Reader, orderId: string): Promise<RefundPosting[]> {
    return reader.query<RefundPosting>(
      `SELECT e.number AS "entryNumber", e.effective_at AS "effectiveAt",
         p.account_code AS "accountCode", p.tender AS tender, p.amount_cents AS "amountCents"
       FROM journal_entries e
       JOIN postings p ON p.shop_id = e.shop_id AND p.entry_number = e.number
       WHERE e.order_id = ? AND e.kind = 'refund' ORDER BY e.number, p.line`,
      [orderId],
    );
  }

  async findSecret(reader: Reader, shopId: string, name: string): Promise<string | null> {
    const row = await reader.findOne(ShopSecretEntity, { shopId, name });
    return row?.secret ?? null;
  }

  insertSecret(writer: Writer, secret: ShopSecretEntity): Promise<void> {
    return writer.insert(ShopSecretEntity, secret);
  }
}
