import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { ShopEntity } from './shop.entity';

/** Rows of `shops`. */
@Injectable()
export class ShopRepository {
  find(reader: Reader, id: string): Promise<ShopEntity | null> {
    return reader.findOne(ShopEntity, { id });
  }

  findBySlug(reader: Reader, slug: string): Promise<ShopEntity | null> {
    return reader.findOne(ShopEntity, { slug });
  }

  /** Ids sort by creation. */
  async findFirst(reader: Reader): Promise<ShopEntity | null> {
    const shops = await reader.select(ShopEntity, 'ORDER BY id LIMIT 1', []);
    return shops[0] ?? null;
  }

  list(reader: Reader, limit: number): Promise<ShopEntity[]> {
    return reader.select(ShopEntity, 'ORDER BY id LIMIT ?', [limit]);
  }

  insert(writer: Writer, shop: ShopEntity): Promise<void> {
    return writer.insert(ShopEntity, shop);
  }

  async update(writer: Writer, id: string, changes: Partial<ShopEntity>): Promise<void> {
    await writer.update(ShopEntity, { id }, changes);
  }
}
