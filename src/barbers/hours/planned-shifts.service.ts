import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/sql';
import type { BusinessDay } from '../../platform/time/business-day';
import { weekdayNameOf } from '../../shops/opening-hours.rules';
import type { ShopEntity } from '../../shops/shop.entity';
import type { BarberEntity } from '../barber.entity';
import { BarberRepository } from '../barber.repository';
import { BarberHoursRepository } from './barber-hours.repository';
import { type WorkSpan, workSpanOf } from './work-plan.rules';

const MINUTE_MS = 60_000;

/** Who has not come this long after the planned beginning is not waited for any more. */
const GIVEN_UP_AFTER_MS = 60 * MINUTE_MS;
/** Who is late is expected in this time. */
const LATE_COMES_IN_MS = 10 * MINUTE_MS;

/** A barber who is not at work yet and is expected today. */
export interface ExpectedBarber {
  readonly barber: BarberEntity;
  readonly span: WorkSpan;
}

/** Reads when barbers are planned to work. */
@Injectable()
export class PlannedShifts {
  constructor(
    private readonly hours: BarberHoursRepository,
    private readonly barbers: BarberRepository,
  ) {}

  /** The planned hours of a barber's day: those of the day itself, or of the weekday; or none. */
  async spanOf(
    reader: Reader,
    shop: ShopEntity,
    barberId: string,
    day: BusinessDay,
  ): Promise<WorkSpan | null> {
    const other = await this.hours.findDay(reader, barberId, day);
    const usual = other ? null : await this.hours.findWeek(reader, barberId);
    const planned = other ? other.hours : (usual?.week[weekdayNameOf(day)] ?? null);
    return planned && workSpanOf(planned, day, shop);
  }

  /**
   * Who is still to come today, with the beginning in the future: the planned one, or for somebody
   * who is late a guess. Who has been here already and has gone is not expected back.
   */
  async listExpected(
    reader: Reader,
    shop: ShopEntity,
    day: BusinessDay,
    now: number,
  ): Promise<ExpectedBarber[]> {
    const place = { shopId: shop.id, day };
    const weeks = await this.hours.listWeeksOfAbsent(reader, place);
    if (weeks.length === 0) return [];
    const others = new Map(
      (await this.hours.listDaysOfShop(reader, place)).map((one) => [one.barberId, one]),
    );
    const spans = new Map<string, WorkSpan>();
    for (const { barberId, week } of weeks) {
      const other = others.get(barberId);
      const planned = other ? other.hours : week[weekdayNameOf(day)];
      const span = planned && stillToCome(workSpanOf(planned, day, shop), now);
      if (span) spans.set(barberId, span);
    }
    if (spans.size === 0) return [];
    const barbers = await this.barbers.findByIds(reader, shop.id, [...spans.keys()]);
    return barbers
      .map((barber) => ({ barber, span: spans.get(barber.id) as WorkSpan }))
      .sort((a, b) => a.span.startsAt - b.span.startsAt || (a.barber.id < b.barber.id ? -1 : 1));
  }
}

function stillToCome(span: WorkSpan, now: number): WorkSpan | null {
  if (now >= span.startsAt + GIVEN_UP_AFTER_MS) return null;
  const startsAt = span.startsAt > now ? span.startsAt : now + LATE_COMES_IN_MS;
  return startsAt < span.endsAt ? { ...span, startsAt } : null;
}
