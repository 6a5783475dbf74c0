import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { ServiceEntity } from './service.entity';

/** Where a page of services begins: after this one. */
export interface ServiceKey {
  readonly position: number;
  readonly id: string;
}

/** Rows of `services`. */
@Injectable()
export class ServiceRepository {
  find(reader: Reader, shopId: string, id: string): Promise<ServiceEntity | null> {
    return reader.findOne(ServiceEntity, { id, shopId });
  }

  findByIds(reader: Reader, shopId: string, ids: readonly string[]): Promise<ServiceEntity[]> {
    return reader.find(ServiceEntity, { shopId, id: ids });
  }

  /** In the order of lists; all, or only those that are offered or are not. */
  list(
    reader: Reader,
    shopId: string,
    options: { isActive: boolean | null; after: ServiceKey | null; limit: number },
  ): Promise<ServiceEntity[]> {
    const { isActive, limit } = options;
    const after = options.after ?? { position: -1, id: '' };
    return reader.select(
      ServiceEntity,
      `WHERE shop_id = ? AND (position, id) > (?, ?) AND (? IS NULL OR is_active = ?)
       ORDER BY position, id LIMIT ?`,
      [shopId, after.position, after.id, isActive, isActive, limit],
    );
  }

  insert(writer: Writer, service: ServiceEntity): Promise<void> {
    return writer.insert(ServiceEntity, service);
  }

  async update(writer: Writer, id: string, changes: Partial<ServiceEntity>): Promise<void> {
    await writer.update(ServiceEntity, { id }, changes);
  }
}
