import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import type { Reader } from '../../platform/database/sql';
import { businessDaySpan } from '../../platform/time/business-day';
import { openingTimes } from '../../shops/opening-times.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import type { TicketEntity } from '../ticket.entity';
import { TicketListRepository } from '../ticket-list.repository';
import type { QueueRows } from './queue-state.factory';

/** Reads what a decision or an estimate is made of: the same rows for both. */
@Injectable()
export class FloorRows {
  constructor(
    private readonly barbers: BarbersService,
    private readonly queue: TicketListRepository,
  ) {}

  async load(
    reader: Reader,
    shop: ShopEntity,
    waiting: readonly TicketEntity[],
    now: number,
  ): Promise<QueueRows> {
    const day = businessDaySpan(now, shop);
    const active = await this.queue.findActive(reader, shop.id);
    return {
      shopId: shop.id,
      day,
      closesAt: openingTimes(shop, day).closesAt,
      onShift: await this.barbers.listOnShift(reader, shop.id),
      waiting,
      active,
      services: await this.queue.findServicesOf(reader, [...waiting, ...active]),
    };
  }
}
