import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { CashMovementEntity } from './cash-movement.entity';
import { DrawerSessionEntity } from './drawer-session.entity';

/** Rows of drawer sessions and of what came into drawers and left them. */
@Injectable()
export class DrawerRepository {
  find(reader: Reader, shopId: string, id: string): Promise<DrawerSessionEntity | null> {
    return reader.findOne(DrawerSessionEntity, { shopId, id });
  }

  findOpen(
    reader: Reader,
    shopId: string,
    registerId: string | null,
  ): Promise<DrawerSessionEntity | null> {
    return reader.findOne(DrawerSessionEntity, { shopId, registerId, state: 'open' });
  }

  /** Open sessions that were opened on a day or before it. */
  openUpTo(
    reader: Reader,
    shopId: string,
    businessDay: BusinessDay,
  ): Promise<DrawerSessionEntity[]> {
    return reader.select(
      DrawerSessionEntity,
      `WHERE shop_id = ? AND state = 'open' AND business_day <= ? ORDER BY id`,
      [shopId, businessDay],
    );
  }

  /** Sessions, the latest first; of one day, or of all. */
  list(
    reader: Reader,
    shopId: string,
    page: { readonly businessDay?: BusinessDay; readonly before?: string; readonly limit: number },
  ): Promise<DrawerSessionEntity[]> {
    const { businessDay, before, limit } = page;
    const conditions = ['shop_id = ?'];
    const values: (string | number)[] = [shopId];
    if (businessDay !== undefined) {
      conditions.push('business_day = ?');
      values.push(businessDay);
    }
    if (before !== undefined) {
      conditions.push('id < ?');
      values.push(before);
    }
    const tail = `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`;
    return reader.select(DrawerSessionEntity, tail, [...values, limit]);
  }

  movementsOf(reader: Reader, sessionIds: readonly string[]): Promise<CashMovementEntity[]> {
    return reader.find(
      CashMovementEntity,
      { sessionId: sessionIds },
      { orderBy: ['sessionId', 'id'] },
    );
  }

  insert(writer: Writer, session: DrawerSessionEntity): Promise<void> {
    return writer.insert(DrawerSessionEntity, session);
  }

  async update(writer: Writer, id: string, changes: Partial<DrawerSessionEntity>): Promise<void> {
    await writer.update(DrawerSessionEntity, { id }, changes);
  }

  insertMovement(writer: Writer, movement: CashMovementEntity): Promise<void> {
    return writer.insert(CashMovementEntity, movement);
  }
}
