import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../platform/database/sql';
import { BarberEntity } from './barber.entity';

/** Where a page of barbers begins: after this one. */
export interface BarberKey {
  readonly name: string;
  readonly id: string;
}

/** Rows of `barbers`. */
@Injectable()
export class BarberRepository {
  find(reader: Reader, shopId: string, id: string): Promise<BarberEntity | null> {
    return reader.findOne(BarberEntity, { id, shopId });
  }

  findByCode(reader: Reader, shopId: string, code: string): Promise<BarberEntity | null> {
    return reader.findOne(BarberEntity, { shopId, code });
  }

  findByIds(reader: Reader, shopId: string, ids: readonly string[]): Promise<BarberEntity[]> {
    return reader.find(BarberEntity, { shopId, id: ids });
  }

  listActive(reader: Reader, shopId: string): Promise<BarberEntity[]> {
    return reader.find(BarberEntity, { shopId, isActive: true }, { orderBy: ['name', 'id'] });
  }

  /** By name; all, or only those who work here or have left. */
  list(
    reader: Reader,
    shopId: string,
    options: { isActive: boolean | null; after: BarberKey | null; limit: number },
  ): Promise<BarberEntity[]> {
    const { isActive, limit } = options;
    const after = options.after ?? { name: '', id: '' };
    return reader.select(
      BarberEntity,
      `WHERE shop_id = ? AND (name, id) > (?, ?) AND (? IS NULL OR is_active = ?)
       ORDER BY name, id LIMIT ?`,
      [shopId, after.name, after.id, isActive, isActive, limit],
    );
  }

  insert(writer: Writer, barber: BarberEntity): Promise<void> {
    return writer.insert(BarberEntity, barber);
  }

  async update(writer: Writer, id: string, changes: Partial<BarberEntity>): Promise<void> {
    await writer.update(BarberEntity, { id }, changes);
  }
}
