import { Injectable } from '@nestjs/common';
import { BarbersService } from '../../barbers/barbers.service';
import { PlannedShifts } from '../../barbers/hours/planned-shifts.service';
import type { Reader } from '../../platform/database/sql';
import { businessDaySpan } from '../../platform/time/business-day';
import { openingTimes } from '../../shops/opening-times.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import { oldestSlot } from '../arrival/arrival.policy';
import type { TicketEntity } from '../ticket.entity';
import { TicketListRepository } from '../ticket-list.repository';
import type { QueueRows } from './queue-state.factory';

/** A slot is in nobody's way longer before. */
const SLOTS_AHEAD_MS = 4 * 3_600_000;

/** Reads what a decision or an estimate is made of: the same rows for both. */
@Injectable()
export class QueueRowsReader {
  constructor(
    private readonly barbers: BarbersService,
    private readonly planned: PlannedShifts,
    private readonly queue: TicketListRepository,
  ) {}

  async read(
    reader: Reader,
    shop: ShopEntity,
    waiting: readonly TicketEntity[],
    now: number,
  ): Promise<QueueRows> {
    const day = businessDaySpan(now, shop);
    const active = await this.queue.findActive(reader, shop.id);
    const slots = { from: oldestSlot(now) + 1, until: now + SLOTS_AHEAD_MS };
    const booked = await this.queue.findBooked(reader, shop.id, slots);
    return {
      shopId: shop.id,
      day,
      closesAt: openingTimes(shop, day).closesAt,
      onShift: await this.barbers.listOnShift(reader, shop.id),
      expected: await this.planned.listExpected(reader, shop, day.day, now),
      waiting,
      booked,
      active,
      services: await this.queue.findServicesOf(reader, [...waiting, ...booked, ...active]),
    };
  }
}
