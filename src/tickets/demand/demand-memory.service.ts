import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Reader } from '../../platform/database/sql';
import { type BusinessDaySpan, weekdayOf } from '../../platform/time/business-day';
import { openingTimes } from '../../shops/opening-times.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import type { DemandModel } from './demand-model';
import { type DayFrame, demandOn } from './demand-state';
import { DemandStateRepository } from './demand-state.repository';

const SHOPS_IN_MEMORY_MAX = 1000;
const MINUTE_MS = 60_000;

interface Memory {
  /** What the model was made from: the row, the shop's rules and the day. */
  readonly made: string;
  readonly model: DemandModel;
}

/** Who is expected today, made from what the shop has learned; kept while nothing of it changes. */
@Injectable()
export class DemandMemory {
  private readonly memories = new LRUCache<string, Memory>({ max: SHOPS_IN_MEMORY_MAX });

  constructor(private readonly rows: DemandStateRepository) {}

  async modelOf(reader: Reader, shop: ShopEntity, day: BusinessDaySpan): Promise<DemandModel> {
    const mark = await this.rows.findMark(reader, shop.id);
    const made = `${mark?.revision ?? ''}/${shop.version}/${day.day}`;
    const known = this.memories.get(shop.id);
    if (known?.made === made) return known.model;
    const row = mark && (await this.rows.find(reader, shop.id));
    const model = demandOn(row?.state ?? null, frameOf(shop, day));
    this.memories.set(shop.id, { made, model });
    return model;
  }
}

function frameOf(shop: ShopEntity, day: BusinessDaySpan): DayFrame {
  const times = openingTimes(shop, day);
  const minutes = (at: number): number => (at - day.startsAt) / MINUTE_MS;
  return {
    weekday: weekdayOf(day.day) - 1,
    opensAt: minutes(times.spans[0]?.opensAt ?? day.startsAt),
    lastJoinAt: minutes(times.closesAt),
    noShowMinutes: shop.graceMinutes,
  };
}
