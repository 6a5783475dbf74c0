import { Injectable } from '@nestjs/common';
import type { Reader, Writer } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { BarberDayEntity, BarberHoursEntity } from './barber-hours.entity';

interface ShopDay {
  readonly shopId: string;
  readonly day: BusinessDay;
}

/** Rows of `barber_hours` and `barber_days`: when barbers mean to work. */
@Injectable()
export class BarberHoursRepository {
  findWeek(reader: Reader, barberId: string): Promise<BarberHoursEntity | null> {
    return reader.findOne(BarberHoursEntity, { barberId });
  }

  findDay(reader: Reader, barberId: string, day: BusinessDay): Promise<BarberDayEntity | null> {
    return reader.findOne(BarberDayEntity, { barberId, day });
  }

  /** The days with other hours, from one on. */
  listDays(reader: Reader, barberId: string, from: BusinessDay): Promise<BarberDayEntity[]> {
    return reader.select(
      BarberDayEntity,
      'WHERE barber_id = ? AND day >= ? ORDER BY day LIMIT 100',
      [barberId, from],
    );
  }

  /** The weeks of those who work here and have had no shift on a day. */
  listWeeksOfAbsent(reader: Reader, { shopId, day }: ShopDay): Promise<BarberHoursEntity[]> {
    return reader.select(
      BarberHoursEntity,
      `WHERE shop_id = ? AND EXISTS (
           SELECT 1 FROM barbers WHERE barbers.id = barber_hours.barber_id AND barbers.is_active
         ) AND NOT EXISTS (
           SELECT 1 FROM shifts WHERE shifts.barber_id = barber_hours.barber_id
             AND (shifts.ended_at IS NULL OR shifts.business_day = ?)
         )
       ORDER BY barber_id`,
      [shopId, day],
    );
  }

  listDaysOfShop(reader: Reader, { shopId, day }: ShopDay): Promise<BarberDayEntity[]> {
    return reader.find(BarberDayEntity, { shopId, day });
  }

  insertWeek(writer: Writer, hours: BarberHoursEntity): Promise<void> {
    return writer.insert(BarberHoursEntity, hours);
  }

  async updateWeek(
    writer: Writer,
    barberId: string,
    changes: Partial<BarberHoursEntity>,
  ): Promise<void> {
    await writer.update(BarberHoursEntity, { barberId }, changes);
  }

  insertDay(writer: Writer, day: BarberDayEntity): Promise<void> {
    return writer.insert(BarberDayEntity, day);
  }

  async updateDay(writer: Writer, id: string, changes: Partial<BarberDayEntity>): Promise<void> {
    await writer.update(BarberDayEntity, { id }, changes);
  }

  async deleteDay(writer: Writer, barberId: string, day: BusinessDay): Promise<void> {
    await writer.delete(BarberDayEntity, { barberId, day });
  }
}
