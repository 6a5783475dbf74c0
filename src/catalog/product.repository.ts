import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { ProductEntity } from './product.entity';

/** Where a page of products begins: after this one. */
export interface ProductKey {
  readonly name: string;
  readonly id: string;
}

/** Rows of `products`. */
@Injectable()
export class ProductRepository {
  find(reader: Reader, shopId: string, id: string): Promise<ProductEntity | null> {
    return reader.findOne(ProductEntity, { id, shopId });
  }

  findByIds(reader: Reader, shopId: string, ids: readonly string[]): Promise<ProductEntity[]> {
    return reader.find(ProductEntity, { shopId, id: ids });
  }

  /** By name; all, or only those that are sold or are not. */
  list(
    reader: Reader,
    shopId: string,
    options: { isActive: boolean | null; after: ProductKey | null; limit: number },
  ): Promise<ProductEntity[]> {
    const { isActive, limit } = options;
    const after = options.after ?? { name: '', id: '' };
    return reader.select(
      ProductEntity,
      `WHERE shop_id = ? AND (name, id) > (?, ?) AND (? IS NULL OR is_active = ?)
       ORDER BY name, id LIMIT ?`,
      [shopId, after.name, after.id, isActive, isActive, limit],
    );
  }

  insert(writer: Writer, product: ProductEntity): Promise<void> {
    return writer.insert(ProductEntity, product);
  }

  async update(writer: Writer, id: string, changes: Partial<ProductEntity>): Promise<void> {
    await writer.update(ProductEntity, { id }, changes);
  }
}
