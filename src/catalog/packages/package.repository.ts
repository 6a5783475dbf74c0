import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { PackageEntity } from './package.entity';

/** Where a page of packages begins: after this one. */
export interface PackageKey {
  readonly name: string;
  readonly id: string;
}

/** Rows of `packages`. */
@Injectable()
export class PackageRepository {
  find(reader: Reader, shopId: string, id: string): Promise<PackageEntity | null> {
    return reader.findOne(PackageEntity, { id, shopId });
  }

  findActive(reader: Reader, shopId: string): Promise<PackageEntity[]> {
    return reader.find(PackageEntity, { shopId, isActive: true }, { orderBy: ['id'] });
  }

  findByIds(reader: Reader, shopId: string, ids: readonly string[]): Promise<PackageEntity[]> {
    return reader.find(PackageEntity, { shopId, id: ids });
  }

  /** By name; all, or only those that are offered or are not. */
  list(
    reader: Reader,
    shopId: string,
    options: { isActive: boolean | null; after: PackageKey | null; limit: number },
  ): Promise<PackageEntity[]> {
    const { isActive, limit } = options;
    const after = options.after ?? { name: '', id: '' };
    return reader.select(
      PackageEntity,
      `WHERE shop_id = ? AND (name, id) > (?, ?) AND (? IS NULL OR is_active = ?)
       ORDER BY name, id LIMIT ?`,
      [shopId, after.name, after.id, isActive, isActive, limit],
    );
  }

  insert(writer: Writer, offered: PackageEntity): Promise<void> {
    return writer.insert(PackageEntity, offered);
  }

  async update(writer: Writer, id: string, changes: Partial<PackageEntity>): Promise<void> {
    await writer.update(PackageEntity, { id }, changes);
  }
}
