import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { RefundEntity } from './refund.entity';
import { RefundPartEntity } from './refund-part.entity';

/** Rows of refunds and of what they are made of. */
@Injectable()
export class RefundRepository {
  find(reader: Reader, shopId: string, id: string): Promise<RefundEntity | null> {
    return reader.findOne(RefundEntity, { shopId, id });
  }

  ofOrder(reader: Reader, orderId: string): Promise<RefundEntity[]> {
    return reader.find(RefundEntity, { orderId }, { orderBy: ['id'] });
  }

  partsOfOrder(reader: Reader, orderId: string): Promise<RefundPartEntity[]> {
    return reader.find(RefundPartEntity, { orderId }, { orderBy: ['refundId', 'position'] });
  }

  async insert(
    writer: Writer,
    refund: RefundEntity,
    parts: readonly RefundPartEntity[],
  ): Promise<void> {
    await writer.insert(RefundEntity, refund);
    for (const part of parts) await writer.insert(RefundPartEntity, part);
  }

  async update(writer: Writer, id: string, changes: Partial<RefundEntity>): Promise<void> {
    await writer.update(RefundEntity, { id }, changes);
  }
}
