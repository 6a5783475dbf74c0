import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { PromotionEntity } from './promotion.entity';

/** Rows of `promotions`. */
@Injectable()
export class PromotionRepository {
  find(reader: Reader, shopId: string, id: string): Promise<PromotionEntity | null> {
    return reader.findOne(PromotionEntity, { id, shopId });
  }

  findByCode(reader: Reader, shopId: string, code: string): Promise<PromotionEntity | null> {
    return reader.findOne(PromotionEntity, { shopId, code });
  }

  /** By code, after the code of the page before. */
  list(
    reader: Reader,
    shopId: string,
    { after, limit }: { after: string; limit: number },
  ): Promise<PromotionEntity[]> {
    return reader.select(PromotionEntity, 'WHERE shop_id = ? AND code > ? ORDER BY code LIMIT ?', [
      shopId,
      after,
      limit,
    ]);
  }

  insert(writer: Writer, promotion: PromotionEntity): Promise<void> {
    return writer.insert(PromotionEntity, promotion);
  }

  async update(writer: Writer, id: string, changes: Partial<PromotionEntity>): Promise<void> {
    await writer.update(PromotionEntity, { id }, changes);
  }
}
