import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { DemandStateEntity } from './demand-state.entity';

/** What a copy in memory is compared with. */
export interface DemandMark {
  readonly revision: string;
  readonly businessDay: BusinessDay;
}

/** Rows of `demand_states`: one for each shop that has learned from a day. */
@Injectable()
export class DemandStateRepository {
  find(reader: Reader, shopId: string): Promise<DemandStateEntity | null> {
    return reader.findOne(DemandStateEntity, { shopId });
  }

  /** Much cheaper than the state. */
  async findMark(reader: Reader, shopId: string): Promise<DemandMark | null> {
    const rows = await reader.query<{ revision: string; business_day: string }>(
      'SELECT revision, business_day FROM demand_states WHERE shop_id = ?',
      [shopId],
    );
    const [row] = rows;
    return row ? { revision: row.revision, businessDay: row.business_day } : null;
  }

  async save(writer: Writer, row: DemandStateEntity): Promise<void> {
    const { shopId, ...changes } = row;
    const updated = await writer.update(DemandStateEntity, { shopId }, changes);
    if (updated === 0) await writer.insert(DemandStateEntity, row);
  }
}
