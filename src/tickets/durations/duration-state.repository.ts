import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import { DurationStateEntity } from './duration-state.entity';

/** Rows of `duration_states`: one for each shop that has served anybody. */
@Injectable()
export class DurationStateRepository {
  find(reader: Reader, shopId: string): Promise<DurationStateEntity | null> {
    return reader.findOne(DurationStateEntity, { shopId });
  }

  /** Much cheaper than the state. */
  async findRevision(reader: Reader, shopId: string): Promise<string | null> {
    const rows = await reader.query<{ revision: string }>(
      'SELECT revision FROM duration_states WHERE shop_id = ?',
      [shopId],
    );
    return rows[0]?.revision ?? null;
  }

  async save(writer: Writer, row: DurationStateEntity, isNew: boolean): Promise<void> {
    const { shopId, ...changes } = row;
    if (isNew) await writer.insert(DurationStateEntity, row);
    else await writer.update(DurationStateEntity, { shopId }, changes);
  }
}
