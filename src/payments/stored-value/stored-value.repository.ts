import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import {
  StoredValueEntity,
  type StoredValueKind,
  StoredValueMovementEntity,
} from './stored-value.entity';

/** Rows of gift cards, store credits and what moved on them. */
@Injectable()
export class StoredValueRepository {
  find(reader: Reader, shopId: string, id: string): Promise<StoredValueEntity | null> {
    return reader.findOne(StoredValueEntity, { id, shopId });
  }

  findByCode(reader: Reader, shopId: string, codeHash: string): Promise<StoredValueEntity | null> {
    return reader.findOne(StoredValueEntity, { shopId, codeHash });
  }

  findOfOrder(reader: Reader, orderId: string): Promise<StoredValueEntity[]> {
    return reader.find(StoredValueEntity, { orderId }, { orderBy: ['id'] });
  }

  list(
    reader: Reader,
    shopId: string,
    page: { kind: StoredValueKind | undefined; afterId: string; limit: number },
  ): Promise<StoredValueEntity[]> {
    const kind = page.kind ?? null;
    return reader.select(
      StoredValueEntity,
      `WHERE shop_id = ? AND (? IS NULL OR kind = ?) AND id > ? ORDER BY id LIMIT ?`,
      [shopId, kind, kind, page.afterId, page.limit],
    );
  }

  /** What moved on one, newest last. */
  movementsOf(reader: Reader, storedValueId: string): Promise<StoredValueMovementEntity[]> {
    return reader.find(StoredValueMovementEntity, { storedValueId }, { orderBy: ['id'] });
  }

  async findRedeemed(reader: Reader, paymentId: string): Promise<StoredValueMovementEntity | null> {
    return reader.findOne(StoredValueMovementEntity, { paymentId, kind: 'redeem' });
  }

  insert(writer: Writer, value: StoredValueEntity): Promise<void> {
    return writer.insert(StoredValueEntity, value);
  }

  insertMovement(writer: Writer, movement: StoredValueMovementEntity): Promise<void> {
    return writer.insert(StoredValueMovementEntity, movement);
  }

  async update(writer: Writer, id: string, changes: Partial<StoredValueEntity>): Promise<void> {
    await writer.update(StoredValueEntity, { id }, changes);
  }
}
